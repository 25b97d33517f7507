import { AWAY_SEAT_MS } from '../../../protocol/limits.ts'
import { fetchParticipants } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'

/**
 * Finds the other one of a room for two who has had no connection for a minute: should they have lost their browser, a new
 * link frees their seat and lets them in again.
 * @returns their id, or nothing
 */
export async function findAwayPartner(room: RoomModel): Promise<string[]> {
  const { me, room: known } = room.state
  if (known?.capacity !== 2) return []
  const { value } = await fetchParticipants(room)
  const other = value?.participants.find(({ participantId }) => participantId !== me?.participantId)
  const { awaySince } = other ?? {}
  if (other === undefined || awaySince === undefined) return []
  const now = known.expiresAt - (room.timeLeft() ?? 0)
  return now - awaySince >= AWAY_SEAT_MS ? [other.participantId] : []
}
