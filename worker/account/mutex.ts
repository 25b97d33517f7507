/** Lets one step at a time through, in the order of asking, also where steps await something. */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve()

  /** Runs `step` when all that asked before are through, whether they succeeded or not. */
  runExclusive<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(step)
    this.#last = turn.catch(() => {})
    return turn
  }
}
