import type { Refusal } from '../../protocol/refusal.ts'
import { deriveAdmissionSecret } from '../crypto/admission.ts'
import { Keyring } from '../crypto/keyring.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import type { Unreachable } from '../net/http.ts'
import type { RoomApi } from '../net/room-api.ts'
import type { Stage } from './room-state.ts'

/** What a visitor has in hand at the door: nothing in a room without encryption. */
export interface Unlocked {
  keyring: Keyring | null
  /** The proof of the link that the room may ask for. */
  admission?: string
}

type Unlocking =
  | { unlocked: Unlocked; stage?: never; refusal?: never }
  | { unlocked?: never; stage: Stage; refusal?: never }
  | { unlocked?: never; stage?: never; refusal: Refusal | Unreachable }

/**
 * Settles, before anything is joined, whether what is said is sealed, and with what.
 *
 * A whole key in the link settles it alone: whoever made that link meant its room to be sealed, and a server that says
 * otherwise must not get plain text for it. Without one the room is asked, because joining a sealed room that can't be
 * read would only cost somebody else the seat.
 * @returns what was unlocked, the stage at which the visitor stands instead, or why the room could not be asked
 */
export async function unlock(
  api: RoomApi,
  roomId: string,
  linkKey: LinkKey | null,
  greeted: boolean,
): Promise<Unlocking> {
  if (linkKey !== null) {
    try {
      const [keyring, admission] = await Promise.all([
        Keyring.fromLinkKey(roomId, linkKey),
        deriveAdmissionSecret(linkKey),
      ])
      return { unlocked: { keyring, admission } }
    } catch {
      // A browser has no cryptography for a page that came over plain http.
      return { stage: { is: 'refused', code: 'internal' } }
    }
  }
  const { value, refusal } = await api.fetchRoom(roomId)
  if (refusal) return { refusal }
  if (value.encryption === 'e2ee') return { stage: { is: 'incomplete' } }
  // Only a facilitator's room is kept for a while: who comes in must know first, and who has a seat does.
  if (value.retainFor !== undefined && !greeted && !(await api.fetchTimeLeft(roomId)).value) {
    return { stage: { is: 'greeting', room: value } }
  }
  return { unlocked: { keyring: null } }
}
