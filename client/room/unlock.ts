import { isKept } from '../../protocol/is-kept.ts'
import { ok } from '../../protocol/refusal.ts'
import { deriveAdmissionSecret } from '../crypto/admission.ts'
import { Keyring } from '../crypto/keyring.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import type { Reply } from '../net/http.ts'
import type { RoomApi } from '../net/room-api.ts'
import type { Prompt } from './room-stage.ts'

/** What a visitor encrypts with and proves the invite link with: nothing in a room without encryption. */
export interface Unlocked {
  keyring: Keyring | null
  /** The proof of the invite link that the room may ask for. */
  admission?: string
}

type Unlocking = (Reply<Unlocked> & { prompt?: never }) | { prompt: Prompt; value?: never; refusal?: never }

interface UnlockOptions {
  api: RoomApi
  roomId: string
  linkKey: LinkKey | null
  /** Whether the visitor knows that a transcript is kept. */
  greeted: boolean
}

/**
 * Finds out, before anything is joined, whether messages are encrypted, and with what.
 *
 * A whole key in the invite link decides it alone: its maker wanted an encrypted room, and a server that says
 * otherwise must not get plain text for it. Without a key the room is asked, because joining an encrypted room that can't
 * be read would only cost somebody else the seat.
 * @returns what was unlocked, what the visitor is asked instead, or why the room could not be asked
 */
export async function unlockRoom({ api, roomId, linkKey, greeted }: UnlockOptions): Promise<Unlocking> {
  if (linkKey !== null) {
    try {
      const [keyring, admission] = await Promise.all([
        Keyring.fromLinkKey(roomId, linkKey),
        deriveAdmissionSecret(linkKey),
      ])
      return ok({ keyring, admission })
    } catch {
      // A browser has no cryptography for a page that came over plain http.
      return { prompt: { is: 'refused', code: 'internal' } }
    }
  }
  const reply = await api.fetchRoom(roomId)
  if (!reply.ok) return reply
  const { value } = reply
  if (value.encryption === 'e2ee') return { prompt: { is: 'invite-link' } }
  // Only a facilitator's room is kept for a while: who comes in must know first, and who has a seat does.
  if (isKept(value) && !greeted && !(await api.fetchTimeLeft(roomId)).value) {
    return { prompt: { is: 'greeting', room: value } }
  }
  return ok({ keyring: null })
}
