/** A delay that can be cut short. It runs once at a time. */
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

  /** Ends the running delay at once. Does nothing where none runs. */
  cancel(): void {
    this.#endWait()
  }
}
