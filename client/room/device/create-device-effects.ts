import { type Accessor, createEffect, createMemo, getOwner, runWithOwner } from 'solid-js'
import type { RoomModel } from '../room-model.ts'
import { devicePreferences } from './device-preferences.ts'

/**
 * Does what was chosen on this device and few choose: it is loaded where it is wanted, and tried again with the next network. In
 * a frame of another site nothing of it is done, because the page around it would stay as it is.
 * @param isAway whether nobody looks at the page
 */
export function createDeviceEffects(room: RoomModel, isAway: Accessor<boolean>): void {
  const isWanted = createMemo(() => devicePreferences().blur || devicePreferences().exitAddress !== '')
  createEffect(() => {
    if (!isWanted() || parent !== window) return
    const owner = getOwner()
    const load = () =>
      import('./chosen-effects.ts').then(
        ({ createChosenEffects }) => runWithOwner(owner, () => createChosenEffects(room, isAway)),
        () => addEventListener('online', load, { once: true }),
      )
    void load()
  })
}
