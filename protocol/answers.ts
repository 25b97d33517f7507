import * as z from 'zod'
import { Account, Session } from './account.ts'
import { Message } from './message.ts'
import { Participant, Role, WAITING } from './participant.ts'
import { type RefusalCode, STATUS } from './refusal.ts'
import { Room } from './room.ts'
import { AccountRoom } from './schedule.ts'

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
export const DestroyAnswer = z.object({ destroyed: z.literal(true) })

/** The answer to `GET /api/health`. */
export const HealthAnswer = z.object({ ok: z.literal(true) })

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
export const AccountExport = z.object({
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

/** Octets as they were sent, or a stream of events: no JSON. */
export const Octets = z.unknown()

/** The answer to `GET /api/openapi.json`. */
export const ApiDescription = z.looseObject({ openapi: z.string() })
