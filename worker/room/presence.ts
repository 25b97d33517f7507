import type { Down } from '../../protocol/down.ts'
import { PRESENCE_COUNT_EVERY, PRESENCE_LISTED_MAX } from '../../protocol/limits.ts'
import { say } from '../sockets/say.ts'
import { type Live, type Member, publicMember } from './live.ts'

type Change = 'presence.join' | 'presence.leave' | 'presence.update'

/**
 * Tells who came, went or took another name. In a room with more than 200 present nobody is named any more: the count
 * alone is told, once a second at most, because naming everyone to everyone grows with the square of the room.
 */
export class Presence {
  #timer: ReturnType<typeof setTimeout> | null = null

  /** Tells a change to everyone but the one it is about; a new name to that one too. */
  tell(live: Live, change: Change, member: Member): void {
    if (live.present > PRESENCE_LISTED_MAX) return this.#countSoon(live)
    const event: Down = { event: change, data: { ...publicMember(member), present: live.present } }
    const others = [...live.sockets].filter(
      ([, entry]) => change === 'presence.update' || entry.member !== member,
    )
    say(
      others.map(([socket]) => socket),
      event,
    )
  }

  /** Forgets what it was about to tell: the room is gone. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #countSoon(live: Live): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      say(live.sockets.keys(), { event: 'presence.count', data: { present: live.present } })
    }, PRESENCE_COUNT_EVERY)
  }
}
