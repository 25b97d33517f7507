import { AWAY_SEAT_MS } from '../../../protocol/limits.ts'
import type { Seat } from '../../../protocol/participant.ts'
import { fetchParticipants } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'

/** The other one of a room for two, who has no connection. */
export interface AwayPartner {
  participantId: string
  /** Milliseconds until a new link may free their seat; 0 where it may. */
  wait: number
}

/**
 * Finds the other one of a room for two who has no connection: should they have lost their browser, a new link frees their
 * seat and lets them in again, once they have been away for a minute.
 * @returns null where nobody is away, or it is not known
 */
export async function findAwayPartner(
  room: Pick<RoomModel, 'state' | 'timeLeft' | 'runCommand' | 'cipher'>,
): Promise<AwayPartner | null> {
  const { me, room: known } = room.state
  if (known?.capacity !== 2 || me === null) return null
  const { value } = await fetchParticipants(room)
  // By the server's clock, as `awaySince` is.
  const now = known.expiresAt - (room.timeLeft() ?? 0)
  return readAwayPartner(value?.participants ?? [], { me: me.participantId, now })
}

/** Reads from the seats of a room for two who is away. @param now Unix milliseconds by the server's clock */
export function readAwayPartner(
  seats: readonly Pick<Seat, 'participantId' | 'awaySince'>[],
  { me, now }: { me: string; now: number },
): AwayPartner | null {
  const { participantId, awaySince } = seats.find((seat) => seat.participantId !== me) ?? {}
  if (participantId === undefined || awaySince === undefined) return null
  return { participantId, wait: Math.max(0, awaySince + AWAY_SEAT_MS - now) }
}
