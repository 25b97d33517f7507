import * as z from 'zod'
import { PASSWORD, TOKEN_MAX } from './limits.ts'
import { cleanAlias } from './text.ts'

/** A participant's name in a room: cleaned, 1 to 32 characters. */
export const Alias = z.string().transform((raw, context) => {
  const alias = cleanAlias(raw)
  if (alias !== null) return alias
  context.addIssue({ code: 'custom', message: 'Use 1 to 32 visible characters.' })
  return z.NEVER
})

export const Role = z.enum(['host', 'facilitator', 'participant'])
export type Role = z.infer<typeof Role>

/** A participant as everyone in the room may see it. */
export const Participant = z.object({ participantId: z.string(), alias: z.string(), role: Role })
export type Participant = z.infer<typeof Participant>

/** Body of `POST /api/rooms/:id/join`. */
export const JoinRequest = z.object({
  alias: Alias.optional(),
  password: z.string().max(PASSWORD.max).optional(),
  admission: z.string().max(256).optional(),
})
export type JoinRequest = z.infer<typeof JoinRequest>

/** The WebSocket subprotocol by which a client takes its seat and its socket in one request. */
export const JOIN_PROTOCOL = 'private-chat.join'

/** What a client offers behind that subprotocol, as base64url of JSON: the request to join, and the token it may have. */
export const JoinOffer = JoinRequest.extend({ token: z.string().max(TOKEN_MAX).optional() })

/** Body of `PATCH /api/rooms/:id/participants/me`. */
export const ParticipantPatch = z.object({ alias: Alias })
export type ParticipantPatch = z.infer<typeof ParticipantPatch>
