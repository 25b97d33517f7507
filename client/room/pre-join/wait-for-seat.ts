import type { Room } from '../../../protocol/room.ts'
import { type Reply, waitOf } from '../../net/http.ts'
import type { Timers } from '../../net/timers.ts'
import { isFull } from '../is-full.ts'

/** Milliseconds between two looks at a full room: soon at first, and seldom once somebody has waited for long. */
export const SEAT_PAUSE = { first: 4_000, longest: 60_000, growth: 1.5 } as const

interface SeatWaitOptions {
  /** Asks for the room, as anyone may see it. */
  look(): Promise<Reply<Room>>
  /** Asks the gatekeeper: it alone knows whether the seat of somebody who is not connected may be taken. */
  mayEnter(): Promise<boolean>
  /** Whether somebody looks at the page. Nobody is asked for a seat that nobody waits for. */
  isVisible(): boolean
  /** There is a seat, as of now. */
  onFree(): void
  /** There will be none: the room is gone, or closed. */
  onOver(code: 'room-not-found' | 'room-closed'): void
  timers: Timers
  /** From 0 up to but not including 1: those who wait must not all come at the same instant. */
  random(): number
}

/** Waits for a seat in a full room. */
interface SeatWait {
  /** Looks now, and returns whether the room is still full. Also to be called when the page is seen again. */
  lookNow(): Promise<boolean>
  stop(): void
}

/** Looks at a full room now and then, until there is a seat or no room any more. The first look comes after a pause. */
export function waitForSeat(options: SeatWaitOptions): SeatWait {
  const { timers, random } = options
  let pause: number = SEAT_PAUSE.first
  let isOver = false
  let cancel = () => {}

  function wait(atLeast = 0) {
    cancel()
    if (isOver) return
    const jittered = pause * (0.75 + random() / 2)
    cancel = timers.after(Math.max(jittered, atLeast), () => void (options.isVisible() && lookNow()))
    pause = Math.min(pause * SEAT_PAUSE.growth, SEAT_PAUSE.longest)
  }

  async function lookNow(): Promise<boolean> {
    cancel()
    const { value, refusal } = await options.look()
    if (isOver) return false
    if (refusal?.code === 'room-not-found') return end(() => options.onOver('room-not-found'))
    if (value?.state === 'closed') return end(() => options.onOver('room-closed'))
    if (value && (await hasSeat(value))) return isOver ? false : end(options.onFree)
    wait(waitOf(refusal))
    return true
  }

  async function hasSeat(room: Room): Promise<boolean> {
    return !isFull(room) || (room.present < room.seats && (await options.mayEnter()))
  }

  function end(report: () => void): false {
    isOver = true
    cancel()
    report()
    return false
  }

  wait()
  return {
    lookNow,
    stop() {
      isOver = true
      cancel()
    },
  }
}
