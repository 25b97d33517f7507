import type { Issue, RefusalCode } from '../../../protocol/refusal.ts'
import { thenOf } from '../../../protocol/refusal.ts'
import { SENTENCE } from '../../../protocol/refusal-sentence.ts'

/** What this library says no with by itself, and one sentence for a person. */
const OWN_SENTENCES = {
  unreachable:
    'The server can not be reached, or something in between answered for it; check its address (http or https?), or try again in a moment.',
  'bad-server': 'That is no address of a server; give one such as https://chat.example.',
  'bad-link':
    'That is no whole invite link; copy all of it, from the https:// to the last character behind the #.',
  'bad-seat': 'That seat belongs to another room, or was not kept whole.',
  'no-key': 'The seat was there and no key came with it; ask somebody in the room for a new link.',
  'keys-not-kept': 'The keys of this room can not be kept here.',
  'session-closed': 'The session was closed before the room had stored it.',
  'room-over': 'The room is over for this participant.',
  aborted: 'The call was given up before it was answered.',
  'file-damaged': 'A part of this file can not be opened.',
  'file-gone': 'This file is not in the room any more.',
  'file-stopped': 'Sending this file was stopped.',
  'file-unreadable': 'This file can not be read.',
} as const

/** The codes with which a server refuses, and those with which this library does by itself. */
export type ClientRefusalCode = RefusalCode | keyof typeof OWN_SENTENCES

/** Why something was not done. What is expected to happen is returned as one of these, and never thrown. */
export interface ClientRefusal {
  /** Such as `wrong-password`; docs/protocol.md lists those of the server. */
  code: ClientRefusalCode
  /** For a person, in English; of `invalid-request`, each issue. */
  message: string
  /** `retry`: try again by itself, after `retryAfter`; `fix`: somebody has to change something first; `final`: it stays no. */
  advice: 'retry' | 'fix' | 'final'
  /** Whole seconds until it is worth trying again, where the server says so. */
  retryAfter?: number
  /** Of `invalid-request`: where in the request something is wrong, and what. */
  issues?: readonly Issue[]
}

/** What was asked for, or why it was not done. */
export type Outcome<T> =
  | { ok: true; value: T; refusal?: never }
  | { ok: false; refusal: ClientRefusal; value?: never }

/** @returns an outcome that holds `value` */
export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** What is known of a refusal: its code, and the evidence that came with it. */
export interface RawRefusal {
  code: string
  message?: string
  retryAfter?: number | undefined
  issues?: readonly Issue[]
}

const SENTENCES: Readonly<Record<string, string>> = { ...SENTENCE, ...OWN_SENTENCES }

/** @returns an outcome that says no; a sentence of the server wins over ours, as it may say more */
export function refuse(refusal: RawRefusal | ClientRefusalCode): { ok: false; refusal: ClientRefusal } {
  const { code, message, retryAfter, issues } = checkRefusal(
    typeof refusal === 'string' ? { code: refusal } : refusal,
  )
  // Whoever shows a message alone shows what is wrong.
  const wrong = issues?.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' ')
  // A server may say `constructor`.
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined
  const then = sentence === undefined ? 'fix' : thenOf(code)
  return {
    ok: false,
    refusal: {
      code: code as ClientRefusalCode,
      message:
        wrong || message || sentence || 'The server refused for a reason that this version does not know.',
      advice: code === 'unreachable' ? 'retry' : code === 'room-over' ? 'final' : then,
      ...(retryAfter && { retryAfter }),
      ...(issues && { issues }),
    },
  }
}

/** What a call of the page's is answered. */
type Answered<T> = { ok: true; value: T } | { ok: false; refusal: RawRefusal }

/** Returns an answer as it is handed out; of one whose value means nothing to a caller, only whether it was done. */
export function toOutcome<T, V>(reply: Answered<T>, read: (value: T) => V): Outcome<V>
export function toOutcome(reply: Answered<unknown>): Outcome<void>
export function toOutcome<T, V>(reply: Answered<T>, read?: (value: T) => V): Outcome<V | undefined> {
  return reply.ok ? done(read?.(reply.value)) : refuse(reply.refusal)
}

/** Leaves out what is not of its type: whoever answers in place of a server may have written anything. */
function checkRefusal({ code, message, retryAfter, issues }: RawRefusal): RawRefusal {
  const isIssue = (issue: Partial<Issue> | null) =>
    typeof issue?.path === 'string' && typeof issue.message === 'string'
  return {
    code: String(code),
    ...(typeof message === 'string' && { message }),
    ...(typeof retryAfter === 'number' && { retryAfter }),
    ...(Array.isArray(issues) && { issues: issues.filter(isIssue) }),
  }
}
