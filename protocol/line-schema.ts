import * as z from 'zod'
import { sentenceOfFault } from './line-fault-sentence.ts'
import { lineFault } from './text.ts'

/**
 * The schema of an alias or a title, which says what to do about a wrong one.
 * @param max characters (code points) it may have
 * @param clean returns the line as it is stored, or null where `lineFault` finds something
 */
export function lineSchema(max: number, clean: (raw: string) => string | null) {
  return z.string().transform((raw, context) => {
    const line = clean(raw)
    if (line !== null) return line
    const fault = lineFault(raw, max) ?? { is: 'empty' }
    context.addIssue({ code: 'custom', message: sentenceOfFault(fault, max) })
    return z.NEVER
  })
}
