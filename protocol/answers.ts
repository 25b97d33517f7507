import * as z from 'zod'
import { Account, AccountWithCodes, Session } from './account.ts'
import { EpochList } from './epochs.ts'
import { FileAnswer } from './files.ts'
import { Message, RevealedText } from './message.ts'
import { Participant, ParticipantList, Role, WAITING } from './participant.ts'
import { Reactors } from './reactions.ts'
import { type RefusalCode, STATUS } from './refusal.ts'
import { Room } from './room.ts'
import { AccountRoom, OwnRoom } from './schedule.ts'

/** The answer to `POST /api/rooms/:id/join`. */
export const JoinAnswer = Participant.extend({
  /** `waiting` for somebody who waits at the door. */
  role: Role.or(z.literal(WAITING)),
  room: Room,
  /** In a room whose keys are of version 2: the current epoch, and its key for those who have the invite link. */
  epoch: z.number().optional(),
  invite: z.string().optional(),
})
export type JoinAnswer = z.infer<typeof JoinAnswer>

/**
 * The answer to `GET /api/rooms/:id/messages`: a page, oldest first, the newest `seq` of the room, and the newest `rev` that
 * everyone was told, where anything was changed.
 */
export const MessagePage = z.object({
  messages: z.array(Message),
  lastSeq: z.number(),
  rev: z.number().optional(),
})
export type MessagePage = z.infer<typeof MessagePage>

/** The answer to `GET /api/rooms/:id/ttl`: whole seconds that are left. */
export const TimeLeft = z.object({ ttl: z.number().int() })
export type TimeLeft = z.infer<typeof TimeLeft>

/** The answer to `DELETE /api/rooms/:id`. */
const DestroyAnswer = z.object({ destroyed: z.literal(true) })

/** The answer to `GET /api/health`. */
const HealthAnswer = z.object({ ok: z.literal(true) })

/** The answer to `GET /api/account/rooms`. */
export const AccountRoomList = z.object({
  accountId: z.string(),
  rooms: z.array(AccountRoom),
  serverTime: z.number(),
})
export type AccountRoomList = z.infer<typeof AccountRoomList>

/** The answer to `GET /api/account/sessions`. */
export const SessionList = z.object({ sessions: z.array(Session) })
export type SessionList = z.infer<typeof SessionList>

/** The answer to `POST /api/account/recovery-codes`. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

/** A transcript as JSON. */
export const TranscriptFile = z.object({ room: AccountRoom, messages: z.array(Message) })
export type TranscriptFile = z.infer<typeof TranscriptFile>

/** Everything there is of an account, the answer to `GET /api/account/export`. */
const AccountExport = z.object({
  account: Account,
  sessions: z.array(Session),
  rooms: z.array(TranscriptFile),
})

const CODES = Object.keys(STATUS) as [RefusalCode, ...RefusalCode[]]

/** The body of every refusal; its status is the one of its code. */
export const FailureBody = z.object({
  error: z.object({
    code: z.enum(CODES),
    message: z.string(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    epoch: z.number().optional(),
    participantIds: z.array(z.string()).optional(),
    /** Of `internal`: what names the fault in the server's log. */
    incident: z.string().optional(),
  }),
})
export type FailureBody = z.infer<typeof FailureBody>

/** Octets as they were sent, which are no JSON. */
const Octets = z.unknown()

/** The body of each good answer by its status; null where it has none. A path names its parameters as the routes do. */
export const ANSWERS: Readonly<Record<string, Readonly<Record<number, z.ZodType | null>>>> = {
  'GET /api/health': { 200: HealthAnswer },
  'POST /api/rooms': { 201: Room },
  'GET /api/rooms/:id': { 200: Room },
  'PATCH /api/rooms/:id': { 200: Room },
  'DELETE /api/rooms/:id': { 200: DestroyAnswer },
  'POST /api/rooms/:id/join': { 200: JoinAnswer },
  'POST /api/rooms/:id/leave': { 204: null },
  'POST /api/rooms/:id/typing': { 204: null },
  'GET /api/rooms/:id/ttl': { 200: TimeLeft },
  'GET /api/rooms/:id/messages': { 200: MessagePage },
  'POST /api/rooms/:id/messages': { 200: Message, 201: Message },
  'PATCH /api/rooms/:id/messages/:seq': { 200: Message },
  'DELETE /api/rooms/:id/messages/:seq': { 204: null },
  'GET /api/rooms/:id/messages/:seq/reactions': { 200: Reactors },
  'POST /api/rooms/:id/messages/:seq/reveal': { 200: RevealedText },
  'PUT /api/rooms/:id/messages/:seq/reactions/:code': { 204: null },
  'DELETE /api/rooms/:id/messages/:seq/reactions/:code': { 204: null },
  'PUT /api/rooms/:id/messages/:seq/closed': { 204: null },
  'DELETE /api/rooms/:id/messages/:seq/closed': { 204: null },
  'POST /api/rooms/:id/files': { 201: FileAnswer },
  'PUT /api/rooms/:id/files/:fileId/:index': { 204: null },
  'GET /api/rooms/:id/files/:fileId/:index': { 200: Octets },
  'GET /api/rooms/:id/participants': { 200: ParticipantList },
  'PATCH /api/rooms/:id/participants/me': { 200: Participant },
  'PATCH /api/rooms/:id/participants/:participantId': { 200: Participant },
  'DELETE /api/rooms/:id/participants/:participantId': { 204: null },
  'POST /api/rooms/:id/participants/:participantId/admit': { 204: null },
  'POST /api/rooms/:id/host': { 200: Participant },
  'GET /api/rooms/:id/epochs': { 200: EpochList },
  'POST /api/rooms/:id/epochs': { 200: Room },
  'POST /api/accounts': { 201: AccountWithCodes },
  'GET /api/session': { 200: Account },
  'POST /api/session': { 200: Account },
  'DELETE /api/session': { 204: null },
  'PATCH /api/account': { 200: AccountWithCodes },
  'DELETE /api/account': { 204: null },
  'POST /api/account/recovery': { 200: AccountWithCodes },
  'POST /api/account/recovery-codes': { 200: RecoveryCodes },
  'GET /api/account/sessions': { 200: SessionList },
  'DELETE /api/account/sessions': { 204: null },
  'DELETE /api/account/sessions/:sessionId': { 204: null },
  'GET /api/account/rooms': { 200: AccountRoomList },
  'POST /api/account/rooms': { 201: AccountRoom },
  'GET /api/account/rooms/:id': { 200: OwnRoom },
  'GET /api/account/rooms/:id/epochs': { 200: EpochList },
  'PATCH /api/account/rooms/:id': { 200: AccountRoom },
  'DELETE /api/account/rooms/:id': { 204: null },
  'POST /api/account/rooms/:id/close': { 200: AccountRoom },
  'GET /api/account/rooms/:id/transcript': { 200: TranscriptFile },
  'GET /api/account/export': { 200: AccountExport },
}
