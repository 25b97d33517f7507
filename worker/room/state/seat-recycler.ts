import { CAPACITY, CLOSED_SEAT_MS, SILENT_SEAT_MS } from '../../../protocol/limits.ts'
import type { Relays } from '../relays/relays.ts'
import { abandonedAt, isAbandoned, isUnused } from '../rules/entry.ts'
import type { RoomParticipant } from './participant.ts'
import type { Participants } from './participants.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import type { RoomSettings } from './settings.ts'

/** Milliseconds from one search for unused seats to the next, and how many seats one search looks at. */
const UNUSED_SEARCH = { everyMs: 1_000, seats: 256 } as const

/** What the recycler looks at. */
interface SeatRecyclerOptions {
  settings: RoomSettings
  participants: Participants
  presence: PresenceTracker
  relays: Relays
}

/** Finds seats that somebody else may take, or that nobody uses. */
export class SeatRecycler {
  readonly #settings: RoomSettings
  readonly #participants: Participants
  readonly #presence: PresenceTracker
  readonly #relays: Relays
  /** The seat that was abandoned first, as of the last search. */
  #abandoned: Abandoned = { participant: null, until: 0 }
  /** How many dead connections had been found at that search. */
  #deadConnections = 0
  /** Where the next search for unused seats goes on; null where it starts again. */
  #next: Iterator<RoomParticipant> | null = null
  /** When the last search for unused seats was, Unix milliseconds. */
  #searchedAt = 0

  constructor({ settings, participants, presence, relays }: SeatRecyclerOptions) {
    this.#settings = settings
    this.#participants = participants
    this.#presence = presence
    this.#relays = relays
  }

  /**
   * @returns the participant whose seat the next one takes: in a full room, who abandoned theirs first; null otherwise
   */
  findReplaceable(now: number): RoomParticipant | null {
    const { byId, takenSeats } = this.#participants
    if (takenSeats < (this.#settings.row.capacity ?? CAPACITY.max)) return null
    const { participant, until } = this.#abandoned
    const isStill =
      participant === null ||
      (byId.get(participant.participantId) === participant && participant.role !== 'facilitator')
    // Strangers may ask for a seat in a full room as often as they like, and the room may be large: it is not searched for
    // each of them. Where the clock was set back, it is searched, so that nobody waits for a seat that is free.
    const isEarly =
      now < until && until - now <= SILENT_SEAT_MS && this.#deadConnections === this.#presence.deadConnections
    const isKnown =
      participant === null ? isEarly : isAbandoned(this.#presence.seatUseOf(participant, now), now)
    if (isStill && isKnown) return participant
    this.#abandoned = this.#findAbandoned(now)
    this.#deadConnections = this.#presence.deadConnections
    // A connection at a relay may be dead, which only the relay can find out. The next visitor profits from its answer.
    if (this.#abandoned.participant === null) this.#relays.checkPositions()
    return this.#abandoned.participant
  }

  /**
   * Searches a part of a room without a limit for seats of participants who never spoke and have had no connection for
   * long. Nobody else needs them, but otherwise a script could fill the room with them for good.
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

  /** Searches all seats for the one that was abandoned first, and for the time until which no other search finds one. */
  #findAbandoned(now: number): Abandoned {
    let first: RoomParticipant | null = null
    // A seat whose participant is connected now is abandoned at the earliest so long after its connection closes.
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

/** What a search for an abandoned seat found. */
interface Abandoned {
  /** The participant who abandoned their seat first; null where nobody has. */
  participant: RoomParticipant | null
  /** Until when no seat can become abandoned, Unix milliseconds: no search is needed before. */
  until: number
}
