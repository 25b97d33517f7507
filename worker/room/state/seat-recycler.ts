import { CAPACITY, CLOSED_SEAT_MS, SILENT_SEAT_MS } from '../../../protocol/limits.ts'
import type { Relays } from '../relays/relays.ts'
import { abandonedAt, isAbandoned, isUnused } from '../rules/entry.ts'
import type { RoomParticipant } from './participant.ts'
import type { Participants } from './participants.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import type { RoomSettings } from './settings.ts'

/** Milliseconds from one search for unused seats to the next, and how many seats each looks at: a part of a large room. */
const UNUSED_SEARCH = { everyMs: 1_000, seats: 256 } as const

/** What the recycler looks at. */
export interface SeatRecyclerOptions {
  settings: RoomSettings
  participants: Participants
  presence: PresenceTracker
  relays: Relays
}

/** Finds seats that may be given to somebody else. */
export class SeatRecycler {
  readonly #settings: RoomSettings
  readonly #participants: Participants
  readonly #presence: PresenceTracker
  readonly #relays: Relays
  /** The seat that was abandoned first, as of the last search. */
  #abandoned: Abandoned = { participant: null, until: 0 }
  /** Dead connections that had been found by then. */
  #deadConnections = 0
  /** Where the search for unused seats goes on, and when the last one was; Unix milliseconds. */
  #next: Iterator<RoomParticipant> | null = null
  #searchedAt = 0

  constructor({ settings, participants, presence, relays }: SeatRecyclerOptions) {
    this.#settings = settings
    this.#participants = participants
    this.#presence = presence
    this.#relays = relays
  }

  /** @returns the participant whose seat the next one gets: in a full room the one who abandoned it first, otherwise null */
  findReplaceable(now: number): RoomParticipant | null {
    const { byId, takenSeats } = this.#participants
    if (takenSeats < (this.#settings.row.capacity ?? CAPACITY.max)) return null
    const { participant, until } = this.#abandoned
    const isStill = participant === null || byId.get(participant.participantId) === participant
    // Strangers may ask for a seat in a full room as often as they like, and it may be a large room: it is not searched for
    // each of them. A clock that was set back must not keep seats from those who need them.
    const isEarly =
      now < until && until - now <= SILENT_SEAT_MS && this.#deadConnections === this.#presence.deadConnections
    const isKnown =
      participant === null ? isEarly : isAbandoned(this.#presence.seatUseOf(participant, now), now)
    if (isStill && isKnown) return participant
    this.#abandoned = this.#findAbandoned(now)
    this.#deadConnections = this.#presence.deadConnections
    // Only the relay knows whose connection is dead there: the next who asks learns of it.
    if (this.#abandoned.participant === null) this.#relays.checkPositions()
    return this.#abandoned.participant
  }

  /**
   * Searches a part of a room without a limit for seats of participants who never said anything and have had no
   * connection for long. Nobody needs them, but a script could fill the room with them for ever.
   */
  findUnused(now: number): RoomParticipant[] {
    if (this.#settings.row.capacity !== null) return []
    if (Math.abs(now - this.#searchedAt) < UNUSED_SEARCH.everyMs) return []
    this.#searchedAt = now
    this.#next ??= this.#participants.byId.values()
    const unused: RoomParticipant[] = []
    for (let seen = 0; seen < UNUSED_SEARCH.seats; seen += 1) {
      const { value, done } = this.#next.next()
      if (done) {
        this.#next = null
        break
      }
      if (value.role !== 'participant' || value.isRemoved) continue
      if (isUnused(this.#presence.seatUseOf(value, now), value.wasConnected, now)) unused.push(value)
    }
    return unused
  }

  /** Looks through all seats. No seat becomes abandoned sooner than ten seconds after its last connection. */
  #findAbandoned(now: number): Abandoned {
    let first: RoomParticipant | null = null
    let until = now + CLOSED_SEAT_MS
    for (const participant of this.#participants.byId.values()) {
      const { isRemoved, role, hasSpoken, idleSince, hasClosed } = participant
      if (isRemoved || role === 'facilitator' || hasSpoken || idleSince === null) continue
      until = Math.min(until, abandonedAt({ hasClosed, idleSince }))
      if (
        isAbandoned(this.#presence.seatUseOf(participant, now), now) &&
        (first?.idleSince ?? Number.POSITIVE_INFINITY) > idleSince
      )
        first = participant
    }
    return { participant: first, until }
  }
}

/** The participant whose seat was abandoned first; null where no seat is abandoned before some time, Unix milliseconds. */
interface Abandoned {
  participant: RoomParticipant | null
  until: number
}
