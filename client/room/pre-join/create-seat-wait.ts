import { createSignal, onCleanup } from 'solid-js'
import { realTimers } from '../../net/timers.ts'
import { makeVisitorApi } from '../../net/visitor-api.ts'
import { waitForSeat } from './wait-for-seat.ts'

/** Milliseconds that the gatekeeper may take. */
const GATE_DEADLINE = 15_000

/** How the waiting stands. `full` says that somebody asked, and there is no seat yet. */
type SeatWaitState = 'waiting' | 'looking' | 'full' | 'free' | 'room-not-found' | 'room-closed'

/**
 * Waits for a seat in a full room for as long as its owner lives, and only while the page is looked at.
 * @param onFree there is a seat, as of now
 */
export function createSeatWait(roomId: string, onFree: () => void) {
  const api = makeVisitorApi()
  const [state, setState] = createSignal<SeatWaitState>('waiting')
  const wait = waitForSeat({
    look: () => api.fetchRoom(roomId),
    async mayEnter() {
      try {
        // It answers with the page, or sends elsewhere; only which of the two is to be known.
        const init = {
          method: 'HEAD',
          redirect: 'manual',
          signal: AbortSignal.timeout(GATE_DEADLINE),
        } as const
        return (await fetch(`/room/${roomId}`, init)).ok
      } catch {
        return false
      }
    },
    isVisible: () => !document.hidden,
    onFree() {
      setState('free')
      onFree()
    },
    onOver: setState,
    timers: realTimers,
    random: Math.random,
  })
  const seen = () => void (document.hidden || wait.lookNow())
  document.addEventListener('visibilitychange', seen)
  onCleanup(() => {
    document.removeEventListener('visibilitychange', seen)
    wait.stop()
  })

  /** Looks at once, because somebody asks for it. */
  async function lookNow() {
    if (state() === 'looking') return
    setState('looking')
    if (await wait.lookNow()) setState('full')
  }
  return { state, lookNow }
}
