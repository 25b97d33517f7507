import { batch, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { realTimers, type Timers } from '../../net/timers.ts'
import { createCountdown } from '../../ui/create-countdown.ts'
import { type AwayPartner, findAwayPartner } from './find-away-partner.ts'

/** Whether a new link frees the seat of a partner who is away: not before they have been so for a minute. */
export type PartnerSeat = 'held' | 'free'

/**
 * Follows the seat of a partner who is away. The room is asked at once, and again as somebody comes or goes; in between a
 * clock counts down.
 * @returns the seat, null where nobody is away, and the whole seconds for which it is still held
 */
export function createPartnerSeat(
  room: Parameters<typeof findAwayPartner>[0],
  timers: Timers = realTimers,
): { seat(): PartnerSeat | null; left(): number } {
  const [partner, setPartner] = createSignal<AwayPartner | null>(null)
  const { left, start } = createCountdown(timers)
  let asked = 0

  async function ask() {
    asked += 1
    const turn = asked
    const found = await findAwayPartner(room)
    // Somebody came or went meanwhile, or the dialog was closed: this answer is old.
    if (turn !== asked) return
    batch(() => {
      setPartner(found)
      start((found?.wait ?? 0) / 1_000)
    })
  }
  createEffect(on(() => room.state.present, ask))
  onCleanup(() => {
    asked += 1
  })

  const seat = () => (partner() === null ? null : left() > 0 ? 'held' : 'free')
  return { seat, left }
}
