/** Runs one step at a time, in the order of the calls, also where steps await something. */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve()

  /** Runs `step` once all steps before it are through, whether they succeeded or not. */
  runExclusive<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#last.then(step)
    this.#last = result.catch(() => {})
    return result
  }
}
