/**
 * Why the answer may be no: a closed union. Refusals are values that are returned, also across an object's RPC;
 * an exception is a bug.
 */

/** One thing wrong with a request: where (`a.b`, empty for the whole), and what to do about it. */
export interface Issue {
  path: string
  message: string
}

/** The HTTP status of every refusal. `worker/http/refuse.ts` is the only place that reads it. */
export const STATUS = {
  'invalid-request': 400,
  'invalid-event': 400,
  'not-a-participant': 401,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'password-required': 401,
  'wrong-password': 403,
  'wrong-link': 403,
  'wrong-origin': 403,
  'not-allowed': 403,
  'room-not-open': 403,
  'room-closed': 403,
  'room-locked': 403,
  removed: 403,
  'not-found': 404,
  'room-not-found': 404,
  'participant-not-found': 404,
  'session-not-found': 404,
  'method-not-allowed': 405,
  'alias-taken': 409,
  'not-away': 409,
  'email-taken': 409,
  'room-full': 409,
  'title-taken': 409,
  'too-many-rooms': 409,
  'body-too-large': 413,
  'message-too-long': 413,
  'plaintext-refused': 422,
  'upgrade-required': 426,
  'slow-down': 429,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  internal: 500,
  busy: 503,
  'storage-full': 507,
} as const

export type RefusalCode = keyof typeof STATUS

type WithIssues = { code: 'invalid-request'; issues: Issue[] }
type WithWait = {
  code: 'slow-down' | 'too-many-attempts' | 'too-many-requests' | 'busy'
  /** Whole seconds until it is worth trying again; becomes `Retry-After`. */
  retryAfter: number
}
type WithMethods = { code: 'method-not-allowed'; allow: string[] }
type Plain = { code: Exclude<RefusalCode, (WithIssues | WithWait | WithMethods)['code']> }

/** A no, with its evidence. */
export type Refusal = WithIssues | WithWait | WithMethods | Plain

/** What was asked for, or why it is refused. It stays a plain object, so that it crosses an object's RPC as it is. */
export type Result<T> = Ok<T> | Refused

interface Ok<T> {
  ok: true
  value: T
  refusal?: never
}

interface Refused {
  ok: false
  refusal: Refusal
  value?: never
}

/** @returns a result that holds `value` */
export function ok<T>(value: T): Ok<T>
export function ok(): Ok<void>
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value }
}

/**
 * @param refusal the refusal, or its code where the code says everything
 * @returns a result that holds the refusal
 */
export function refused(refusal: Refusal | Plain['code']): Refused {
  return { ok: false, refusal: typeof refusal === 'string' ? { code: refusal } : refusal }
}

/** One sentence for a person, for every refusal. */
export const SENTENCE: Record<RefusalCode, string> = {
  'invalid-request': 'Something in this request is not as it should be; see the issues.',
  'invalid-event': 'This frame is no event that the room understands.',
  'not-signed-in': 'Sign in first.',
  'wrong-credentials': 'That address and what you gave with it do not belong together.',
  'not-a-participant': 'Only participants of this room may do that; join it first.',
  'password-required': 'This room asks for a password.',
  'wrong-password': 'That is not the password.',
  'wrong-link': 'This link is incomplete: its key does not belong to this room.',
  'wrong-origin': 'Requests from other sites are not accepted.',
  'not-allowed': 'Only the host of this room may do that.',
  'room-not-open': 'This room has not opened yet.',
  'room-closed': 'This room is closed.',
  'room-locked': 'This room is locked: nobody else can come in now.',
  removed: 'You were removed from this room.',
  'not-found': 'There is nothing at this address.',
  'room-not-found': 'This room does not exist, or it has destroyed itself.',
  'participant-not-found': 'There is no such participant in this room.',
  'session-not-found': 'There is no such session; it may have ended.',
  'method-not-allowed': 'This address does not answer to that method.',
  'not-away': 'They are connected, or were within the last minute: their seat stays theirs.',
  'alias-taken': 'Somebody in this room has that name already; choose another.',
  'email-taken': 'There is an account with this address already; sign in instead.',
  'room-full': 'This room is full.',
  'title-taken': 'You have a room with this title already; choose another.',
  'too-many-rooms': 'You have 500 rooms, which is the limit; delete one first.',
  'body-too-large': 'The body of this request is too large; 64 KiB is the limit.',
  'message-too-long': 'This message is too long; 16,384 bytes is the limit.',
  'plaintext-refused': 'This room takes encrypted messages only.',
  'upgrade-required': 'This address speaks WebSocket; ask for an upgrade.',
  'slow-down': 'That was a lot at once; wait a moment and send it again.',
  'too-many-attempts': 'Too many wrong attempts; wait a minute and try again.',
  'too-many-requests': 'Too many requests from your address; wait a minute and try again.',
  internal: 'Something went wrong on our side; try again.',
  'storage-full':
    'This room has stored all it can: it can be read until it ends, and takes no more messages.',
  busy: 'There is too much to do right now; try again in a moment.',
}
