import { PRESENCE_LISTED_MAX, TYPING_EVERY, TYPING_NAMED_MAX } from '../../../protocol/limits.ts'
import type { EventQueue } from '../../broadcast/event-queue.ts'
import { checkSpeech } from '../rules/speaking.ts'
import { type RoomParticipant, shownRole } from './participant.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import type { RoomSettings } from './settings.ts'

/** Announces who is typing. */
export class Typing {
  readonly #settings: Pick<RoomSettings, 'row'>
  readonly #events: EventQueue
  readonly #presence: PresenceTracker
  /** How many were announced in a large room within the current second, which began at `since` (Unix milliseconds). */
  readonly #announced = { since: 0, count: 0 }

  constructor(settings: Pick<RoomSettings, 'row'>, events: EventQueue, presence: PresenceTracker) {
    this.#settings = settings
    this.#events = events
    this.#presence = presence
  }

  /**
   * Announces to the others that a participant is typing: once a second at most for each of them. In a large room only a few
   * are announced each second, because nobody can read more names. Who may not speak now types unseen.
   */
  enqueueTyping(participant: RoomParticipant, now: number): void {
    if (now - participant.typedAt < TYPING_EVERY) return
    const speaker = { role: shownRole(participant), mutedUntil: participant.mutedUntil }
    if (!checkSpeech('speak', speaker, this.#settings.row, now).ok) return
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
