import { CLOSE } from '../../protocol/close.ts'
import { log } from '../log.ts'
import { hangUp } from '../sockets/say.ts'
import type { Live, Member } from './live.ts'
import type { Presence } from './presence.ts'
import type { Store } from './store.ts'

/** Who is here: notes whose connections open and close, and since when somebody has none. One for a room's object. */
export class Attendance {
  readonly #store: Store
  readonly #presence: Presence
  /** Since when somebody has no connection (null: has one), by seat: noted, and not written down yet. */
  readonly #idle = new Map<number, number | null>()

  constructor(store: Store, presence: Presence) {
    this.#store = store
    this.#presence = presence
  }

  /** A member's first connection opened, here or at its relay. */
  arrived(live: Live, member: Member): void {
    const isNew = !live.present.has(member)
    if (member.relay !== null) live.relays.arrived(member.relay, live.lastSeq, isNew)
    if (!isNew) return
    live.present.add(member)
    live.welcomes.changed(member)
    this.#setIdle(live, member, null)
    this.#presence.add(live, 'presence.join', member)
  }

  /** A socket closed; its seat stays. */
  dropped(live: Live, socket: WebSocket, now: number): void {
    const member = live.crowd.drop(socket)
    if (member !== null) this.gone(live, member, now)
  }

  /** A member's last connection closed, here or at its relay; the seat stays. */
  gone(live: Live, member: Member, now: number): void {
    if (!this.#absent(live, member)) return
    this.#setIdle(live, member, now)
    this.#presence.add(live, 'presence.leave', member)
  }

  /** A relay says who has a connection there: everyone else who sits there has none. */
  roll(live: Live, relay: string, present: ReadonlySet<string>, now: number): void {
    for (const member of live.members.values()) {
      if (member.relay !== relay || member.removed) continue
      if (present.has(member.participantId)) this.arrived(live, member)
      else this.gone(live, member, now)
    }
  }

  /** Closes the connections that are too far behind; their participants come back and resume. */
  closeSlow(live: Live, now: number): void {
    for (const socket of live.crowd.takeSlow()) {
      live.crowd.shut(socket, CLOSE.tooSlow)
      this.dropped(live, socket, now)
    }
  }

  /** The room has a limit now: whose seat may be abandoned is written down from here on. */
  limited(live: Live): void {
    for (const member of live.members.values()) this.#setIdle(live, member, member.idleSince)
  }

  /** Writes down what was noted of connections: all that opened in one turn with one statement. */
  flush(): void {
    if (this.#idle.size === 0) return
    try {
      const since = Map.groupBy(this.#idle, ([, idleSince]) => idleSince)
      for (const [idleSince, noted] of since) {
        this.#store.setIdleSince(
          noted.map(([n]) => n),
          idleSince,
        )
      }
      this.#idle.clear()
    } catch (error) {
      // Noted still: the next turn tries again.
      log('idle-not-written', error)
    }
  }

  /** Closes every socket of someone who is no member any more, and tells the others. */
  hangUp(live: Live, member: Member, code: 'removed' | 'not-a-participant'): void {
    const { relay, participantId } = member
    for (const socket of [...member.sockets]) {
      live.crowd.drop(socket)
      hangUp(socket, code)
    }
    const wasHere = this.#absent(live, member)
    // The room may be wrong about who is at a relay; nobody who was removed may go on hearing because of that.
    if (relay !== null && (wasHere || code === 'removed'))
      live.relays.drop(relay, live.lastSeq, { participantId, code })
    if (wasHere) this.#presence.add(live, 'presence.leave', member)
  }

  /** Notes that a member is not present. Gives whether it was. */
  #absent(live: Live, member: Member): boolean {
    if (!live.present.delete(member)) return false
    live.welcomes.changed(member)
    if (member.relay !== null) live.relays.gone(member.relay)
    return true
  }

  /**
   * Notes since when a member has no connection. Written down only while it matters: where there is no limit nobody
   * needs another's seat; and whether somebody sits at a relay the room could not see by itself after waking.
   */
  #setIdle(live: Live, member: Member, idleSince: number | null): void {
    if (live.row.capacity !== null || member.relay !== null) this.#idle.set(member.n, idleSince)
    member.idleSince = idleSince
  }
}
