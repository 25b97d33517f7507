/** Milliseconds for which somebody counts as typing after they said so, as on the page. */
const TYPING_SHOWN_FOR = 4_000

/** Who types, by id, and until when that holds. */
export class TypingPeople {
  readonly #until = new Map<string, { name: string; until: number }>()

  start(participantId: string, name: string, now: number): void {
    this.#until.set(participantId, { name, until: now + TYPING_SHOWN_FOR })
  }

  stop(participantId: string): void {
    this.#until.delete(participantId)
  }

  /** Returns the names of those who type now. */
  list(now: number): string[] {
    return [...this.#until.values()].filter(({ until }) => until > now).map(({ name }) => name)
  }
}
