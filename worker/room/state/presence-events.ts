import { PRESENCE_COUNT_EVERY, PRESENCE_LISTED_MAX } from '../../../protocol/limits.ts'
import type { ConnectionRegistry } from '../../broadcast/connections.ts'
import type { EventQueue } from '../../broadcast/event-queue.ts'
import { type RoomParticipant, shownRole, toPublicParticipant } from './participant.ts'
import type { Participants } from './participants.ts'

/** Hosts and facilitators who are named with a count, at most. */
const MANAGERS_NAMED_MAX = 32

type PresenceChange = 'presence.join' | 'presence.leave' | 'presence.update'

/** What the events depend on. */
export interface PresenceEventsOptions {
  events: EventQueue
  participants: Participants
  connections: ConnectionRegistry<RoomParticipant>
  /** Who is present, in the order of coming. */
  present: ReadonlySet<RoomParticipant>
  /** Is called when a count was enqueued, some time after what it counts happened. */
  onCountEnqueued: () => void
}

/**
 * Enqueues who came, left or took another name. In a room with more than 200 present nobody is named any more: only the
 * count is announced, once a second at most, because naming everyone to everyone grows with the square of the room. Once
 * there are fewer again, everyone receives the list of those who are left, since nobody knows who left meanwhile.
 */
export class PresenceEvents {
  readonly #options: PresenceEventsOptions
  /** Whether everyone knows who is present; null where that is not known, after waking. */
  #isListed: boolean | null = null
  /** Whether somebody was welcomed to a large room since hosts and facilitators were named last. */
  #areManagersDue = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: PresenceEventsOptions) {
    this.#options = options
  }

  /** Enqueues a change: for everyone except the participant it is about, who receives only a new name. */
  enqueueChange(change: PresenceChange, participant: RoomParticipant): void {
    const { events, participants, present } = this.#options
    const isListed = present.size <= PRESENCE_LISTED_MAX
    this.#isListed ??= participants.byId.size <= PRESENCE_LISTED_MAX
    if (!isListed || !this.#isListed) this.#scheduleCount()
    if (!isListed) return
    const except = change === 'presence.update' ? null : participant.participantId
    const data = { ...toPublicParticipant(participant), present: present.size }
    events.enqueueEvent({ event: change, data }, except)
  }

  /**
   * Notes that somebody was welcomed. In a large room the welcome names nobody else, so the next count comes with hosts
   * and facilitators: their messages show their role.
   */
  recordWelcome(): void {
    if (this.#options.present.size <= PRESENCE_LISTED_MAX) return
    this.#areManagersDue = true
    this.#scheduleCount()
  }

  /** Enqueues who is present, in place of all that was announced before. */
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

  /** Stops the timer: the room is over. */
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

  /** Hosts and facilitators who are connected. They sit where the room is run, where there are some thousand sockets at most. */
  #findManagers(): RoomParticipant[] {
    const { connections } = this.#options
    const here = new Set(
      [...connections.sockets].flatMap((socket) => connections.findConnection(socket)?.owner ?? []),
    )
    return [...here]
      .filter((participant) => shownRole(participant) !== 'participant')
      .slice(0, MANAGERS_NAMED_MAX)
  }
}
