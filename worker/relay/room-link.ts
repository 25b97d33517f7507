import type { ParticipantId } from '../../protocol/participant.ts'
import { type Result, refused } from '../../protocol/refusal.ts'
import { waitUntilIdle } from '../broadcast/wait-until-idle.ts'
import { log } from '../log.ts'
import type { Departure, RelayToRoom, RelayToRoomAnswer } from '../relay-protocol/calls.ts'
import type { RelayName } from '../relay-protocol/placement.ts'
import { type OutgoingMessage, UnansweredMessages } from './unanswered-messages.ts'
import { type WaitingAdmission, WaitingAdmissions } from './waiting-admissions.ts'

/** Milliseconds after the first failed call until it is made again; as many more after each further failure. */
const CALL_RETRY_MS = 250
/** Calls in a row that may fail before everything that waits is refused. */
const TRIES_MAX = 8

const BUSY = refused({ code: 'busy', retryAfter: 1 })

/** What a `RoomLink` needs of its relay. */
interface RoomLinkOptions {
  /** The relay's name. */
  relay: RelayName
  /** Returns the ids of everybody with a connection. */
  listPresent: () => ParticipantId[]
  callRoom: (batch: RelayToRoom) => Promise<RelayToRoomAnswer>
  /** Resolves after everything that is ready by now (`waitUntilIdle`). */
  step: () => Promise<unknown>
  /** Called whenever the room has answered, before anybody gets the answer. @param wakeId which waking of the room it was */
  onRoomWake: (wakeId: string) => void
  /** Called once everybody has got the room's answer. @param endsAt when the room ends, Unix milliseconds */
  onAnswered: (endsAt: number) => void
  /** Called where the room is gone, or has closed. */
  onRoomOver: () => void
}

/**
 * The relay's end of its calls to the room. One call at most is under way; what comes meanwhile goes with the next one. A
 * call that fails is made again with the same content, and the room stores each message once however often it comes.
 */
export class RoomLink {
  readonly #options: RoomLinkOptions
  readonly #messages = new UnansweredMessages()
  readonly #admissions = new WaitingAdmissions()
  readonly #departures = new Map<ParticipantId, Departure>()
  readonly #typing = new Set<ParticipantId>()
  /** Whether the last answer had no place for a single admission, because answers to messages filled it. */
  #isCrowdedOut = false
  /** Whether the room knows who is present: false at the start, after a failure, and where a new report is wanted. */
  #isListReported = false
  /** Whether a call is wanted although nothing waits for one. */
  #isCheckWanted = false
  #running: Promise<void> | null = null

  constructor(options: RoomLinkOptions) {
    this.#options = options
  }

  /** Whether an admission waits for the room. What the room broadcasts meanwhile has to be kept for it. */
  get isAdmitting(): boolean {
    return this.#admissions.size > 0
  }

  /** Whether the room knows who is present, and of every departure. */
  get isPresenceReported(): boolean {
    return this.#isListReported && this.#departures.size === 0
  }

  /** Calls `run` once the room has answered everything that was sent until now. The message `lastSeq` is to be delivered before. */
  runAfterAnswers(run: (lastSeq: number) => void): void {
    this.#messages.runAfterAnswers(run)
  }

  /** Sends a message to the room. Refuses it with `slow-down` where too much waits for the room already. */
  sendMessage(message: OutgoingMessage): Result<void> {
    const added = this.#messages.addMessage(message)
    if (added.ok) this.#startCalls()
    return added
  }

  /** Asks the room to admit an upgrade. */
  requestAdmission(admission: WaitingAdmission): void {
    this.#admissions.addAdmission(admission)
    this.#startCalls()
  }

  /** Reports that a participant's last connection is gone. */
  reportLeave(departure: Departure): void {
    this.#departures.set(departure.participantId, departure)
    this.#startCalls()
  }

  /** Takes back a departure that is not reported yet: the participant is here again, or the room knows. */
  cancelLeave(participantId: ParticipantId): void {
    this.#departures.delete(participantId)
  }

  /** Reports that a participant is typing. */
  reportTyping(participantId: ParticipantId): void {
    this.#typing.add(participantId)
    this.#startCalls()
  }

  /** Reports who is present, and asks the room whether it still exists. */
  reportPresence(): void {
    this.#isListReported = false
    this.#isCheckWanted = true
    this.#startCalls()
  }

  /** Starts calling the room, unless that is under way. What comes at once goes in one call. */
  #startCalls(): void {
    this.#running ??= waitUntilIdle(this.#options.step, () => this.#waitingCount)
      .then(() => this.#runCalls())
      .finally(() => {
        this.#running = null
        if (this.#hasWork()) this.#startCalls()
      })
  }

  get #waitingCount(): number {
    return this.#messages.size + this.#admissions.size + this.#departures.size + this.#typing.size
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
        if (failures === 1) log('relay-room-call-failed', error)
        if (failures >= TRIES_MAX) return this.#refuseWaiting()
        await new Promise((resolve) => setTimeout(resolve, CALL_RETRY_MS * failures))
      }
    }
  }

  async #callOnce(): Promise<void> {
    const { relay, listPresent, callRoom, onRoomWake, onAnswered } = this.#options
    const messages = this.#isCrowdedOut ? [] : this.#messages.listForCall()
    const admissions = this.#admissions.listForCall()
    // A departure is reported after everything that the participant sent before.
    const departures = messages.length < this.#messages.size ? [] : [...this.#departures.values()]
    const typing = [...this.#typing]
    // Where the call fails it is not reported again: by then it is no longer true.
    this.#typing.clear()
    const answer = await callRoom({
      relay,
      ...(this.#isListReported ? {} : { present: listPresent() }),
      departures,
      typing,
      messages,
      admissions: admissions.map(({ answer: _, ...request }) => request),
    })
    this.#isCheckWanted = false
    if (!answer.ok) return this.#endCalls(answer)
    const { wakeId, lastSeq, endsAt, ...answers } = answer.value
    onRoomWake(wakeId)
    this.#isListReported = true
    for (const departure of departures) {
      // A participant who came and left again during the call has another departure to report.
      const { participantId } = departure
      if (this.#departures.get(participantId) === departure) this.#departures.delete(participantId)
    }
    this.#messages.answerMessages(messages.length, answers.messages, lastSeq)
    this.#isCrowdedOut = this.#admissions.answerAdmissions(admissions, answers.admissions)
    onAnswered(endsAt)
  }

  /** The room is gone, or has closed: nothing of what waits matters any more. */
  #endCalls(refusal: Extract<RelayToRoomAnswer, { ok: false }>): void {
    this.#admissions.answerAll(refusal)
    this.#messages.clear()
    this.#departures.clear()
    this.#options.onRoomOver()
  }

  /** The room can't be reached: refuses everything that waits, so that nobody waits for an answer that never comes. */
  #refuseWaiting(): void {
    this.#isListReported = false
    this.#isCheckWanted = false
    this.#isCrowdedOut = false
    this.#departures.clear()
    this.#messages.answerAll(BUSY)
    this.#admissions.answerAll(BUSY)
  }
}
