import type { JoinRequest, Participant } from '../../protocol/participant.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { Room as PublicRoom } from '../../protocol/room.ts'
import type { Region } from '../relay-protocol/placement.ts'
import type { Credentials } from './credentials.ts'
import type { EntryCheck, PasswordVerdict, UnverifiedPassword } from './entry-check.ts'
import { checkSeat } from './rules/entry.ts'
import { isFacilitator } from './state/facilitator-seat.ts'
import { isHost, type Participants } from './state/participants.ts'
import type { PresenceTracker } from './state/presence-tracker.ts'
import type { RoomParticipant, RoomState } from './state/room-state.ts'

/** A participant as it learns of itself on joining; `token` is new, or null where it had a good one. */
export interface JoinResult extends Participant {
  room: PublicRoom
  token: string | null
}

/** Who is asked for a seat. */
export interface JoinServices {
  participants: Participants
  presence: PresenceTracker
  entryCheck: EntryCheck
}

/** The facilitator is let in besides all others. */
const NO_SEAT_NEEDED = { capacity: null, taken: 0, abandoned: 0 } as const

/** A seat, and its token where that is new: nobody knows the one of a seat that was found. */
export interface TakenSeat {
  participant: RoomParticipant
  token: string | null
}

/**
 * Takes a seat, or finds the one that the token holds.
 * @param region where the newcomer is
 * @param verdict on the password, where it has been verified
 * @returns the seat, or a password that has to be verified first
 */
export function takeOrFindSeat(
  { participants: seats, entryCheck: door }: JoinServices,
  live: RoomState,
  who: Credentials,
  request: JoinRequest,
  { region, verdict, now }: { region: Region; verdict: PasswordVerdict | null; now: number },
): Result<TakenSeat | { unverified: UnverifiedPassword }> {
  const known = seats.findIncludingRemoved(live, who)
  const own = isFacilitator(live, who)
  // A facilitator who came in as a guest before signing in takes the facilitator's seat now.
  if (known && !known.removed && (!own || known.role === 'facilitator')) {
    if (own) seats.facilitator.resume(live, known, who, now)
    return ok({ participant: known, token: null })
  }
  const seated = seats.facilitator.find(live, who)
  if (seated) return ok({ participant: seated, token: seats.facilitator.addToken(live, seated, who, now) })
  const { alias } = request
  const facts = own ? NO_SEAT_NEEDED : seats.occupancy(live, now)
  const visitor = { removed: known !== null, isHost: isHost(live, who) }
  const asked = own
    ? null
    : door.checkEntry(live.row, visitor, request, { source: who.source ?? '', verdict, now })
  if (asked !== null && 'hash' in asked) return ok({ unverified: asked })
  const refusal =
    asked ??
    checkSeat(facts, visitor) ??
    (alias === undefined ? null : seats.refuseAlias(live, who, alias, now))
  return refusal ? refused(refusal) : ok(seats.takeSeat(live, who, alias, region, now))
}
