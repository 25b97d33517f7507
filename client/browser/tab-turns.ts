/**
 * How the tabs of this browser agree who does something. They do so by locks, which hold no word of anything and leave nothing
 * behind, also where a tab crashes.
 */
export interface TabTurns {
  /** Has a name held by this tab, beside others that hold it. @returns a function that lets it go */
  holdName(name: string): () => void
  /** Whether a tab holds a name, this one included. */
  isHeld(name: string): Promise<boolean>
  /**
   * Runs something, unless a tab has done so under this name within the milliseconds that it asked for.
   * @returns a function that lets the next one do so at once
   */
  takeTurn(name: string, milliseconds: number, run: () => void): () => void
}

/** @param locks the browser's; null where it has none, as without https: each tab is by itself then */
export function makeTabTurns(
  locks: Pick<LockManager, 'request' | 'query'> | null = navigator.locks ?? null,
): TabTurns {
  /** When each turn that this tab took is over, by its name. */
  const taken = new Map<string, number>()

  return {
    holdName(name) {
      const { promise, resolve } = Promise.withResolvers<void>()
      void locks?.request(name, { mode: 'shared' }, () => promise)
      return resolve
    },
    async isHeld(name) {
      const { held = [] } = (await locks?.query()) ?? {}
      return held.some((lock) => lock.name === name)
    },
    takeTurn(name, milliseconds, run) {
      if (!locks) {
        if (performance.now() < (taken.get(name) ?? 0)) return () => {}
        taken.set(name, performance.now() + milliseconds)
        run()
        return () => taken.delete(name)
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      void locks.request(name, { ifAvailable: true }, (lock) => {
        if (!lock) return
        run()
        setTimeout(resolve, milliseconds)
        return promise
      })
      return resolve
    },
  }
}
