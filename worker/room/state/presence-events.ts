import { PRESENCE_COUNT_EVERY, PRESENCE_LISTED_MAX } from '../../../protocol/limits.ts'
import { type RoomParticipant, type RoomState, shownRole, toPublicParticipant } from './room-state.ts'

/** Hosts and facilitators who are named with a count, at most. */
const MANAGERS_NAMED_MAX = 32

type PresenceChange = 'presence.join' | 'presence.leave' | 'presence.update'

/**
 * Tells who came, went or took another name. In a room with more than 200 present nobody is named any more: the count
 * alone is told, once a second at most, because naming everyone to everyone grows with the square of the room. Once
 * there are fewer again everyone is told who is left, for nobody knows who went meanwhile.
 */
export class PresenceEvents {
  readonly #flush: () => void
  /** Whether everyone knows who is present; null where that is not known, after waking. */
  #isListed: boolean | null = null
  /** Whether somebody was welcomed to a crowd since those who manage the room were named. */
  #areManagersDue = false
  #timer: ReturnType<typeof setTimeout> | null = null

  /** @param tell is called once there is something to tell, some time after it happened */
  constructor(tell: () => void) {
    this.#flush = tell
  }

  /** Adds a change to what is told: to everyone but the one it is about; a new name to that one too. */
  enqueueChange(live: RoomState, change: PresenceChange, member: RoomParticipant): void {
    const isListed = live.present.size <= PRESENCE_LISTED_MAX
    this.#isListed ??= live.participants.size <= PRESENCE_LISTED_MAX
    if (!isListed || !this.#isListed) this.#countSoon(live)
    const data = { ...toPublicParticipant(member), present: live.present.size }
    if (!isListed) return
    const except = change === 'presence.update' ? null : member.participantId
    live.events.enqueueEvent({ event: change, data }, except)
  }

  /**
   * Notes that somebody was welcomed. In a crowd the welcome names nobody else, so the next count comes with those who
   * manage the room: what they say shows their role.
   */
  recordWelcome(live: RoomState): void {
    if (live.present.size <= PRESENCE_LISTED_MAX) return
    this.#areManagersDue = true
    this.#countSoon(live)
  }

  /** Adds who is present, in place of all that was told of it before. */
  enqueueList(live: RoomState): void {
    const present = live.present.size
    this.#isListed = present <= PRESENCE_LISTED_MAX
    const list = this.#isListed ? { participants: [...live.present].map(toPublicParticipant) } : {}
    live.events.enqueueEvent({ event: 'presence.count', data: { present, ...list } })
    const managers = this.#areManagersDue && !this.#isListed ? managersOf(live) : []
    this.#areManagersDue = false
    for (const member of managers)
      live.events.enqueueEvent({
        event: 'presence.update',
        data: { ...toPublicParticipant(member), present },
      })
  }

  /** Forgets what it was about to tell: the room is gone. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #countSoon(live: RoomState): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.enqueueList(live)
      this.#flush()
    }, PRESENCE_COUNT_EVERY)
  }
}

/** Those with a connection who manage the room. They sit where it is run, where there are some thousand sockets at most. */
function managersOf(live: RoomState): RoomParticipant[] {
  const here = new Set(
    [...live.connections.sockets].flatMap((socket) => live.connections.findConnection(socket)?.owner ?? []),
  )
  return [...here].filter((member) => shownRole(member) !== 'participant').slice(0, MANAGERS_NAMED_MAX)
}
