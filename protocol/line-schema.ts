import * as z from 'zod'
import { MARKS_MAX } from './limits.ts'
import { type LineFault, lineFault } from './text.ts'

/** One sentence that says what to do about an alias or a title. @param max characters it may have */
function sentenceOf(fault: LineFault, max: number): string {
  switch (fault.is) {
    case 'empty':
      return `Use 1 to ${max} visible characters.`
    case 'unseen':
      return 'Leave out the characters that are not seen, or that turn the direction of text.'
    case 'marks':
      return `Put no more than ${MARKS_MAX} marks on a letter, and none on a blank.`
    case 'long':
      return `Use ${max} characters at most; this has ${fault.length}.`
  }
}

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
    context.addIssue({ code: 'custom', message: sentenceOf(fault, max) })
    return z.NEVER
  })
}
