import { type RefusalCode, thenOf } from '../../../protocol/refusal.ts'
import { type Reply, waitOf } from '../../net/http.ts'
import type { Timers } from '../../net/timers.ts'

/** Milliseconds, and tries. */
export const PATIENCE = {
  /** Until the room is asked again that could not be reached: at first and at most. The pause doubles each time. */
  first: 1_000,
  longest: 15_000,
  /** After `slow-down` and the like, where the room names no longer time. */
  slowDown: 1_000,
  /** Answers that may pass by themselves, after which it fails all the same. `slow-down` is none of them. */
  tries: 5,
} as const

/** Somebody who waits for a line, or for a rate. */
export interface Patience {
  /**
   * Asks until the room has answered for good. As long as it can't be reached it is asked again.
   * @returns null where `stop` was called meanwhile
   */
  call<T>(ask: () => Promise<Reply<T>>): Promise<Answer<T> | null>
  /** There may be a line again: asks at once. */
  hurry(): void
  /** Ends all that is being asked, without waiting for an answer. */
  stop(): void
}

/** What the room has answered for good. */
export type Answer<T> = { ok: true; value: T } | { ok: false; code: RefusalCode }

/**
 * Makes somebody who asks patiently.
 * @param onPause is called with whether it waits
 */
export function makePatience(timers: Timers, onPause: (isPaused: boolean) => void): Patience {
  let turn = 0
  let hurry = () => {}
  let halt = () => {}

  /** Asks once. @returns null where `stop` was called first: an answer may take minutes on a bad line */
  function askOnce<T>(ask: () => Promise<T>): Promise<T | null> {
    return new Promise((resolve, reject) => {
      halt = () => resolve(null)
      ask().then(resolve, reject)
    })
  }

  function wait(ms: number): Promise<void> {
    onPause(true)
    return new Promise((resolve) => {
      const cancel = timers.after(ms, resolve)
      hurry = () => {
        cancel()
        resolve()
      }
    })
  }

  return {
    async call(ask) {
      const mine = turn
      let pause: number = PATIENCE.first
      let tries = 0
      for (;;) {
        const reply = await askOnce(ask)
        if (reply === null || mine !== turn) return null
        if (reply.ok) {
          onPause(false)
          return { ok: true, value: reply.value }
        }
        const { refusal } = reply
        if (refusal.code === 'unreachable') {
          await wait(Math.max(pause, waitOf(refusal)))
          pause = Math.min(pause * 2, PATIENCE.longest)
        } else {
          if (refusal.code !== 'slow-down') tries += 1
          if (thenOf(refusal.code) !== 'retry' || tries >= PATIENCE.tries)
            return { ok: false, code: refusal.code }
          await wait(Math.max(PATIENCE.slowDown, waitOf(refusal)))
        }
        if (mine !== turn) return null
      }
    },
    hurry: () => hurry(),
    stop() {
      turn += 1
      halt()
      hurry()
    },
  }
}
