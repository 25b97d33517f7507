import { log } from '../../log.ts'
import type { ParticipantStore } from '../storage/participant-store.ts'
import type { RoomRow } from '../storage/rows.ts'
import type { RoomParticipant } from './participant.ts'
import type { RoomSettings } from './settings.ts'

/** Since when somebody has no connection, or null while they have one, and whether their own side closed the last one. */
type IdleTime = Pick<RoomParticipant, 'idleSince' | 'hasClosed'>

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
   * Sets since when a participant has no connection. It is stored only where it matters: in a room with a limit; of a seat
   * that was never used; of a host whose role is free once they have been away for long; and at a relay, because after waking
   * the room can't see by itself who is connected there.
   */
  setIdle(participant: RoomParticipant, { idleSince, hasClosed }: IdleTime): void {
    const matters =
      this.#settings.row.capacity !== null || (!participant.hasSpoken && !participant.wasConnected)
    if (matters || isMissedHost(participant, this.#settings.row) || participant.relay !== null)
      this.#unwritten.set(participant.seatNumber, { idleSince, hasClosed })
    participant.idleSince = idleSince
    participant.hasClosed = hasClosed
  }

  /** Stores what was set since the last call: one statement for all participants with the same values. */
  writeIdle(): void {
    if (this.#unwritten.size === 0) return
    try {
      const byValues = Map.groupBy(
        this.#unwritten,
        ([, { idleSince, hasClosed }]) => `${idleSince} ${hasClosed}`,
      )
      for (const entries of byValues.values()) {
        const [, { idleSince, hasClosed }] = entries[0] as [number, IdleTime]
        const seatNumbers = entries.map(([seatNumber]) => seatNumber)
        this.#store.setIdleSince(seatNumbers, idleSince, hasClosed)
      }
      this.#unwritten.clear()
    } catch (error) {
      // It stays unwritten, and the next batch tries again.
      log('idle-times-not-stored', error)
    }
  }
}
