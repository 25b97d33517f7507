import {
  ALIAS_MAX,
  BURN,
  EXPIRES,
  MESSAGE_ID_MAX,
  PASSWORD,
  POLL_OPTION_MAX,
  POLL_OPTIONS,
} from '../../../protocol/limits.ts'
import { sentenceOfFault } from '../../../protocol/line-fault-sentence.ts'
import type { Issue } from '../../../protocol/refusal.ts'
import { lineFault } from '../../../protocol/text.ts'
import type { SendOptions } from './message.ts'
import { done, type Outcome, refuse } from './refusal.ts'

// What an encrypted room is sent its server can't look into: so it is checked here, by the same rules and in the same words.

function toOutcome(issues: readonly Issue[]): Outcome<void> {
  return issues.length > 0 ? refuse({ code: 'invalid-request', issues }) : done(undefined)
}

function checkLine(path: string, line: unknown, max: number): Issue[] {
  const fault = lineFault(String(line), max)
  return fault ? [{ path, message: sentenceOfFault(fault, max) }] : []
}

function checkRange(
  path: string,
  value: number | undefined,
  { min, max }: { min: number; max: number },
): Issue[] {
  const fits = value === undefined || (Number.isInteger(value) && value >= min && value <= max)
  return fits ? [] : [{ path, message: `Use a whole number from ${min} to ${max}.` }]
}

/** Checks what somebody wants to be called. */
export function checkName(alias: string): Outcome<void> {
  return toOutcome(checkLine('alias', alias, ALIAS_MAX))
}

/** Checks the password of a room; null and undefined are none. */
export function checkPassword(password: string | null | undefined): Outcome<void> {
  const issue = { path: 'password', message: `Use ${PASSWORD.min} to ${PASSWORD.max} characters.` }
  const { length } = password ?? ''
  const fits = password == null || (length >= PASSWORD.min && length <= PASSWORD.max)
  return toOutcome(fits ? [] : [issue])
}

/** Checks what is to be said. */
export function checkMessage(
  text: string,
  { id, expires, burn, kind, options }: SendOptions = {},
): Outcome<void> {
  const issues: Issue[] = [...checkRange('expires', expires, EXPIRES), ...checkRange('burn', burn, BURN)]
  if (text.trim() === '') issues.push({ path: 'text', message: 'Write something first.' })
  if (id !== undefined && !new RegExp(`^[A-Za-z0-9_-]{1,${MESSAGE_ID_MAX}}$`).test(id))
    issues.push({ path: 'id', message: `Use 1 to ${MESSAGE_ID_MAX} of A-Z, a-z, 0-9, _ and -.` })
  const { min, max } = POLL_OPTIONS
  const count = options?.length ?? 0
  if ((kind === 'poll' || options !== undefined) && (count < min || count > max))
    issues.push({ path: 'options', message: `A poll has ${min} to ${max} options.` })
  for (const [at, option] of (options ?? []).entries())
    issues.push(...checkLine(`options.${at}`, option, POLL_OPTION_MAX))
  return toOutcome(issues)
}
