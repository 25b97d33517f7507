import type { Epoch } from '../../../protocol/epochs.ts'
import { PRESENCE_LISTED_MAX, PROTOCOL, WELCOME } from '../../../protocol/limits.ts'
import type { Message } from '../../../protocol/message.ts'
import type { Room, RoomId } from '../../../protocol/room.ts'
import type { Cursor, EventQueue } from '../../broadcast/event-queue.ts'
import type { MessageStore } from '../storage/message-store.ts'
import type { Burns } from './burns.ts'
import type { ChangeReader } from './change-reader.ts'
import type { MessageIndex } from './message-index.ts'
import { type RoomParticipant, shownRole, toPublicParticipant } from './participant.ts'
import type { Participants } from './participants.ts'
import type { WaitingList } from './waiting-list.ts'

/** Seats up to which those present are listed in the order of joining. */
const ORDERED_MAX = 1_000

/** What welcomes are made from. */
interface WelcomeCacheOptions {
  roomId: RoomId
  store: MessageStore
  /** Lists the epochs above one, for one seat; undefined where keys don't rotate. */
  readEpochs: ((seatNumber: number, after: number) => Epoch[]) | undefined
  messages: Pick<MessageIndex, 'lastSeq'>
  changeReader: ChangeReader
  burns: Burns
  events: EventQueue
  participants: Participants
  waiting: WaitingList
  present: ReadonlySet<RoomParticipant>
}

/** Whom a welcome is for, and what it contains. */
interface WelcomeRequest {
  participant: RoomParticipant
  /** The room as it is now. */
  room: Room
  /** The highest `seq` that the client has; undefined where it has none. */
  afterSeq: number | undefined
  /** The highest epoch whose key the client has; undefined where it names none. */
  afterEpoch?: number | undefined
  /** The highest change that the client was told; undefined where it names none. */
  afterRev?: number | undefined
  /** The token that the welcome includes; undefined where it includes none. */
  token: string | undefined
  /**
   * Characters that the participant may be sent. A larger welcome comes without messages and changes, which the client then reads by
   * HTTP.
   */
  spareCharacters: number
}

/**
 * Makes the welcomes of a room. What is the same for everyone, the newest messages and the list of those present, is kept
 * serialised. So a thousand who join at once cost a thousand short strings, and storage is not read for each of them.
 */
export class WelcomeCache {
  readonly #options: WelcomeCacheOptions
  /**
   * The JSON of the newest messages, ascending, as many as one welcome carries; null until the first welcome after
   * waking.
   */
  #newest: string[] | null = null
  /** Characters of all of these. */
  #size = 0
  /** The JSON of the list of those present; null until it is needed. */
  #participantsJson: string | null = null

  constructor(options: WelcomeCacheOptions) {
    this.#options = options
  }

  /** Adds a message that was stored. @param json the message, serialised */
  addMessage(json: string): void {
    if (this.#newest === null) return
    this.#newest.push(json)
    this.#size += json.length
    while (this.#newest.length > WELCOME.newest || this.#size > WELCOME.characters)
      this.#size -= this.#newest.shift()?.length ?? 0
  }

  /** Replaces a message that was edited or taken back, where a welcome carries it. */
  replaceMessage(message: Message): void {
    if (this.#newest === null) return
    const at = this.#newest.length - 1 - (this.#options.messages.lastSeq - message.seq)
    const before = this.#newest[at]
    if (before === undefined) return
    const json = JSON.stringify(message)
    this.#newest[at] = json
    this.#size += json.length - before.length
  }

  /** Forgets the list of those present, because somebody came, left or changed their alias or role. */
  forgetParticipants(): void {
    this.#participantsJson = null
  }

  /**
   * Makes the first frame that a participant's socket receives.
   * @returns the frame, and the cursor of what it contains, so that nothing is sent twice
   */
  makeWelcome({
    participant,
    room,
    afterSeq,
    afterEpoch,
    afterRev,
    token,
    spareCharacters,
  }: WelcomeRequest): {
    frame: string
    cursor: Cursor
  } {
    const { messages, events, present, readEpochs, changeReader, burns } = this.#options
    // A page has its own card.
    const { card: _, ...self } = toPublicParticipant(participant)
    const { participantId, alias, role } = self
    const { fromSeq } = participant
    const who = JSON.stringify({ participantId, alias, role, room })
    // Naming everyone to everyone who comes grows with the square of the room, and no page shows a list that long.
    const participants = present.size > PRESENCE_LISTED_MAX ? JSON.stringify([self]) : this.#listPresent()
    const listed =
      afterSeq === undefined ? this.#newestAfter(fromSeq) : this.#missedMessages(Math.max(afterSeq, fromSeq))
    const seen = burns.addOwnTextsToJson(listed, participant, WELCOME.characters)
    const json = changeReader.addChangesToJson(seen, participant).join()
    const changes = changeReader.listChanges(afterRev, participant)
    const tokenJson = token === undefined ? '' : `,"token":${JSON.stringify(token)}`
    // Who has the newest is given none: that is everybody who has just joined by a link.
    const isBehind = afterEpoch !== undefined && afterEpoch < (room.epoch ?? 0)
    const epochs = readEpochs && (isBehind ? readEpochs(participant.seatNumber, afterEpoch) : [])
    const epochsJson = epochs === undefined ? '' : `,"epochs":${JSON.stringify(epochs)}`
    const waitingJson = this.#listWaiting(participant)
    const head = `{"event":"room.welcome","data":${who.slice(0, -1)},"participants":${participants},"messages":[`
    const tail = `],"lastSeq":${messages.lastSeq},"protocol":${PROTOCOL}${tokenJson}${epochsJson}${waitingJson}`
    const end = `${toFields(changes)}}}`
    const fits = head.length + json.length + tail.length + end.length <= spareCharacters
    const shortEnd = changes.changes?.length
      ? `${toFields({ rev: changes.rev, changesFrom: 'start' })}}}`
      : end
    const frame = head + (fits ? json : '') + tail + (fits ? end : shortEnd)
    return { frame, cursor: { seq: messages.lastSeq, tick: events.tick } }
  }

  /** Lists who waits at the door, for a host or facilitator. */
  #listWaiting(participant: RoomParticipant): string {
    const { waiting } = this.#options
    if (waiting.byId.size === 0 || shownRole(participant) === 'participant') return ''
    return `,"waiting":${JSON.stringify(waiting.listVisitors())}`
  }

  #listPresent(): string {
    if (this.#participantsJson === null) {
      const { participants, present } = this.#options
      // In the order of joining, unless that means to look through thousands.
      const inOrder = participants.byId.size <= ORDERED_MAX ? [...participants.byId.values()] : [...present]
      const listed = inOrder.filter((participant) => present.has(participant))
      this.#participantsJson = JSON.stringify(listed.map(toPublicParticipant))
    }
    return this.#participantsJson
  }

  #newestMessages(): string[] {
    if (this.#newest === null) {
      const { store, roomId } = this.#options
      const { newest: limit, characters } = WELCOME
      this.#newest = store.readHistory(roomId, { limit, characters }).map(({ json }) => json)
      this.#size = this.#newest.reduce((sum, { length }) => sum + length, 0)
    }
    return this.#newest
  }

  /** Lists the newest messages above `seq`, as many as one welcome carries. */
  #newestAfter(seq: number): string[] {
    const newest = this.#newestMessages()
    const count = this.#options.messages.lastSeq - seq
    return count < newest.length ? newest.slice(newest.length - count) : newest
  }

  #missedMessages(afterSeq: number): string[] {
    const { store, roomId, messages } = this.#options
    if (afterSeq >= messages.lastSeq) return []
    const newest = this.#newestMessages()
    if (messages.lastSeq - afterSeq <= newest.length) return this.#newestAfter(afterSeq)
    const { missed: limit, characters } = WELCOME
    return store.readHistory(roomId, { after: afterSeq, limit, characters }).map(({ json }) => json)
  }
}

/** Returns what follows other fields in the JSON of an object. */
function toFields(fields: object): string {
  const json = JSON.stringify(fields).slice(1, -1)
  return json === '' ? '' : `,${json}`
}
