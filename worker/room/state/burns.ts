import { BURN_SEATS_MAX } from '../../../protocol/limits.ts'
import type { Message, RevealedText } from '../../../protocol/message.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'
import type { RoomId } from '../../../protocol/room.ts'
import type { EventQueue } from '../../broadcast/event-queue.ts'
import { claimParticipantId } from '../../ids.ts'
import { clockOf, countRead, dueAtOf } from '../rules/disappearing.ts'
import type { BurnRow, BurnStore } from '../storage/burn-store.ts'
import type { MessageStore } from '../storage/message-store.ts'
import { isAuthor, type RoomParticipant } from './participant.ts'
import type { Participants } from './participants.ts'
import type { Timers } from './timers.ts'

/** What messages that are read once depend on. */
interface BurnsOptions {
  roomId: RoomId
  store: BurnStore
  messageStore: Pick<MessageStore, 'readMessages'>
  timers: Timers
  participants: Participants
  events: EventQueue
}

/** Who reads: somebody with a seat, or null. */
type Reader = Parameters<typeof isAuthor>[0] | null

/** What only the author of a message that is read once is shown of it. */
type OwnView = Required<Pick<Message, 'text' | 'read' | 'of'>>

/** Messages that are read once: their texts, which their authors are shown, and the others as long as their clocks run. */
export class Burns {
  readonly #options: BurnsOptions

  constructor(options: BurnsOptions) {
    this.#options = options
  }

  /** Checks whether messages are read once in a room of this size. */
  checkSeats(): Result<void> {
    const { byId } = this.#options.participants
    return byId.size > BURN_SEATS_MAX && this.#listSeated().length > BURN_SEATS_MAX
      ? refused('too-many-seats')
      : ok()
  }

  /**
   * Stores the text of a message, before the message is stored without it.
   * @returns what its author is shown beside what everyone is
   */
  addText({ seq, text }: Pick<Message, 'seq' | 'text'>, author: RoomParticipant): OwnView {
    const others = this.#listSeated().filter((participant) => participant !== author)
    const row = { seq, text, clocks: new Map(others.map(({ participantId }) => [participantId, null])) }
    this.#options.store.setBurn(row)
    return toOwnView(row)
  }

  /**
   * Reveals a text to somebody, whose clock starts with that. Again is the same, until it ran out. Its author is told.
   * @returns the text, and until when it is shown; a refusal where it is their own, or there is none (any more)
   */
  revealText(participant: RoomParticipant, seq: number, now: number): Result<RevealedText> {
    const { roomId, store, messageStore } = this.#options
    const [message] = seq > participant.fromSeq ? messageStore.readMessages(roomId, [seq]) : []
    const [row] = store.readBurns([seq])
    if (message?.burn === undefined || row === undefined) return refused('message-not-found')
    if (isAuthor(participant, message)) return refused('not-allowed')
    const known = row.clocks.get(participant.participantId)
    const until = known ?? clockOf(message, now)
    if (until <= now) return refused('message-not-found')
    if (known === undefined && row.clocks.size >= BURN_SEATS_MAX) return refused('not-allowed')
    if (known === undefined || known === null) {
      const clocks = new Map(row.clocks).set(participant.participantId, until)
      this.#startClock(message, row, { ...row, clocks })
    }
    return ok({ text: row.text, until })
  }

  /** @returns when a message is to be gone, Unix milliseconds; null where it stays */
  dueAtOf(message: Message): number | null {
    const [row] = message.burn === undefined ? [] : this.#options.store.readBurns([message.seq])
    return dueAtOf(message, row?.clocks)
  }

  /** Deletes the text of a message, where it is read once. */
  deleteText(seq: number): void {
    this.#options.store.removeBurn(seq)
  }

  /**
   * Adds the texts of their own messages for one reader, as far as there is room, the newest first.
   * @param room characters
   * @returns how many characters were added
   */
  addOwnTexts(messages: readonly Message[], reader: Reader, room: number): number {
    if (!this.#options.store.isCreated || reader === null) return 0
    const own = messages.filter((message) => message.burn !== undefined && isAuthor(reader, message))
    const rows = this.#options.store.readBurns(own.map(({ seq }) => seq))
    const bySeq = new Map(rows.map((row) => [row.seq, row]))
    let added = 0
    for (const message of own.toReversed()) {
      const row = bySeq.get(message.seq)
      if (row === undefined || added + row.text.length > room) continue
      added += row.text.length
      Object.assign(message, toOwnView(row))
    }
    return added
  }

  /**
   * Adds the same to messages that are serialised.
   * @returns the same list where there is nothing to be added
   */
  addOwnTextsToJson(messages: string[], reader: Reader, room: number): string[] {
    if (!this.#options.store.isCreated || reader === null) return messages
    // Within a text the quotation marks are escaped.
    const parsed = new Map<number, Message>()
    for (const [at, json] of messages.entries())
      if (json.includes('"burn":')) parsed.set(at, JSON.parse(json))
    this.addOwnTexts([...parsed.values()], reader, room)
    return messages.map((json, at) => (parsed.has(at) ? JSON.stringify(parsed.get(at)) : json))
  }

  #startClock(message: Message, before: BurnRow, after: BurnRow): void {
    const { store, timers, events } = this.#options
    const { seq } = message
    const [oldDueAt, newDueAt] = [dueAtOf(message, before.clocks), dueAtOf(message, after.clocks)]
    store.setBurn(after)
    if (newDueAt !== null && newDueAt !== oldDueAt) {
      // In this order, so that there is a timer whatever fails.
      timers.addTimer(seq, newDueAt)
      timers.removeTimer(seq, oldDueAt)
    }
    const { read, of } = toOwnView(after)
    const authorId = claimParticipantId(message.participantId)
    events.enqueueEventFor([authorId], { event: 'chat.read', data: { seq, read, of } })
  }

  #listSeated(): RoomParticipant[] {
    return [...this.#options.participants.byId.values()].filter(({ isRemoved }) => !isRemoved)
  }
}

function toOwnView({ text, clocks }: BurnRow): OwnView {
  return { text, read: countRead(clocks), of: clocks.size }
}
