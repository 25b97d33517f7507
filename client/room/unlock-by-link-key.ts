import { deriveAdmissionSecret } from '../crypto/admission.ts'
import { Keyring } from '../crypto/keyring.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import { makeLinkCipher } from './link-cipher.ts'
import type { Unlocked } from './unlocked.ts'

/** Unlocks a room whose one link key opens everything: keys of version 1. */
export async function unlockByLinkKey(roomId: string, linkKey: LinkKey): Promise<Unlocked> {
  const [keyring, admission] = await Promise.all([
    Keyring.fromLinkKey(roomId, linkKey),
    deriveAdmissionSecret(linkKey),
  ])
  return {
    cipher: makeLinkCipher(keyring),
    makeRequest: async ({ alias, password }) => ({ alias, password, admission }),
  }
}
