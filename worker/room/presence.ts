import { PRESENCE_COUNT_EVERY, PRESENCE_LISTED_MAX } from '../../protocol/limits.ts'
import { type Live, type Member, publicMember, shownRole } from './live.ts'

/** Hosts and facilitators who are named with a count, at most. */
const MANAGERS_NAMED_MAX = 32

type Change = 'presence.join' | 'presence.leave' | 'presence.update'

/**
 * Tells who came, went or took another name. In a room with more than 200 present nobody is named any more: the count
 * alone is told, once a second at most, because naming everyone to everyone grows with the square of the room. Once
 * there are fewer again everyone is told who is left, for nobody knows who went meanwhile.
 */
export class Presence {
  readonly #tell: () => void
  /** Whether everyone knows who is present; null where that is not known, after waking. */
  #isListed: boolean | null = null
  /** Whether somebody was welcomed to a crowd since those who manage the room were named. */
  #areManagersDue = false
  #timer: ReturnType<typeof setTimeout> | null = null

  /** @param tell is called once there is something to tell, some time after it happened */
  constructor(tell: () => void) {
    this.#tell = tell
  }

  /** Adds a change to what is told: to everyone but the one it is about; a new name to that one too. */
  add(live: Live, change: Change, member: Member): void {
    const isListed = live.present.size <= PRESENCE_LISTED_MAX
    this.#isListed ??= live.members.size <= PRESENCE_LISTED_MAX
    if (!isListed || !this.#isListed) this.#countSoon(live)
    const data = { ...publicMember(member), present: live.present.size }
    if (!isListed) return
    const except = change === 'presence.update' ? null : member.participantId
    live.telling.enqueueEvent({ event: change, data }, except)
  }

  /**
   * Notes that somebody was welcomed. In a crowd the welcome names nobody else, so the next count comes with those who
   * manage the room: what they say shows their role.
   */
  recordWelcome(live: Live): void {
    if (live.present.size <= PRESENCE_LISTED_MAX) return
    this.#areManagersDue = true
    this.#countSoon(live)
  }

  /** Adds who is present, in place of all that was told of it before. */
  list(live: Live): void {
    const present = live.present.size
    this.#isListed = present <= PRESENCE_LISTED_MAX
    const list = this.#isListed ? { participants: [...live.present].map(publicMember) } : {}
    live.telling.enqueueEvent({ event: 'presence.count', data: { present, ...list } })
    const managers = this.#areManagersDue && !this.#isListed ? managersOf(live) : []
    this.#areManagersDue = false
    for (const member of managers)
      live.telling.enqueueEvent({ event: 'presence.update', data: { ...publicMember(member), present } })
  }

  /** Forgets what it was about to tell: the room is gone. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #countSoon(live: Live): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.list(live)
      this.#tell()
    }, PRESENCE_COUNT_EVERY)
  }
}

/** Those with a connection who manage the room. They sit where it is run, where there are some thousand sockets at most. */
function managersOf(live: Live): Member[] {
  const here = new Set(
    [...live.crowd.sockets].flatMap((socket) => live.crowd.findConnection(socket)?.owner ?? []),
  )
  return [...here].filter((member) => shownRole(member) !== 'participant').slice(0, MANAGERS_NAMED_MAX)
}
