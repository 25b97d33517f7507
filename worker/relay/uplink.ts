import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { waitUntilIdle } from '../broadcast/wait-until-idle.ts'
import { log } from '../log.ts'
import type { Admission, AdmitAnswer, Departure, FromRelay, RoomAnswer, SaidAnswer } from './calls.ts'

/**
 * Messages in one call. The longest stored ones, which are answered where they are sent again, are 64 Ki characters each, of
 * two bytes at worst: 16 MiB, half of what the platform lets through.
 */
const SAID_A_CALL = 128
/** Upgrades in one call. */
const ADMIT_A_CALL = 256
/** Characters of messages that may wait for the room; beyond it their senders are asked to slow down. */
const WAITING_MAX = 1_024 * MESSAGE_MAX_BYTES
/** Milliseconds between tries, and how many in a row may fail before those who wait are told so. */
const RETRY_MS = 250
const TRIES = 8

/** What somebody said, and what to do with the answer; `lastSeq` is to be told before it. */
interface Said {
  participantId: string
  id: string
  text: string
  answer: (answer: SaidAnswer, lastSeq: number) => void
}

/** A message that waits, and what waits for its answer. */
interface Unanswered extends Said {
  after: ((lastSeq: number) => void)[]
}

/** Somebody who asks to be let in, and what to do with the answer. */
interface Waiting extends Admission {
  answer: (answer: Exclude<AdmitAnswer, 'later'>) => void
}

/** How the relay stands when a call is made. */
export interface Uplink {
  relay: string
  /** Those with a connection. */
  present: () => string[]
  call: (batch: FromRelay) => Promise<RoomAnswer>
  /** What a turn of the event loop is made of (`gathered`). */
  step: () => Promise<unknown>
  /** The room was reached, in this waking of it. Called before anybody is answered. */
  met: (born: string) => void
  /** The room was reached, and everybody answered. */
  reached: (endsAt: number) => void
  /** There is no room (any more). */
  over: () => void
}

/**
 * The relay's end of the line to its room: one call at most is under way, and what piles up meanwhile goes together in
 * the next. A call that fails is made again with the same content: the room takes a message once, whatever happens.
 */
export class Up {
  readonly #uplink: Uplink
  #said: Unanswered[] = []
  #size = 0
  #admissions: Waiting[] = []
  readonly #left = new Map<string, Departure>()
  readonly #typing = new Set<string>()
  /** The newest message when the room last answered to something that was said. */
  #lastSeq = 0
  /** Whether the last answer had no place for anybody who asked to be let in, for all that was answered to messages. */
  #crowdedOut = false
  /** Whether the room has heard who is here. */
  #rolled = false
  #asking = false
  #running: Promise<void> | null = null
  readonly #pace = { apart: 0 }

  constructor(uplink: Uplink) {
    this.#uplink = uplink
  }

  /** Whether somebody waits to be let in: what is told meanwhile has to be kept. */
  get isAdmitting(): boolean {
    return this.#admissions.length > 0
  }

  /** Whether the room has heard who is here, and of everyone who left since. */
  get isTold(): boolean {
    return this.#rolled && this.#left.size === 0
  }

  /** Does something once the room has answered to all that was said until now; `lastSeq` is to be told before it. */
  after(run: (lastSeq: number) => void): void {
    const last = this.#said.at(-1)
    if (last === undefined) run(this.#lastSeq)
    else last.after.push(run)
  }

  /** Passes on a message. Gives false where too much waits already. */
  say(said: Said): boolean {
    if (this.#size > WAITING_MAX) return false
    this.#said.push({ ...said, after: [] })
    this.#size += said.text.length
    this.#start()
    return true
  }

  /** Asks the room to let somebody in. */
  admit(admission: Waiting): void {
    this.#admissions.push(admission)
    this.#start()
  }

  /** Somebody's last connection is gone. */
  leave(departure: Departure): void {
    this.#left.set(departure.participantId, departure)
    this.#start()
  }

  /** Somebody came back before the room was told of the leaving. */
  stay(participantId: string): void {
    this.#left.delete(participantId)
  }

  /** Somebody is typing. */
  type(participantId: string): void {
    this.#typing.add(participantId)
    this.#start()
  }

  /** Asks the room whether it still is, and tells it who is here. */
  roll(): void {
    this.#rolled = false
    this.#asking = true
    this.#start()
  }

  /** Everything of this turn of the event loop goes together. */
  #start(): void {
    this.#running ??= waitUntilIdle(this.#uplink.step, () => this.#waiting, this.#pace)
      .then(() => this.#calls())
      .finally(() => {
        this.#running = null
        if (this.#hasWork()) this.#start()
      })
  }

  get #waiting(): number {
    return this.#said.length + this.#admissions.length + this.#left.size + this.#typing.size
  }

  #hasWork(): boolean {
    return this.#asking || this.#waiting > 0
  }

  async #calls(): Promise<void> {
    let failures = 0
    while (this.#hasWork()) {
      try {
        await this.#call()
        failures = 0
      } catch (error) {
        failures += 1
        if (failures === 1) log('room-not-reached', error)
        if (failures >= TRIES) return this.#giveUp()
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS * failures))
      }
    }
  }

  async #call(): Promise<void> {
    const { relay, present, call, met, reached, over } = this.#uplink
    const said = this.#crowdedOut ? [] : this.#said.slice(0, SAID_A_CALL)
    const admissions = this.#admissions.slice(0, ADMIT_A_CALL)
    // Whoever left is told of after all that was said before.
    const left = said.length < this.#said.length ? [] : [...this.#left.values()]
    const typing = [...this.#typing]
    // What is typed now is worth nothing later.
    this.#typing.clear()
    const answer = await call({
      relay,
      ...(this.#rolled ? {} : { present: present() }),
      left,
      typing,
      said: said.map(({ participantId, id, text }) => ({ participantId, id, text })),
      admit: admissions.map(({ token, after, isTold: includeToken, spare }) => ({
        token,
        after,
        isTold: includeToken,
        spare,
      })),
    })
    this.#asking = false
    if ('over' in answer) {
      for (const admission of this.#admissions.splice(0)) admission.answer({ refusal: answer.over })
      this.#said = []
      this.#left.clear()
      over()
      return
    }
    met(answer.born)
    this.#rolled = true
    for (const departure of left) {
      // Whoever came and left again meanwhile is still to be told of.
      const { participantId } = departure
      if (this.#left.get(participantId) === departure) this.#left.delete(participantId)
    }
    this.#said.splice(0, said.length)
    if (said.length > 0) this.#lastSeq = answer.lastSeq
    for (const [index, each] of said.entries()) {
      this.#size -= each.text.length
      give(each, answer.said[index] ?? null, answer.lastSeq)
    }
    // Those for whom the answer had no place ask again.
    const later = admissions.filter((_, index) => answer.admitted[index] === 'later')
    this.#crowdedOut = later.length > 0 && later.length === admissions.length
    this.#admissions.splice(0, admissions.length, ...later)
    for (const [index, admission] of admissions.entries()) {
      const admitted = answer.admitted[index]
      if (admitted !== undefined && admitted !== 'later') admission.answer(admitted)
    }
    reached(answer.endsAt)
  }

  /** The room can't be reached: nothing that was typed is lost without a word. */
  #giveUp(): void {
    this.#rolled = false
    this.#asking = false
    this.#crowdedOut = false
    this.#left.clear()
    this.#size = 0
    for (const each of this.#said.splice(0)) give(each, { refusal: { code: 'busy', retryAfter: 1 } }, 0)
    for (const { answer } of this.#admissions.splice(0)) answer({ refusal: { code: 'busy', retryAfter: 1 } })
  }
}

function give({ answer, after }: Unanswered, given: SaidAnswer, lastSeq: number): void {
  answer(given, lastSeq)
  for (const run of after) run(lastSeq)
}
