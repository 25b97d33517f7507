import { log } from '../../log.ts'
import type { ParticipantStore } from '../storage/participant-store.ts'
import type { RoomParticipant } from './participant.ts'
import type { RoomSettings } from './settings.ts'

/** Since when somebody has no connection, or null, and whether its own side closed it. */
export type IdleTime = Pick<RoomParticipant, 'idleSince' | 'hasClosed'>

/** Since when the participants of a room have no connection: noted at once, and stored at the end of a batch. */
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
   * Notes since when a participant has no connection. It is stored only while it matters: where there is no limit all that
   * counts is whether a seat was ever used. At a relay it always matters, because after waking the room can't see by itself
   * who is connected there.
   */
  setIdle(participant: RoomParticipant, { idleSince, hasClosed }: IdleTime): void {
    const isAtStake =
      this.#settings.row.capacity !== null || (!participant.hasSpoken && !participant.wasConnected)
    if (isAtStake || participant.relay !== null)
      this.#unwritten.set(participant.seatNumber, { idleSince, hasClosed })
    participant.idleSince = idleSince
    participant.hasClosed = hasClosed
  }

  /** Stores what was noted: one statement for all connections that opened in one batch. */
  writeIdle(): void {
    if (this.#unwritten.size === 0) return
    try {
      const alike = Map.groupBy(
        this.#unwritten,
        ([, { idleSince, hasClosed }]) => `${idleSince} ${hasClosed}`,
      )
      for (const noted of alike.values()) {
        const [, { idleSince, hasClosed }] = noted[0] as [number, IdleTime]
        const seatNumbers = noted.map(([seatNumber]) => seatNumber)
        this.#store.setIdleSince(seatNumbers, idleSince, hasClosed)
      }
      this.#unwritten.clear()
    } catch (error) {
      // It stays noted: the next batch tries again.
      log('idle-times-not-stored', error)
    }
  }
}
