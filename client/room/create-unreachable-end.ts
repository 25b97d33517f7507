import { type Accessor, createEffect, createMemo, onCleanup } from 'solid-js'
import type { ConnectionStatus } from '../net/connection-options.ts'
import type { Timers } from '../net/timers.ts'

/** Milliseconds after which a room whose time is over and that can't be reached counts as ended: nothing stays on the page. */
export const UNREACHABLE_END_DELAY = 10_000

interface UnreachableEndOptions {
  isLive: Accessor<boolean>
  /** Milliseconds that the room has left; null where that is not known. */
  timeLeft: Accessor<number | null>
  connectionStatus: Accessor<ConnectionStatus>
  timers: Timers
  onEnd: () => void
}

/** Ends a room whose time is over, as far as the page knows, and that can't be reached to say so itself. */
export function createUnreachableEnd(options: UnreachableEndOptions): void {
  const { isLive, timeLeft, connectionStatus, timers, onEnd } = options
  const isUnheard = createMemo(() => isLive() && timeLeft() === 0 && connectionStatus() !== 'open')
  createEffect(() => {
    if (isUnheard()) onCleanup(timers.after(UNREACHABLE_END_DELAY, onEnd))
  })
}
