import type { ClientRefusal, ClientRefusalCode } from '../refusal.ts'
import type { Ending } from './ending.ts'
import { EXIT } from './exit-code.ts'

/** Codes that have an exit code of their own; all others are refusals of the room or the server. */
const CODES: Partial<Record<ClientRefusalCode, number>> = {
  'bad-link': EXIT.usage,
  'bad-server': EXIT.usage,
  'bad-seat': EXIT.usage,
  'invalid-request': EXIT.usage,
  unreachable: EXIT.unreachable,
  internal: EXIT.unreachable,
  busy: EXIT.unreachable,
  'room-not-found': EXIT.gone,
  'room-closed': EXIT.gone,
  'room-over': EXIT.gone,
}

/** What to do, where the sentence of a refusal does not say it to who sits at a terminal. */
const ADVICE: Partial<Record<ClientRefusalCode, string>> = {
  'link-closed': 'Where yours is the newest, copy all of it; otherwise ask somebody inside for another.',
  'room-full': 'Ask somebody inside to leave, or use --seat FILE where you have a seat already.',
  'password-required': 'Give it by --password-file FILE or PRIVATE_CHAT_PASSWORD.',
  'not-allowed': 'Use --seat FILE with the seat of a host, which create --seat FILE keeps.',
  'not-signed-in': 'Add --email ADDRESS to sign in again.',
  'wrong-credentials': 'Give the password by --password-file FILE or PRIVATE_CHAT_PASSWORD.',
}

/** Returns how a command ends that was refused: its exit code, and sentences that say what to do. */
export function describeRefusal({ code, message, retryAfter }: ClientRefusal): Ending {
  const parts = [
    message,
    Object.hasOwn(ADVICE, code) && ADVICE[code],
    retryAfter && `Try again in ${retryAfter} s.`,
  ]
  const exit = Object.hasOwn(CODES, code) ? CODES[code] : undefined
  return { code: exit ?? EXIT.refused, message: parts.filter(Boolean).join(' ') }
}
