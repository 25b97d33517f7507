import { EXIT } from './exit-code.ts'

/** How a command ends: its exit code, and one sentence on standard error where there is something to say. */
export interface Ending {
  code: number
  message?: string
}

/** A value, or how the command ends because there is none. */
export type Read<T> = { ok: true; value: T } | NotRead

interface NotRead {
  ok: false
  ending: Ending
}

/** The values that are given, of those that may be left out. */
type Given<Values extends Record<string, Read<unknown>>> = {
  [Name in keyof Values]?: Exclude<Extract<Values[Name], { ok: true }>['value'], undefined>
}

/** Returns those values that are given, by their names; the first that can't be read ends the command. */
export function readGiven<Values extends Record<string, Read<unknown>>>(values: Values): Read<Given<Values>> {
  const read = Object.entries(values)
  for (const [, each] of read) if (!each.ok) return each
  const given = read.flatMap(([name, each]) =>
    each.ok && each.value !== undefined ? [[name, each.value]] : [],
  )
  return { ok: true, value: Object.fromEntries(given) }
}

/** Returns the end of a command that was called wrongly: one sentence that says what to do. */
export function endWithUsage(message: string): NotRead {
  return { ok: false, ending: { code: EXIT.usage, message } }
}
