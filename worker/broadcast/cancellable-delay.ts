/** A wait that can be cut short. One at a time. */
export class CancellableDelay {
  #end: () => void = () => {}

  /** Resolves after so many milliseconds, or as soon as it is cut short. */
  async wait(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#end = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#end = () => {}
  }

  /** Ends the wait that is under way, where one is. */
  cancel(): void {
    this.#end()
  }
}
