import { log } from '../../log.ts'
import type { IdleTime, ParticipantStore } from '../storage/participant-store.ts'
import type { RoomRow } from '../storage/rows.ts'
import type { RoomParticipant } from './participant.ts'
import type { RoomSettings } from './settings.ts'

/** Whether it has to be known for how long a participant is away, because their role is free then. */
export function isMissedHost({ role }: RoomParticipant, { schedule }: Pick<RoomRow, 'schedule'>): boolean {
  return role === 'host' && schedule === null
}

/** Since when the participants of a room have no connection. It is known at once, and stored at the end of a batch. */
export class IdleTimes {
  readonly #store: ParticipantStore
  readonly #settings: RoomSettings
  /** By seat number. */
  readonly #unwritten = new Map<number, IdleTime>()

  constructor(store: ParticipantStore, settings: RoomSettings) {
    this.#store = store
    this.#settings = settings
  }

  /**
   * Sets since when a participant has no connection, or has one. It is stored only where it matters: in a room with a limit;
   * of a seat that was never used; of a host whose role is free once they have been away for long; at a relay, because after
   * waking the room can't see by itself who is connected there; and in a room that waits for a second participant, which may
   * sleep before that one has been here for long enough.
   */
  setIdle(participant: RoomParticipant, { idleSince, hasClosed, connectedSince }: IdleTime): void {
    const { isWaiting, row } = this.#settings
    const isUnused = !participant.hasSpoken && !participant.wasConnected
    const isOften = row.capacity !== null || participant.relay !== null || isWaiting
    const idleTime = { idleSince, hasClosed, connectedSince: isWaiting ? connectedSince : null }
    if (isOften || isUnused || isMissedHost(participant, row))
      this.#unwritten.set(participant.seatNumber, idleTime)
    Object.assign(participant, idleTime)
  }

  /** Stores what was set since the last call: one statement for all participants with the same values. */
  writeIdle(): void {
    if (this.#unwritten.size === 0) return
    try {
      const byValues = Map.groupBy(
        this.#unwritten,
        ([, { idleSince, hasClosed, connectedSince }]) => `${idleSince} ${hasClosed} ${connectedSince}`,
      )
      for (const entries of byValues.values()) {
        const [, idleTime] = entries[0] as [number, IdleTime]
        const seatNumbers = entries.map(([seatNumber]) => seatNumber)
        this.#store.setIdleSince(seatNumbers, idleTime)
      }
      this.#unwritten.clear()
    } catch (error) {
      // It stays unwritten, and the next batch tries again.
      log('idle-times-not-stored', error)
    }
  }
}
