import { isKept } from '../../protocol/is-kept.ts'
import { ok } from '../../protocol/refusal.ts'
import type { KeyStore } from '../browser/key-store.ts'
import type { EpochLink } from '../crypto/epoch-link.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import type { Reply } from '../net/http.ts'
import type { RoomApi } from '../net/room-api.ts'
import { type UnlockRotatingOptions, unlockRotating } from './keys/unlock-rotating.ts'
import type { Prompt } from './room-stage.ts'
import type { Unlocked } from './unlocked.ts'

type Unlocking = (Reply<Unlocked> & { prompt?: never }) | { prompt: Prompt; value?: never; refusal?: never }

interface UnlockOptions extends UnlockRotatingOptions {
  api: RoomApi
  roomId: string
  linkKey: LinkKey | null
  link: EpochLink | null
  store: KeyStore
  /** Whether the visitor knows that a transcript is kept. */
  greeted: boolean
}

/**
 * Finds out, before anything is joined, whether messages are encrypted, and with what.
 *
 * A whole key in the invite link decides it alone: whoever made that link wanted an encrypted room, and a server that says
 * otherwise must not get plain text for it. So do keys that this browser keeps. Without either the room is asked, because
 * joining an encrypted room that can't be read would only cost somebody else the seat.
 * @returns what was unlocked, what the visitor is asked instead, or why the room could not be asked
 */
export async function unlockRoom(options: UnlockOptions): Promise<Unlocking> {
  const { api, roomId, linkKey, greeted } = options
  try {
    const unlocked = linkKey
      ? // Pages make no rooms of version 1 any more: what reads them is loaded when it is needed.
        await import('./unlock-by-link-key.ts').then((first) => first.unlockByLinkKey(roomId, linkKey))
      : await unlockRotating(options)
    if (unlocked) return ok(unlocked)
  } catch {
    // A browser has no cryptography for a page that came over plain http.
    return { prompt: { is: 'refused', code: 'internal' } }
  }
  const reply = await api.fetchRoom(roomId)
  if (!reply.ok) return reply
  const { value } = reply
  if (value.encryption === 'e2ee') return { prompt: { is: 'invite-link' } }
  // Only a facilitator's room is kept for a while: who comes in must know first, as they must know of the door, and of what
  // they won't see. Who has a seat, or waits already, does.
  const isTold = isKept(value) || value.door === 'knock' || value.history === 'from-join'
  if (isTold && !greeted && !(await isKnown(api, roomId))) return { prompt: { is: 'greeting', room: value } }
  return ok({ cipher: null, makeRequest: async ({ alias, password }) => ({ alias, password }) })
}

/** Whether the visitor has a seat in a room, or waits at its door. */
async function isKnown(api: RoomApi, roomId: string): Promise<boolean> {
  const { value, refusal } = await api.fetchTimeLeft(roomId)
  return value !== undefined || refusal?.code === 'waiting'
}
