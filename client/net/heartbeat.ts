import { TIMEOUTS } from './connection-timeouts.ts'
import type { Timers } from './timers.ts'

interface HeartbeatOptions {
  sendPing(): void
  /** Whether the room counts on a `ping` now and then, also where much is received. */
  needsPings: boolean
  /** Nothing came in time: the connection is dead. */
  onDead(): void
  timers: Timers
}

/** Finds out whether an open connection is alive. */
export interface Heartbeat {
  /** Something was received. Only a `pong` answers a `ping`: other frames may have lain in a buffer for long. */
  recordFrame(isPong: boolean): void
  /** Asks at once, unless that is under way. @param onDead called where no answer comes, instead of the usual one */
  probeConnection(onDead: () => void): void
  stop(): void
}

/** Watches a connection that has just opened. */
export function makeHeartbeat({ sendPing, needsPings, onDead, timers }: HeartbeatOptions): Heartbeat {
  let receivedAt = timers.now()
  let lastPingAt = receivedAt
  let isProbing = false
  let cancel = timers.after(TIMEOUTS.silence, checkSilence)

  // One timer that looks back instead of one for each frame: a busy room sends hundreds a second.
  function checkSilence() {
    const silence = timers.now() - receivedAt
    if (silence >= TIMEOUTS.silence) return expectPong(TIMEOUTS.answer, onDead)
    // Where something is received the connection is alive, and nobody waits for a `pong` among so much else.
    if (needsPings && timers.now() - lastPingAt >= TIMEOUTS.alive) ping()
    cancel = timers.after(TIMEOUTS.silence - silence, checkSilence)
  }

  function ping() {
    lastPingAt = timers.now()
    sendPing()
  }

  function expectPong(deadline: number, dead: () => void) {
    cancel()
    ping()
    cancel = timers.after(deadline, dead)
  }

  return {
    recordFrame(isPong) {
      receivedAt = timers.now()
      if (!isPong) return
      isProbing = false
      cancel()
      cancel = timers.after(TIMEOUTS.silence, checkSilence)
    },
    probeConnection(dead) {
      if (isProbing) return
      isProbing = true
      expectPong(TIMEOUTS.probe, dead)
    },
    stop: () => cancel(),
  }
}
