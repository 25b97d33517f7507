import { type Accessor, createEffect, createMemo } from 'solid-js'
import type { RoomModel } from '../room-model.ts'
import { createBlur } from './blur.ts'
import { devicePreferences } from './device-preferences.ts'
import { createQuickExit } from './quick-exit.ts'

/** Blurs the page and has Esc, pressed twice, leave at once, each for as long as it is chosen. */
export function createChosenEffects(room: RoomModel, isAway: Accessor<boolean>): void {
  const isBlurred = createMemo(() => devicePreferences().blur)
  const hasExit = createMemo(() => devicePreferences().exitAddress !== '')
  createEffect(() => isBlurred() && createBlur(isAway))
  createEffect(() => hasExit() && createQuickExit(room))
}
