import { PRESENCE_LISTED_MAX, PROTOCOL, WELCOME } from '../../../protocol/limits.ts'
import type { Cursor } from '../../broadcast/event-queue.ts'
import type { RoomStore } from '../storage/store.ts'
import { type RoomParticipant, type RoomState, toPublicParticipant, toPublicRoom } from './room-state.ts'

/** Seats up to which those present are listed in the order of joining. */
const ORDERED_MAX = 1_000

/** Whom a welcome is for, and what it depends on. */
interface Welcomed {
  participant: RoomParticipant
  /** The highest `seq` that the client has. */
  after: number | undefined
  /** Said with it, where it is not undefined. */
  token: string | undefined
  /** Characters that the participant may be sent: a welcome that is larger has no messages, and they are asked for by HTTP. */
  spare: number
}

/**
 * Makes the welcomes of a room. What is the same for everyone who comes, the newest messages and the list of those
 * present, is kept serialised: a thousand who join at once cost a thousand short strings, and no look into storage.
 */
export class WelcomeCache {
  /** The JSON of the newest messages, ascending, as many as one welcome carries; null until somebody came after the object woke. */
  #newest: string[] | null = null
  /** Characters of all of it. */
  #size = 0
  /** The JSON of those present, where few enough are to be named; null until it is asked for. */
  #participantsJson: string | null = null

  /** Notes a message that was stored. */
  addMessage(json: string): void {
    if (this.#newest === null) return
    this.#newest.push(json)
    this.#size += json.length
    while (this.#newest.length > WELCOME.newest || this.#size > WELCOME.characters)
      this.#size -= this.#newest.shift()?.length ?? 0
  }

  /** Notes that somebody came, went or took another name. */
  participantChanged(): void {
    this.#participantsJson = null
  }

  /**
   * The frame that a participant is welcomed with. It is the first that its socket hears.
   * @returns the frame, and the mark by which nothing is told again that it says
   */
  makeWelcome(
    store: RoomStore,
    live: RoomState,
    { participant: member, after, token, spare }: Welcomed,
    now: number,
  ): { frame: string; mark: Cursor } {
    const { participantId, alias, role } = toPublicParticipant(member)
    const who = JSON.stringify({ participantId, alias, role, room: toPublicRoom(live, now) })
    // To name everyone to everyone who comes grows with the square of the room, and no page shows a list that long.
    const participants =
      live.present.size > PRESENCE_LISTED_MAX
        ? JSON.stringify([{ participantId, alias, role }])
        : this.#listPresent(live)
    const messages = (
      after === undefined ? this.#newestMessages(store, live) : this.#missedMessages(store, live, after)
    ).join()
    const said = token === undefined ? '' : `,"token":${JSON.stringify(token)}`
    const head = `{"event":"room.welcome","data":${who.slice(0, -1)},"participants":${participants},"messages":[`
    const tail = `],"lastSeq":${live.lastSeq},"protocol":${PROTOCOL}${said}}}`
    const fits = head.length + messages.length + tail.length <= spare
    const frame = head + (fits ? messages : '') + tail
    return { frame, mark: { seq: live.lastSeq, tick: live.events.tick } }
  }

  #listPresent(live: RoomState): string {
    if (this.#participantsJson === null) {
      // In the order of joining, where not thousands have to be looked at for that.
      const inOrder =
        live.participants.size <= ORDERED_MAX ? [...live.participants.values()] : [...live.present]
      const present = inOrder.filter((member) => live.present.has(member))
      this.#participantsJson = JSON.stringify(present.map(toPublicParticipant))
    }
    return this.#participantsJson
  }

  #newestMessages(store: RoomStore, live: RoomState): string[] {
    if (this.#newest === null) {
      const { newest: limit, characters } = WELCOME
      this.#newest = store.messages
        .readHistory(live.row.roomId, { limit, characters })
        .map(({ json }) => json)
      this.#size = this.#newest.reduce((sum, { length }) => sum + length, 0)
    }
    return this.#newest
  }

  #missedMessages(store: RoomStore, live: RoomState, after: number): string[] {
    if (after >= live.lastSeq) return []
    const kept = this.#newestMessages(store, live)
    const count = live.lastSeq - after
    if (count <= kept.length) return kept.slice(-count)
    const { missed: limit, characters } = WELCOME
    return store.messages.readHistory(live.row.roomId, { after, limit, characters }).map(({ json }) => json)
  }
}
