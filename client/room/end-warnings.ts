import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import { notificationsTexts } from '#i18n/notifications.ts'
import { announce } from '../ui/announcer.tsx'
import { findDueWarning, isLongRoom } from './due-warning.ts'
import type { RoomModel } from './room-model.ts'

/**
 * Warns five minutes before the end. Returns the minutes of the warning that was last due; null before, and once somebody has
 * moved the end away.
 */
export function createEndWarnings({ state, timeLeft }: RoomModel): Accessor<number | null> {
  const [warning, setWarning] = createSignal<number | null>(null)
  createEffect(
    on(
      () => Math.ceil((timeLeft() ?? Number.POSITIVE_INFINITY) / 1_000),
      (now, before = now) => {
        const minutes = state.room && isLongRoom(state.room) ? findDueWarning(before, now) : null
        if (minutes !== null) setWarning(minutes)
        else if (now > before && Number.isFinite(now)) setWarning(null)
        // The last one is read out by `EndingWarning`.
        if (minutes !== null && minutes > 1) announce(notificationsTexts.minutesLeft(minutes), true)
        return now
      },
    ),
  )
  return warning
}
