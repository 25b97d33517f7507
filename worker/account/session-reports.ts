import type { AccountId } from '../../protocol/account.ts'
import type { RoomId } from '../../protocol/room.ts'
import { log } from '../log.ts'
import type { Room } from '../room/room.ts'
import type { AccountAlarm } from './account-alarm.ts'
import { mapConcurrent } from './map-concurrent.ts'
import type { SeatIndex } from './seat-index.ts'

/** What a report needs. */
interface SessionReportsParts {
  accountId: AccountId
  seats: SeatIndex
  alarm: AccountAlarm
  stubOf: (roomId: RoomId) => DurableObjectStub<Room>
}

/** Reports to rooms which sessions have ended, since a seat that was taken with one changes then. One for an account's object. */
export class SessionReports {
  readonly #parts: SessionReportsParts

  constructor(parts: SessionReportsParts) {
    this.#parts = parts
  }

  /** Whether a room does not know yet of a session that has ended. */
  hasUnreported(): boolean {
    return this.#parts.seats.readUnreported().length > 0
  }

  /**
   * Reports the ended sessions to their rooms, a few rooms at a time. A room that is gone has nobody in it. The alarm is
   * set first: it repeats what fails.
   */
  async reportEndedSessions(): Promise<void> {
    const { accountId, seats, alarm, stubOf } = this.#parts
    alarm.scheduleAlarm()
    try {
      await mapConcurrent(seats.readUnreported(), async (ended) => {
        await stubOf(ended.roomId).endSessions(accountId, ended.sessionIds, ended.isRevoked)
        seats.confirmReported(ended)
      })
    } catch (error) {
      log('ended-sessions-not-reported', error)
    }
    alarm.scheduleAlarm()
  }
}
