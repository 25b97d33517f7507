/**
 * Why the answer may be no: a closed union. Refusals are values that are returned, also across an object's RPC;
 * an exception is a bug.
 */

/** One thing wrong with a request: where (`a.b`, empty for the whole), and what to do about it. */
export interface Issue {
  path: string
  message: string
}

// The table of every refusal: its code, its HTTP status, and in which of three parts it stands says what a client does
// about it. Three constants, because a page loads only what it asks for.

/** It tries again by itself, after `retryAfter` where the refusal says so. */
const RETRY = {
  'slow-down': 429,
  'too-many-requests': 429,
  'stale-epoch': 409,
  'members-changed': 409,
  internal: 500,
  busy: 503,
} as const

/** It waits until a person has changed something: what they typed, or how the room is. */
const FIX = {
  'invalid-request': 400,
  'not-a-participant': 401,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'password-required': 401,
  'wrong-password': 403,
  'not-allowed': 403,
  'room-not-open': 403,
  'room-locked': 403,
  waiting: 403,
  muted: 403,
  quiet: 403,
  'files-off': 403,
  'alias-taken': 409,
  'participant-taken': 409,
  'room-id-taken': 409,
  'rotate-instead': 409,
  'transcript-kept': 409,
  'door-closed': 409,
  'not-away': 409,
  'last-host': 409,
  'host-present': 409,
  'stale-edit': 409,
  'too-many-reactions': 409,
  'too-many-seats': 409,
  'too-many-uploads': 409,
  'email-taken': 409,
  'room-full': 409,
  'title-taken': 409,
  'too-many-rooms': 409,
  'body-too-large': 413,
  'message-too-long': 413,
  'file-too-large': 413,
  'too-many-attempts': 429,
} as const

/** Nothing: the answer stays the same. It stops, and keeps nothing for later. */
const FINAL = {
  'invalid-event': 400,
  'wrong-link': 403,
  'link-closed': 403,
  'wrong-origin': 403,
  'room-closed': 403,
  removed: 403,
  'not-found': 404,
  'room-not-found': 404,
  'participant-not-found': 404,
  'message-not-found': 404,
  'file-not-found': 404,
  'session-not-found': 404,
  'method-not-allowed': 405,
  'too-many-epochs': 409,
  'voting-closed': 409,
  'plaintext-refused': 422,
  'upgrade-required': 426,
  'storage-full': 507,
} as const

/** The HTTP status of every refusal. `worker/http/refuse.ts` alone reads it. */
export const STATUS = { ...RETRY, ...FIX, ...FINAL } as const

export type RefusalCode = keyof typeof STATUS

/** What a client does about a refusal. */
export type Then = 'retry' | 'fix' | 'final'

/** Returns what a client does about a refusal. A code that only a later version of the server knows is for a person. */
export function thenOf(code: string): Then {
  return code in RETRY ? 'retry' : code in FINAL ? 'final' : 'fix'
}

type WithIssues = { code: 'invalid-request'; issues: Issue[] }
type WithWait = {
  code: 'slow-down' | 'too-many-attempts' | 'too-many-requests' | 'busy'
  /** Whole seconds until it is worth trying again; becomes `Retry-After`. */
  retryAfter: number
}
/** The epoch that the room is in. */
type WithEpoch = { code: 'stale-epoch'; epoch: number }
/** Those who have a seat. */
type WithMembers = { code: 'members-changed'; participantIds: string[] }
/** What names the fault in the log of the server, where it was written there. */
type WithIncident = { code: 'internal'; incident: string }
type WithMethods = { code: 'method-not-allowed'; allow: string[] }
type Plain = {
  code: Exclude<RefusalCode, (WithIssues | WithWait | WithMethods | WithEpoch | WithMembers)['code']>
}

/** A no, with its evidence. */
export type Refusal = WithIssues | WithWait | WithMethods | WithEpoch | WithMembers | WithIncident | Plain

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
