import type { Timers } from '../../../client/net/timers.ts'

interface DueTaskOptions {
  /** Says what is to be done now; null for nothing. It is done once for each answer that differs from the one before. */
  find(): string | null
  run(): Promise<unknown>
  /** Milliseconds between two times. */
  every: number
  /** Milliseconds to wait for others who may do the same. */
  delay?(): number
  timers: Timers
}

/** Something that a host's client does without being asked. */
export interface DueTask {
  /** The state has changed: looks whether it is due. */
  check(): void
  stop(): void
}

/** Makes a task that is done when it is due, and not too often. */
export function makeDueTask({ find, run, every, delay = () => 0, timers }: DueTaskOptions): DueTask {
  let due: string | null = null
  let doneAt = Number.NEGATIVE_INFINITY
  let cancel = () => {}

  return {
    check() {
      const now = find()
      if (now === due) return
      due = now
      cancel()
      if (now === null) return
      const wait = Math.max(0, doneAt + every - timers.now()) + delay()
      cancel = timers.after(wait, () => {
        doneAt = timers.now()
        void run()
      })
    },
    stop: () => cancel(),
  }
}
