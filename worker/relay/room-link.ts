import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { refused } from '../../protocol/refusal.ts'
import { waitUntilIdle } from '../broadcast/wait-until-idle.ts'
import { log } from '../log.ts'
import {
  type AdmissionAnswer,
  type AdmissionRequest,
  type Departure,
  type MessageAnswer,
  type RelayToRoom,
  type RelayToRoomAnswer,
  STORED,
} from '../relay-protocol/calls.ts'

/**
 * Messages in one call. The longest stored ones, which are answered where they are sent again, are 64 Ki characters each, of
 * two bytes at worst: 16 MiB, half of what the platform lets through.
 */
const MESSAGES_PER_CALL = 128
/** Upgrades in one call. */
const ADMISSIONS_PER_CALL = 256
/** Characters of messages that may wait for the room; beyond it their senders are asked to slow down. */
const WAITING_CHARACTERS_MAX = 1_024 * MESSAGE_MAX_BYTES
/** Milliseconds between tries, and how many in a row may fail before those who wait are told so. */
const RETRY_MS = 250
const TRIES_MAX = 8

const BUSY = refused({ code: 'busy', retryAfter: 1 })

/** What somebody said, and what to do with the answer; `lastSeq` is to be told before it. */
interface OutgoingMessage {
  participantId: string
  id: string
  text: string
  answer: (answer: MessageAnswer, lastSeq: number) => void
}

/** A message that waits, and what waits for its answer. */
interface UnansweredMessage extends OutgoingMessage {
  runAfter: ((lastSeq: number) => void)[]
}

/** Somebody who asks to be let in, and what to do with the answer. */
interface WaitingAdmission extends AdmissionRequest {
  answer: (answer: Exclude<AdmissionAnswer, 'later'>) => void
}

/** How the relay stands when a call is made. */
export interface RoomLinkOptions {
  relay: string
  /** Those with a connection. */
  listPresent: () => string[]
  callRoom: (batch: RelayToRoom) => Promise<RelayToRoomAnswer>
  /** What a turn of the event loop is made of (`gathered`). */
  step: () => Promise<unknown>
  /** The room was reached, in this waking of it. Called before anybody is answered. */
  onRoomWake: (wakeId: string) => void
  /** The room was reached, and everybody answered. */
  onAnswered: (endsAt: number) => void
  /** There is no room (any more). */
  onRoomOver: () => void
}

/**
 * The relay's end of the line to its room: one call at most is under way, and what piles up meanwhile goes together in
 * the next. A call that fails is made again with the same content: the room takes a message once, whatever happens.
 */
export class RoomLink {
  readonly #options: RoomLinkOptions
  #messages: UnansweredMessage[] = []
  #waitingCharacters = 0
  #admissions: WaitingAdmission[] = []
  readonly #departures = new Map<string, Departure>()
  readonly #typing = new Set<string>()
  /** The newest message when the room last answered to something that was said. */
  #lastSeq = 0
  /** Whether the last answer had no place for anybody who asked to be let in, for all that was answered to messages. */
  #isCrowdedOut = false
  /** Whether the room has heard who is here. */
  #isListReported = false
  #isCheckWanted = false
  #running: Promise<void> | null = null
  readonly #spacing = { apart: 0 }

  constructor(uplink: RoomLinkOptions) {
    this.#options = uplink
  }

  /** Whether somebody waits to be let in: what is told meanwhile has to be kept. */
  get isAdmitting(): boolean {
    return this.#admissions.length > 0
  }

  /** Whether the room has heard who is here, and of everyone who left since. */
  get isPresenceReported(): boolean {
    return this.#isListReported && this.#departures.size === 0
  }

  /** Does something once the room has answered to all that was said until now; `lastSeq` is to be told before it. */
  runAfterAnswers(run: (lastSeq: number) => void): void {
    const last = this.#messages.at(-1)
    if (last === undefined) run(this.#lastSeq)
    else last.runAfter.push(run)
  }

  /** Passes on a message. Gives false where too much waits already. */
  sendMessage(said: OutgoingMessage): boolean {
    if (this.#waitingCharacters > WAITING_CHARACTERS_MAX) return false
    this.#messages.push({ ...said, runAfter: [] })
    this.#waitingCharacters += said.text.length
    this.#startCalls()
    return true
  }

  /** Asks the room to let somebody in. */
  requestAdmission(admission: WaitingAdmission): void {
    this.#admissions.push(admission)
    this.#startCalls()
  }

  /** Somebody's last connection is gone. */
  reportLeave(departure: Departure): void {
    this.#departures.set(departure.participantId, departure)
    this.#startCalls()
  }

  /** Somebody came back before the room was told of the leaving. */
  cancelLeave(participantId: string): void {
    this.#departures.delete(participantId)
  }

  /** Somebody is typing. */
  reportTyping(participantId: string): void {
    this.#typing.add(participantId)
    this.#startCalls()
  }

  /** Asks the room whether it still is, and tells it who is here. */
  reportPresence(): void {
    this.#isListReported = false
    this.#isCheckWanted = true
    this.#startCalls()
  }

  /** Everything of this turn of the event loop goes together. */
  #startCalls(): void {
    this.#running ??= waitUntilIdle(this.#options.step, () => this.#waitingCount, this.#spacing)
      .then(() => this.#runCalls())
      .finally(() => {
        this.#running = null
        if (this.#hasWork()) this.#startCalls()
      })
  }

  get #waitingCount(): number {
    return this.#messages.length + this.#admissions.length + this.#departures.size + this.#typing.size
  }

  #hasWork(): boolean {
    return this.#isCheckWanted || this.#waitingCount > 0
  }

  async #runCalls(): Promise<void> {
    let failures = 0
    while (this.#hasWork()) {
      try {
        await this.#callOnce()
        failures = 0
      } catch (error) {
        failures += 1
        if (failures === 1) log('room-not-reached', error)
        if (failures >= TRIES_MAX) return this.#refuseWaiting()
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS * failures))
      }
    }
  }

  async #callOnce(): Promise<void> {
    const { relay, listPresent, callRoom, onRoomWake, onAnswered, onRoomOver } = this.#options
    const messages = this.#isCrowdedOut ? [] : this.#messages.slice(0, MESSAGES_PER_CALL)
    const admissions = this.#admissions.slice(0, ADMISSIONS_PER_CALL)
    // Whoever left is told of after all that was said before.
    const departures = messages.length < this.#messages.length ? [] : [...this.#departures.values()]
    const typing = [...this.#typing]
    // What is typed now is worth nothing later.
    this.#typing.clear()
    const answer = await callRoom({
      relay,
      ...(this.#isListReported ? {} : { present: listPresent() }),
      departures,
      typing,
      messages: messages.map(({ participantId, id, text }) => ({ participantId, id, text })),
      admissions: admissions.map(({ answer: _, ...request }) => request),
    })
    this.#isCheckWanted = false
    if (!answer.ok) {
      for (const admission of this.#admissions.splice(0)) admission.answer(answer)
      this.#messages = []
      this.#departures.clear()
      onRoomOver()
      return
    }
    const { value: reply } = answer
    onRoomWake(reply.wakeId)
    this.#isListReported = true
    for (const departure of departures) {
      // Whoever came and left again meanwhile is still to be told of.
      const { participantId } = departure
      if (this.#departures.get(participantId) === departure) this.#departures.delete(participantId)
    }
    this.#messages.splice(0, messages.length)
    if (messages.length > 0) this.#lastSeq = reply.lastSeq
    for (const [index, each] of messages.entries()) {
      this.#waitingCharacters -= each.text.length
      giveAnswer(each, reply.messages[index] ?? STORED, reply.lastSeq)
    }
    // Those for whom the answer had no place ask again.
    const later = admissions.filter((_, index) => reply.admissions[index] === 'later')
    this.#isCrowdedOut = later.length > 0 && later.length === admissions.length
    this.#admissions.splice(0, admissions.length, ...later)
    for (const [index, admission] of admissions.entries()) {
      const admitted = reply.admissions[index]
      if (admitted !== undefined && admitted !== 'later') admission.answer(admitted)
    }
    onAnswered(reply.endsAt)
  }

  /** The room can't be reached: nothing that was typed is lost without a word. */
  #refuseWaiting(): void {
    this.#isListReported = false
    this.#isCheckWanted = false
    this.#isCrowdedOut = false
    this.#departures.clear()
    this.#waitingCharacters = 0
    for (const each of this.#messages.splice(0)) giveAnswer(each, BUSY, 0)
    for (const { answer } of this.#admissions.splice(0)) answer(BUSY)
  }
}

function giveAnswer(
  { answer, runAfter: after }: UnansweredMessage,
  given: MessageAnswer,
  lastSeq: number,
): void {
  answer(given, lastSeq)
  for (const run of after) run(lastSeq)
}
