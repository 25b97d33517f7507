import { PRESENCE_COUNT_EVERY, PRESENCE_LISTED_MAX } from '../../protocol/limits.ts'
import { type Live, type Member, publicMember } from './live.ts'

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
    // Whoever manages the room is known in a crowd, too: what they say shows their role.
    if (!isListed && change === 'presence.join' && member.role !== 'participant')
      live.telling.enqueueEvent({ event: 'presence.update', data }, member.participantId)
    if (!isListed) return
    const except = change === 'presence.update' ? null : member.participantId
    live.telling.enqueueEvent({ event: change, data }, except)
  }

  /** Adds who is present, in place of all that was told of it before. */
  list(live: Live): void {
    const present = live.present.size
    this.#isListed = present <= PRESENCE_LISTED_MAX
    const list = this.#isListed ? { participants: [...live.present].map(publicMember) } : {}
    live.telling.enqueueEvent({ event: 'presence.count', data: { present, ...list } })
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
