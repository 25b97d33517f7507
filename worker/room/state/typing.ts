import { PRESENCE_LISTED_MAX, TYPING_EVERY, TYPING_NAMED_MAX } from '../../../protocol/limits.ts'
import type { EventQueue } from '../../broadcast/event-queue.ts'
import type { RoomParticipant } from './participant.ts'
import type { PresenceTracker } from './presence-tracker.ts'

/** Announces who is typing. */
export class Typing {
  readonly #events: EventQueue
  readonly #presence: PresenceTracker
  /** How many were announced in a large room within the current second, which began at `since` (Unix milliseconds). */
  readonly #announced = { since: 0, count: 0 }

  constructor(events: EventQueue, presence: PresenceTracker) {
    this.#events = events
    this.#presence = presence
  }

  /**
   * Announces to the others that a participant is typing: once a second at most for each of them. In a large room only a few
   * are announced each second, because nobody can read more names.
   */
  enqueueTyping(participant: RoomParticipant, now: number): void {
    if (now - participant.typedAt < TYPING_EVERY) return
    participant.typedAt = now
    if (this.#presence.count > PRESENCE_LISTED_MAX && !this.#countAnnouncement(now)) return
    const { participantId } = participant
    this.#events.enqueueEvent({ event: 'chat.typing', data: { participantId } }, participantId)
  }

  /** @returns whether one more may be announced */
  #countAnnouncement(now: number): boolean {
    const announced = this.#announced
    if (now - announced.since >= TYPING_EVERY) {
      announced.since = now
      announced.count = 0
    }
    announced.count += 1
    return announced.count <= TYPING_NAMED_MAX
  }
}
