import type { SharedMessage } from './shared-message.ts'

/**
 * Milliseconds that something is kept for a page that doesn't come for it: long enough for a line that is away for a moment. A
 * browser ends a service worker that works on one thing for five minutes, and what it kept with it.
 */
export const CARRIED_FOR = 240_000

/**
 * What carries something that was shared from one page to the next: from the system to the lobby, and from there into the room.
 * It is in memory alone, so that nothing of it is left on the device.
 */
export interface Carrier {
  /** @returns a promise that holds until it was taken, or is kept no longer: so long the service worker has to live */
  keep(to: string, shared: SharedMessage): Promise<void>
  /** Gives it away, once. @returns null where nothing is kept for this one */
  take(to: string): SharedMessage | null
}

/** @param wait calls back after so many milliseconds */
export function makeCarrier(wait: (run: () => void, ms: number) => unknown = setTimeout): Carrier {
  const kept = new Map<string, { shared: SharedMessage; release: () => void }>()

  return {
    keep(to, shared) {
      kept.get(to)?.release()
      return new Promise((release) => {
        const entry = { shared, release }
        kept.set(to, entry)
        wait(() => {
          if (kept.get(to) === entry) kept.delete(to)
          release()
        }, CARRIED_FOR)
      })
    },
    take(to) {
      const entry = kept.get(to)
      kept.delete(to)
      entry?.release()
      return entry?.shared ?? null
    },
  }
}
