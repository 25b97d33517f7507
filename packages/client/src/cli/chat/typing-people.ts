import { TYPING_SHOWN_FOR } from '../../../../../client/room/typing.ts'

/** Who types, by id, and until when that holds. */
export class TypingPeople {
  readonly #until = new Map<string, { name: string; until: number }>()

  /** Somebody types, for as long as the page would say so. @param now milliseconds */
  start(participantId: string, name: string, now: number): void {
    this.#until.set(participantId, { name, until: now + TYPING_SHOWN_FOR })
  }

  /** Somebody has said what they typed. */
  stop(participantId: string): void {
    this.#until.delete(participantId)
  }

  /** Returns the names of those who type now. */
  list(now: number): string[] {
    return [...this.#until.values()].filter(({ until }) => until > now).map(({ name }) => name)
  }
}
