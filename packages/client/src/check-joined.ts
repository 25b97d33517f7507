import type { RoomApi } from '../../../client/net/room-api.ts'

type JoinReply = Awaited<ReturnType<RoomApi['joinRoom']>>

/** Returns what joining was answered with. Where something else answers calls with JSON, nobody can be reached. */
export function checkJoined(reply: JoinReply): JoinReply {
  if (!reply.ok) return reply
  const { participantId, room }: Partial<typeof reply.value> = reply.value
  const isSeat = typeof participantId === 'string' && Number.isFinite(room?.expiresAt)
  return isSeat ? reply : { ok: false, refusal: { code: 'unreachable' } }
}
