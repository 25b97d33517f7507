import { isKept } from '../../protocol/is-kept.ts'
import type { JoinRequest, Participant, WAITING } from '../../protocol/participant.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { Room } from '../../protocol/room.ts'
import type { Region } from '../relay-protocol/placement.ts'
import type { Credentials } from './credentials.ts'
import type { EntryCheck, PasswordVerdict, UnverifiedPassword } from './entry-check.ts'
import { checkSeat, type Occupancy } from './rules/entry.ts'
import type { Door, FoundVisitor } from './state/door.ts'
import type { FacilitatorSeats } from './state/facilitator-seats.ts'
import type { RoomParticipant } from './state/participant.ts'
import type { Participants } from './state/participants.ts'
import type { Roles } from './state/roles.ts'
import type { Seats, TakenSeat } from './state/seats.ts'
import type { RoomSettings } from './state/settings.ts'
import type { WaitingVisitor } from './state/waiting-list.ts'

/** What a participant learns of itself and the room on joining. `token` is new, or null where it had a good one. */
export interface JoinResult extends Omit<Participant, 'role'> {
  /** `waiting` for somebody who waits at the door. */
  role: Participant['role'] | typeof WAITING
  room: Room
  token: string | null
  /** In a room whose keys are of version 2: the current epoch, and its key encrypted with the invite link. */
  epoch?: number
  invite?: string
}

/** Somebody who asks for a seat. */
interface SeatSearch {
  who: Credentials
  request: JoinRequest
  /** Where they are. */
  region: Region
  /** Whether the password was right; null where it has not been verified. */
  verdict: PasswordVerdict | null
  now: number
}

/** What a search for a seat came to, where nothing refuses it. */
type FoundSeat =
  | { kind: 'seat'; seat: TakenSeat }
  /** There is none yet: they wait at the door. */
  | ({ kind: 'waiting' } & FoundVisitor)
  /** A password has to be verified before there is a seat. */
  | { kind: 'unverified'; password: UnverifiedPassword }

/** What joining depends on. */
interface SeatFinderOptions {
  participants: Participants
  roles: Roles
  facilitatorSeats: FacilitatorSeats
  seats: Seats
  door: Door
  entryCheck: EntryCheck
  settings: Pick<RoomSettings, 'row'>
}

/** The facilitator's seats are not counted: they are beside all others. */
const NO_SEAT_NEEDED: Occupancy = { capacity: null, taken: 0, abandoned: 0 }

/** Takes a seat for a visitor, or finds the one that the token proves; or has them wait at the door. */
export class SeatFinder {
  readonly #options: SeatFinderOptions

  constructor(options: SeatFinderOptions) {
    this.#options = options
  }

  /** Finds the seat of a visitor who has one, or waits already; takes one for any other, where the rules allow it. */
  findOrTakeSeat(search: SeatSearch): Result<FoundSeat> {
    const { door } = this.#options
    const visitor = door.findVisitor(search.who)
    if (visitor && door.mustWait(search.who)) return ok({ kind: 'waiting', visitor, token: null })
    const found = this.#findSeat(search, visitor)
    // A host or a facilitator came in, or somebody for whom the door is open now.
    if (visitor && found.value?.kind === 'seat') door.releaseVisitor(visitor)
    return found
  }

  /** @param visitor who the token proves to wait at the door */
  #findSeat(search: SeatSearch, visitor: WaitingVisitor | null): Result<FoundSeat> {
    const { participants, roles } = this.#options
    const known = participants.findIncludingRemoved(search.who)
    const seated = known?.isRemoved ? null : known
    if (roles.isFacilitator(search.who)) {
      const found = this.#findFacilitatorSeat(search, seated)
      if (!found.ok) return found
      if (found.value) return foundSeat(found.value)
    } else if (seated) return foundSeat({ participant: seated, token: null })
    return this.#takeSeat(search, { isRemoved: known !== null, visitor })
  }

  /**
   * Finds the seat of a facilitator: that of this device, or one that it has no token for yet. A facilitator who joined as a
   * participant before signing in takes the facilitator's seat now.
   * @param seated who the token proves to have a seat
   * @returns null where there is no such seat
   */
  #findFacilitatorSeat(
    { who, request, now }: SeatSearch,
    seated: RoomParticipant | null,
  ): Result<TakenSeat | null> {
    const { facilitatorSeats, settings, seats } = this.#options
    // Where keys don't rotate, all devices share a seat.
    const wanted = settings.row.keys === null ? undefined : request.participantId
    if (seated && wanted === seated.participantId) {
      // This seat belongs to the key of this device: another one would be given no wraps that it can open.
      const taken = facilitatorSeats.takeOverSeat(seated, who)
      if (!taken.ok) return taken
    }
    const isSeated =
      seated?.role === 'facilitator' && (wanted ?? seated.participantId) === seated.participantId
    const participant = isSeated ? seated : facilitatorSeats.findSeat(wanted)
    if (participant === null) return ok(null)
    const { card } = request
    if (wanted !== undefined && card !== undefined && card !== participant.card)
      seats.setCard(participant, card)
    if (!isSeated) return ok({ participant, token: facilitatorSeats.addToken(participant, who, now) })
    facilitatorSeats.bindSession(participant, who, now)
    return ok({ participant, token: null })
  }

  #takeSeat(
    { who, request, region, verdict, now }: SeatSearch,
    { isRemoved, visitor: waiting }: Newcomer,
  ): Result<FoundSeat> {
    const { participants, settings, roles, seats, door, facilitatorSeats, entryCheck } = this.#options
    const isFacilitator = roles.isFacilitator(who)
    const { alias, participantId, card } = request
    const checkedKeys = checkKeyFields(request, settings.row.keys !== null)
    if (!checkedKeys.ok) return checkedKeys
    const { encryption, schedule } = settings.row
    if (request.ifUnkept && isKept({ encryption, retainFor: schedule?.retainFor }))
      return refused('transcript-kept')
    const occupancy = isFacilitator ? NO_SEAT_NEEDED : seats.countOccupancy(now)
    const visitor = { isRemoved, isHost: roles.isHost(who) }
    if (!isFacilitator) {
      const source = who.source ?? ''
      const checked = entryCheck.checkEntry({ visitor, request, source, verdict, now })
      if (!checked.ok) return checked
      if (checked.value.kind === 'unverified') return ok(checked.value)
    }
    const checkedSeat = checkSeat(occupancy, visitor)
    if (!checkedSeat.ok) return checkedSeat
    const mustWait = door.mustWait(who)
    if (mustWait && request.ifOpen) return refused('door-closed')
    if (mustWait && door.isFull) return refused('room-full')
    if (alias !== undefined) {
      const checkedAlias = mustWait ? seats.checkVisitorAlias(alias) : seats.checkNewAlias(who, alias, now)
      if (!checkedAlias.ok) return checkedAlias
    }
    if (participantId !== undefined) {
      // Also one who was removed: the id is that one's for good.
      const atDoor = door.findById(participantId)
      if (participants.byId.has(participantId) || (atDoor !== null && atDoor !== waiting))
        return refused('participant-taken')
    }
    if (mustWait) return ok({ kind: 'waiting', ...door.addKnock({ alias, participantId, card, now }) })
    const replaced = isFacilitator ? facilitatorSeats.findReplaceable() : ok(null)
    if (!replaced.ok) return replaced
    if (replaced.value) seats.freeSeat(replaced.value)
    return foundSeat(seats.takeSeat({ who, alias, participantId, card, region, now }))
  }
}

/** What is known of a visitor without a seat. */
interface Newcomer {
  /** Whether they had a seat before, or waited at the door, and were removed. */
  isRemoved: boolean
  /** They wait at the door; null where they don't. */
  visitor: WaitingVisitor | null
}

/** Checks that only a room whose keys are of version 2 is given what belongs to them. */
function checkKeyFields(request: JoinRequest, hasRotatingKeys: boolean): Result<void> {
  const fields = (['participantId', 'card'] as const).filter((field) => request[field] !== undefined)
  if (hasRotatingKeys || fields.length === 0) return ok()
  const issues = fields.map((path) => ({ path, message: 'Only a room with keys: 2 takes this.' }))
  return refused({ code: 'invalid-request', issues })
}

function foundSeat(seat: TakenSeat): Result<FoundSeat> {
  return ok({ kind: 'seat', seat })
}
