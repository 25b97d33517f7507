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

/** Returns the end of a command that was called wrongly: one sentence that says what to do. */
export function endWithUsage(message: string): NotRead {
  return { ok: false, ending: { code: EXIT.usage, message } }
}
