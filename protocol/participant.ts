import * as z from 'zod'
import { Card, ChosenParticipantId } from './epochs.ts'
import { ALIAS_MAX, PASSWORD, TOKEN_MAX } from './limits.ts'
import { lineSchema } from './line-schema.ts'
import { cleanAlias } from './text.ts'

/** A participant's name in a room: cleaned, 1 to 32 characters. Which names are reserved is the room's rule. */
export const Alias = lineSchema(ALIAS_MAX, cleanAlias)

export const Role = z.enum(['host', 'facilitator', 'participant'])
export type Role = z.infer<typeof Role>

/** The id of a participant, which its room makes. On the wire it is a string. */
export type ParticipantId = string & z.$brand<'ParticipantId'>

/** A participant as everyone in the room may see it. */
export const Participant = z.object({
  participantId: z.string(),
  alias: z.string(),
  role: Role,
  /** In a room whose keys are of version 2: name and public key, encrypted. */
  card: z.string().optional(),
})
export type Participant = z.infer<typeof Participant>

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

/** Query of `DELETE /api/rooms/:id/participants/:participantId`: with `away=true` nobody is removed who is here. */
export const RemovalQuery = z.object({ away: z.enum(['true', 'false']).optional() })

/** Body of `POST /api/rooms/:id/join`. */
export const JoinRequest = z.strictObject({
  alias: Alias.optional(),
  password: z.string().max(PASSWORD.max).optional(),
  admission: z.string().max(256).optional(),
  /** In a room whose keys are of version 2: the id that follows from the participant's public key. */
  participantId: ChosenParticipantId.optional(),
  card: Card.optional(),
  /** Takes no seat where what is said is kept for a facilitator: a page tells its visitor first. */
  ifUnkept: z.boolean().optional(),
})
export type JoinRequest = z.infer<typeof JoinRequest>

/** The WebSocket subprotocol by which a client takes its seat and its socket in one request. */
export const JOIN_PROTOCOL = 'private-chat.join'

/** What a client offers behind that subprotocol, as base64url of JSON: the request to join, and the token it may have. */
export const JoinOffer = JoinRequest.extend({ token: z.string().max(TOKEN_MAX).optional() })

/** Body of `PATCH /api/rooms/:id/participants/me`. */
export const ParticipantPatch = z
  .strictObject({ alias: Alias.optional(), card: Card.optional() })
  .refine((patch) => patch.alias !== undefined || patch.card !== undefined, {
    message: 'Give alias, card or both.',
  })
export type ParticipantPatch = z.infer<typeof ParticipantPatch>
