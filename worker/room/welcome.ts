import { PROTOCOL, WELCOME } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import type { Mark } from '../sockets/told.ts'
import { type Live, type Member, publicMember, publicRoom } from './live.ts'
import type { Store } from './store.ts'

/** Seats up to which those present are listed in the order of joining. */
const ORDERED_MAX = 1_000

/** A message as it is kept at hand: serialised, with the characters of its text. */
interface Kept {
  json: string
  size: number
}

/**
 * Makes the welcomes of a room. What is the same for everyone who comes, the newest messages and the list of those
 * present, is kept serialised: a thousand who join at once cost a thousand short strings, and no look into storage.
 */
export class Welcomes {
  /** The newest messages, ascending; null until somebody came after the object woke. */
  #newest: Kept[] | null = null
  /** Those of them that are listed, and the list. */
  #list: { ids: ReadonlySet<string>; json: string } | null = null

  /** Notes a message that was stored. */
  stored(message: Message, json: string): void {
    if (this.#newest === null) return
    this.#newest.push({ json, size: message.text.length })
    if (this.#newest.length > WELCOME.newest) this.#newest.shift()
  }

  /** Notes that somebody came, went or took another name. */
  changed({ participantId }: Member): void {
    const list = this.#list
    if (list && (list.ids.size < WELCOME.participants || list.ids.has(participantId))) this.#list = null
  }

  /**
   * The frame that a member is welcomed with. It is the first that its socket hears.
   * @param after the highest `seq` that the client has
   * @param token said with it, where it is not undefined
   * @returns the frame, and the mark by which nothing is told again that it says
   */
  make(
    store: Store,
    live: Live,
    member: Member,
    after: number | undefined,
    token: string | undefined,
    now: number,
  ): { frame: string; mark: Mark } {
    const { participantId, alias, role } = publicMember(member)
    const who = JSON.stringify({ participantId, alias, role, room: publicRoom(live, now) })
    const messages = (
      after === undefined ? this.#latest(store, live) : this.#missed(store, live, after)
    ).join()
    const said = token === undefined ? '' : `,"token":${JSON.stringify(token)}`
    const frame =
      `{"event":"room.welcome","data":${who.slice(0, -1)},"participants":${this.#participants(live)},` +
      `"messages":[${messages}],"lastSeq":${live.lastSeq},"protocol":${PROTOCOL}${said}}}`
    return { frame, mark: { seq: live.lastSeq, tick: live.telling.tick } }
  }

  #participants(live: Live): string {
    if (this.#list === null) {
      const listed = []
      // In the order of joining, where not thousands have to be looked at for that.
      const inOrder = live.members.size <= ORDERED_MAX ? live.members.values() : live.present
      for (const member of inOrder) {
        if (!live.present.has(member)) continue
        listed.push(publicMember(member))
        if (listed.length === WELCOME.participants) break
      }
      const ids = new Set(listed.map(({ participantId }) => participantId))
      this.#list = { ids, json: JSON.stringify(listed) }
    }
    return this.#list.json
  }

  #kept(store: Store, live: Live): Kept[] {
    this.#newest ??= store.messages.history(live.row.roomId, { limit: WELCOME.newest }).map(keep)
    return this.#newest
  }

  #latest(store: Store, live: Live): string[] {
    return fitting(this.#kept(store, live).toReversed()).reverse()
  }

  #missed(store: Store, live: Live, after: number): string[] {
    if (after >= live.lastSeq) return []
    const kept = this.#kept(store, live)
    const missed = live.lastSeq - after
    if (missed <= kept.length) return fitting(kept.slice(-missed))
    return fitting(store.messages.history(live.row.roomId, { after, limit: WELCOME.missed }).map(keep))
  }
}

function keep(message: Message): Kept {
  return { json: JSON.stringify(message), size: message.text.length }
}

/** As many of them, from the first on, as a welcome may weigh. The rest is asked for by HTTP. */
function fitting(messages: Kept[]): string[] {
  let size = 0
  const fits: string[] = []
  for (const message of messages) {
    size += message.size
    if (size > WELCOME.characters) break
    fits.push(message.json)
  }
  return fits
}
