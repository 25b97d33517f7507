import { PRESENCE_COUNT_EVERY, PRESENCE_LISTED_MAX } from '../../../protocol/limits.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'
import type { EventQueue } from '../../broadcast/event-queue.ts'
import { type RoomParticipant, shownRole, toPublicParticipant } from './participant.ts'
import type { Participants } from './participants.ts'

/** Hosts and facilitators who are named after a count, at most. */
const MANAGERS_NAMED_MAX = 32

/** A change of what a host may change of a participant. */
export interface ManagedChange {
  /** Who changed it; undefined where they did so themselves, or nobody did. */
  by?: ParticipantId | undefined
  /** Whether the role is another one. */
  isRole: boolean
}

type PresenceChange = 'presence.join' | 'presence.leave' | 'presence.update'

/** What the events depend on. */
interface PresenceEventsOptions {
  events: EventQueue
  participants: Pick<Participants, 'byId' | 'managers'>
  /** Who is present, in the order of coming. */
  present: ReadonlySet<RoomParticipant>
  /** Is called after a timer has enqueued a count, so that it is sent. */
  onCountEnqueued: () => void
}

/**
 * Enqueues the events that announce who came, left or changed their alias. In a room with more than 200 present nobody is
 * named: only the count is announced, once a second at most, because naming everyone to everyone grows with the square of
 * the room. Once fewer are present again, everyone receives the whole list, because nobody knows who left meanwhile.
 */
export class PresenceEvents {
  readonly #options: PresenceEventsOptions
  /** Whether everyone knows who is present; null after waking, when the room does not know that. */
  #isListed: boolean | null = null
  /** Whether somebody was welcomed to a large room since hosts and facilitators were named last. */
  #areManagersDue = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: PresenceEventsOptions) {
    this.#options = options
  }

  /** Enqueues a change. The participant whom it is about receives it only where it is an update. */
  enqueueChange(change: PresenceChange, participant: RoomParticipant, by?: ParticipantId): void {
    const { events, participants, present } = this.#options
    const isListed = present.size <= PRESENCE_LISTED_MAX
    this.#isListed ??= participants.byId.size <= PRESENCE_LISTED_MAX
    if (!isListed || !this.#isListed) this.#scheduleCount()
    if (!isListed) return
    const except = change === 'presence.update' ? null : participant.participantId
    const data = { ...toPublicParticipant(participant), present: present.size, ...(by && { by }) }
    events.enqueueEvent({ event: change, data }, except)
  }

  /**
   * Enqueues that a participant has another role, is muted or not, or has a hand up or down.
   * In a room with more than 200 present everybody is told of a role, and of the rest only hosts, facilitators and the participant.
   */
  enqueueManaged(participant: RoomParticipant, { by, isRole }: ManagedChange): void {
    const { events, participants, present } = this.#options
    if (present.size <= PRESENCE_LISTED_MAX) return this.enqueueChange('presence.update', participant, by)
    const data = { ...toPublicParticipant(participant), present: present.size, ...(by && { by }) }
    const event = { event: 'presence.update', data } as const
    if (isRole) return events.enqueueEvent(event)
    const concerned = new Set([...participants.managers, participant])
    events.enqueueEventFor(
      [...concerned].map(({ participantId }) => participantId),
      event,
    )
  }

  /**
   * Records that somebody was welcomed. In a large room the welcome names nobody else, so hosts and facilitators follow the
   * next count: the page shows their roles beside their messages.
   */
  recordWelcome(): void {
    if (this.#options.present.size <= PRESENCE_LISTED_MAX) return
    this.#areManagersDue = true
    this.#scheduleCount()
  }

  /** Enqueues how many are present, and in a small room who: it replaces everything that was announced before. */
  enqueueList(): void {
    const { events, present } = this.#options
    const count = present.size
    this.#isListed = count <= PRESENCE_LISTED_MAX
    const list = this.#isListed ? { participants: [...present].map(toPublicParticipant) } : {}
    events.enqueueEvent({ event: 'presence.count', data: { present: count, ...list } })
    const managers = this.#areManagersDue && !this.#isListed ? this.#findManagers() : []
    this.#areManagersDue = false
    for (const participant of managers) {
      const data = { ...toPublicParticipant(participant), present: count }
      events.enqueueEvent({ event: 'presence.update', data })
    }
  }

  /** Stops the timer: the room has closed or ended. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #scheduleCount(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.enqueueList()
      this.#options.onCountEnqueued()
    }, PRESENCE_COUNT_EVERY)
  }

  /** Returns the hosts and facilitators who are present, here or at a relay. */
  #findManagers(): RoomParticipant[] {
    const { participants, present } = this.#options
    return [...participants.managers]
      .filter((participant) => present.has(participant) && shownRole(participant) !== 'participant')
      .slice(0, MANAGERS_NAMED_MAX)
  }
}
