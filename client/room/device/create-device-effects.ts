import { type Accessor, createEffect, createMemo, getOwner, runWithOwner } from 'solid-js'
import type { RoomModel } from '../room-model.ts'
import { devicePreferences } from './device-preferences.ts'

/** Has a room blurred while nobody looks, where that was chosen on this device. */
export function createChosenBlur(isAway: Accessor<boolean>): void {
  runWhile(
    () => devicePreferences().blur,
    () => import('./blur.ts'),
    ({ createBlur }) => createBlur(isAway),
  )
}

/** Has Esc, pressed twice, leave at once, where that was chosen. In a frame the page around it would stay. */
export function createChosenExit(room: RoomModel): void {
  runWhile(
    () => devicePreferences().exitAddress !== '' && parent === window,
    () => import('./quick-exit.ts'),
    ({ createQuickExit }) => createQuickExit(room),
  )
}

/** Loads and runs something for as long as it is wanted. Where it can't be loaded, it is tried again with the next network. */
function runWhile<M>(isWanted: () => boolean, load: () => Promise<M>, run: (loaded: M) => void): void {
  const wanted = createMemo(isWanted)
  createEffect(() => {
    if (!wanted()) return
    const owner = getOwner()
    const tryIt = () =>
      load().then(
        (loaded) => runWithOwner(owner, () => run(loaded)),
        () => addEventListener('online', tryIt, { once: true }),
      )
    void tryIt()
  })
}
