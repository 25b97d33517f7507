import { createSignal, untrack } from 'solid-js'
import type { Door } from '../../crypto/wrap.ts'
import type { Timers } from '../../net/timers.ts'
import type { RoomCipher } from '../room-cipher.ts'
import type { RoomState } from '../room-state.ts'
import { rotatingOf } from './rotating-cipher.ts'
import type { TakenEpoch } from './take-epochs.ts'

/** Milliseconds within which a page sends its card again after a rotation. */
const CARD_DELAY = 2_000

interface DoorOptions {
  cipher: () => RoomCipher | null
  /** Whether the visitor is in the room, or waits at its door. */
  hasSession: () => boolean
  mutate: (change: (latest: RoomState) => void) => void
  timers: Timers
  random: () => number
}

/** Follows what opens a room where keys rotate, and does what a page does after a rotation. */
export function createDoor({ cipher, hasSession, mutate, timers, random }: DoorOptions) {
  const [door, setDoor] = createSignal<Door | null | undefined>()

  /** Adds lines to the log about rotations. */
  async function noteEpochs(taken: readonly TakenEpoch[], before: Door | null, after: Door | null) {
    // For newcomers who read nothing older the keys change, and the link that others have in their mail does not.
    const isSame = before?.link.linkKey === after?.link.linkKey
    const link = after === null ? 'noLink' : isSame ? 'sameLink' : 'newLink'
    const { noticeEpochs } = await import('../notice-keys.ts')
    mutate((latest) => noticeEpochs(latest, taken, link))
  }

  return {
    /** The invite link: null where it is closed; undefined where keys don't rotate, or before that is known. */
    door,
    /** Reads from the keys that this browser has what opens the room now. */
    renewDoor(): void {
      setDoor(rotatingOf(cipher())?.keys.door)
    },
    /** Keys were rotated: by this page, or by another whose rotation it has looked at. */
    followEpochs(taken: readonly TakenEpoch[]): void {
      const rotating = rotatingOf(cipher())
      if (rotating && hasSession()) void noteEpochs(taken, untrack(door) ?? null, rotating.keys.door)
      if (!rotating || !taken.some(({ is }) => is === 'taken')) return
      setDoor(rotating.keys.door)
      // Not all at once: in a room of two hundred each card goes to everyone.
      timers.after(random() * CARD_DELAY, () => hasSession() && void rotating.sendCard())
    },
  }
}
