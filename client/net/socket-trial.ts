import { forgetSocket, type Socket } from './socket.ts'
import type { Timers } from './timers.ts'

/** How a socket is tried again and again while something else is in use. */
export interface SocketTrialOptions {
  /** Opens a socket. */
  open(): Socket
  /** A socket has spoken, and this was its first word: it is the caller's from now on. */
  adopt(socket: Socket, data: unknown): void
  /** Milliseconds: what a socket may take to speak, and between two tries at first and at most. */
  timeouts: { opening: number; first: number; longest: number }
  /** Whether to try at once. */
  isNow: boolean
  timers: Timers
  /** Returns a number from 0 up to but not including 1. */
  random(): number
}

/** A socket that is tried from time to time beside server-sent events. */
export interface SocketTrial {
  /** Tries at once, unless a try is under way. */
  tryNow(): void
  cancel(): void
}

/** Tries a socket again and again, each time after twice as long, until one speaks. */
export function makeSocketTrial(options: SocketTrialOptions): SocketTrial {
  const { timers, timeouts, random } = options
  let isUnderWay = false
  let cancel = () => {}

  function scheduleAttempt(ms: number) {
    isUnderWay = false
    const again = Math.min(ms * 2, timeouts.longest)
    cancel = timers.after(ms / 2 + (random() * ms) / 2, () => startAttempt(again))
  }

  function startAttempt(again: number) {
    isUnderWay = true
    const socket = options.open()
    const stopTimer = timers.after(timeouts.opening, abandonAttempt)
    cancel = () => {
      stopTimer()
      forgetSocket(socket)
    }
    function abandonAttempt() {
      cancel()
      scheduleAttempt(again)
    }
    socket.onclose = abandonAttempt
    socket.onmessage = ({ data }) => {
      stopTimer()
      options.adopt(socket, data)
    }
  }

  if (options.isNow) startAttempt(timeouts.first)
  else scheduleAttempt(timeouts.first)
  return {
    tryNow() {
      if (isUnderWay) return
      cancel()
      startAttempt(timeouts.first)
    },
    cancel: () => cancel(),
  }
}
