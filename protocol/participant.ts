import * as z from 'zod'
import { Card, ChosenParticipantId, PublicKey, Wrap } from './epochs.ts'
import { EPOCHS_MAX, PARTICIPANT_ID_LENGTH } from './key-limits.ts'
import { ALIAS_MAX, CENTURY_END, PASSWORD, TOKEN_MAX } from './limits.ts'
import { lineSchema } from './line-schema.ts'
import { cleanAlias } from './text.ts'

/** A participant's name in a room: cleaned, 1 to 32 characters. Which names are reserved is the room's rule. */
export const Alias = lineSchema(ALIAS_MAX, cleanAlias)

/** What somebody may do in a room. */
export const Role = z.enum(['host', 'facilitator', 'participant'])
export type Role = z.infer<typeof Role>

/** What an answer to joining says of somebody who waits at the door, and has no role in the room yet. */
export const WAITING = 'waiting'

/** The id of a participant, which its room makes. On the wire it is a string. */
export type ParticipantId = string & z.$brand<'ParticipantId'>

/** A participant as everyone in the room may see it. */
export const Participant = z.object({
  participantId: z.string(),
  alias: z.string(),
  role: Role,
  /** Until when they may not speak, Unix milliseconds; absent where they may. */
  muted: z.number().optional(),
  /** When they raised their hand, Unix milliseconds; absent where it is down. */
  hand: z.number().optional(),
  /** In a room whose keys are of version 2: name and public key, encrypted. */
  card: z.string().optional(),
})
export type Participant = z.infer<typeof Participant>

/** Somebody who waits at the door, as hosts see them. */
export const WaitingParticipant = z.object({
  participantId: z.string(),
  alias: z.string(),
  /** In a room whose keys are of version 2: name and public key, encrypted with the door key. */
  card: z.string().optional(),
})
export type WaitingParticipant = z.infer<typeof WaitingParticipant>

/** A participant as the list of seats has it. */
const Seat = Participant.extend({
  connected: z.boolean(),
  /** Since when there is no connection, Unix milliseconds; absent where there is one. */
  awaySince: z.number().optional(),
})
export type Seat = z.infer<typeof Seat>

/** The answer to `GET /api/rooms/:id/participants`: who has a seat, those away first; `more` are not listed. */
export const ParticipantList = z.object({ participants: z.array(Seat), more: z.number() })
export type ParticipantList = z.infer<typeof ParticipantList>

/**
 * Query of `DELETE /api/rooms/:id/participants/:participantId`: with `away=true` nobody is removed who is here, with
 * `waiting=true` nobody who has a seat.
 */
export const RemovalQuery = z.object({
  /** Frees the seat of who has no connection, and removes nobody. */
  away: z.enum(['true', 'false']).optional(),
  /** Turns away who waits at the door, and removes nobody who has a seat. */
  waiting: z.enum(['true', 'false']).optional(),
})

/** Body of `POST /api/rooms/:id/join`. */
export const JoinRequest = z.strictObject({
  /** One is made up where there is none. */
  alias: Alias.optional(),
  /** Where the room has one. */
  password: z.string().max(PASSWORD.max).optional(),
  /** The secret that follows from the invite link, where the room has the hash of one. */
  admission: z.string().max(256).optional(),
  /** In a room whose keys are of version 2: the id that follows from the participant's public key. */
  participantId: ChosenParticipantId.optional(),
  card: Card.optional(),
  /** Takes no seat where what is said is kept for a facilitator: a page tells its visitor first. */
  ifUnkept: z.boolean().optional(),
  /** Does not knock where somebody who comes has to wait at the door: a page tells its visitor first. */
  ifOpen: z.boolean().optional(),
})
export type JoinRequest = z.infer<typeof JoinRequest>

/** The WebSocket subprotocol by which a client takes its seat and its socket in one request. */
export const JOIN_PROTOCOL = 'private-chat.join'

/** What a client offers behind the subprotocol `private-chat.join`, as base64url of JSON: the request to join, and the token it may have. */
export const JoinOffer = JoinRequest.extend({ token: z.string().max(TOKEN_MAX).optional() })

/** Body of `PATCH /api/rooms/:id/participants/me`. */
export const ParticipantPatch = z
  .strictObject({ alias: Alias.optional(), card: Card.optional(), hand: z.boolean().optional() })
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), {
    message: 'Give at least one field to change.',
  })
export type ParticipantPatch = z.infer<typeof ParticipantPatch>

/** Body of `PATCH /api/rooms/:id/participants/:participantId`: what a host changes of somebody else. */
export const ManagedPatch = z
  .strictObject({
    /** Makes them host, or takes the role back. */
    role: z.enum(['host', 'participant']).optional(),
    /** Until when they may not speak, Unix milliseconds; null lets them speak again. */
    mutedUntil: z.number().int().positive().max(CENTURY_END).nullish(),
    /** False lowers their hand. */
    hand: z.literal(false).optional(),
  })
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), {
    message: 'Give at least one field to change.',
  })
export type ManagedPatch = z.infer<typeof ManagedPatch>

/** Body of `POST /api/rooms/:id/leave`: to whom a host who leaves hands the role. */
export const LeaveRequest = z.strictObject({ host: z.string().max(PARTICIPANT_ID_LENGTH).optional() })
export type LeaveRequest = z.infer<typeof LeaveRequest>

/** Body of `POST /api/rooms/:id/participants/:participantId/admit`. */
export const AdmitRequest = z.strictObject({
  /** In a room whose keys are of version 2: the key of the current epoch, encrypted for who is let in. */
  wrap: Wrap.optional(),
  /** The public key of who lets in: the wrap can only be opened with it. */
  key: PublicKey.optional(),
  /** The epoch of the key in the wrap: another than the current one is refused, because the keys were rotated meanwhile. */
  epoch: z.number().int().min(1).max(EPOCHS_MAX).optional(),
})
export type AdmitRequest = z.infer<typeof AdmitRequest>
