import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import { type MessageAnswer, type PassedItem, STORED } from '../relay-protocol/calls.ts'

/**
 * Messages in one call. A message that was stored before comes back in the answer, with 64 Ki characters of two bytes each
 * at worst: 16 MiB for a call, half of what the platform lets through.
 */
const MESSAGES_PER_CALL = 128
/** Characters of messages that may wait for the room. Above it senders are asked to slow down. */
const WAITING_CHARACTERS_MAX = 1_024 * MESSAGE_MAX_BYTES

const SLOW_DOWN = refused({ code: 'slow-down', retryAfter: 1 })

/** One object for every message that is added. */
const ADDED = ok()

/** A message on its way to the room, or a reaction to one. */
export type OutgoingMessage = PassedItem & {
  /** Takes the room's answer. The message `lastSeq` has to be delivered before it. */
  answer: (answer: MessageAnswer, lastSeq: number) => void
}

type UnansweredMessage = OutgoingMessage & {
  /** What runs after the answer to this message. */
  runAfter: ((lastSeq: number) => void)[]
}

/** The messages, and reactions to messages, that a relay has for its room and that the room has not answered yet, oldest first. */
export class UnansweredMessages {
  #messages: UnansweredMessage[] = []
  #characters = 0
  /** The newest message at the time of the room's last answer to a message. */
  #lastSeq = 0

  /** How many messages there are. */
  get size(): number {
    return this.#messages.length
  }

  /** Adds a message, unless too much waits already. */
  addMessage(message: OutgoingMessage): Result<void> {
    if (this.#characters > WAITING_CHARACTERS_MAX) return SLOW_DOWN
    this.#messages.push({ ...message, runAfter: [] })
    this.#characters += countCharacters(message)
    return ADDED
  }

  /** Calls `run` once every message that is here now has been answered. */
  runAfterAnswers(run: (lastSeq: number) => void): void {
    const last = this.#messages.at(-1)
    if (last === undefined) run(this.#lastSeq)
    else last.runAfter.push(run)
  }

  /** Returns the messages that go into the next call. They stay here until they are answered. */
  listForCall(): PassedItem[] {
    return this.#messages
      .slice(0, MESSAGES_PER_CALL)
      .map(({ answer: _, runAfter: __, ...passed }): PassedItem => passed)
  }

  /** Answers the oldest messages, those of one call. @param answers in the order of the messages */
  answerMessages(count: number, answers: readonly MessageAnswer[], lastSeq: number): void {
    if (count === 0) return
    this.#lastSeq = lastSeq
    for (const [index, message] of this.#messages.splice(0, count).entries()) {
      this.#characters -= countCharacters(message)
      answerMessage(message, answers[index] ?? STORED, lastSeq)
    }
  }

  /** Answers every message the same. */
  answerAll(answer: MessageAnswer): void {
    this.#characters = 0
    for (const message of this.#messages.splice(0)) answerMessage(message, answer, 0)
  }

  /** Removes every message without an answer. */
  clear(): void {
    this.#characters = 0
    this.#messages = []
  }
}

/** Counts the characters that wait with a message. The options of a poll are few, and a reaction is as long as its code. */
function countCharacters(message: OutgoingMessage): number {
  return 'on' in message ? message.code.length : message.text.length
}

function answerMessage(
  { answer, runAfter }: UnansweredMessage,
  result: MessageAnswer,
  lastSeq: number,
): void {
  answer(result, lastSeq)
  for (const run of runAfter) run(lastSeq)
}
