/** A wait that can be ended early. It waits for one thing at a time. */
export class CancellableDelay {
  #endWait: () => void = () => {}

  /** Resolves after so many milliseconds, or as soon as it is cancelled. */
  async wait(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#endWait = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#endWait = () => {}
  }

  /** Ends the wait that is under way. Does nothing where none is. */
  cancel(): void {
    this.#endWait()
  }
}
