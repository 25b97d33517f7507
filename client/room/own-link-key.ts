import { shownKeyTexts } from '#i18n/shown-key.ts'
import { deviceStorage } from '../browser/browser-storage.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import { storeOwnLinkKey } from '../crypto/store-own-link-key.ts'
import { openStoredLinkKeys } from '../crypto/stored-link-keys.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { announce } from '../ui/announcer.tsx'

/**
 * Stores the key of the invite link by which a facilitator has come in. The room admits its facilitator without asking for
 * the key, so this is also where a damaged one is noticed. Where it can't be stored, the invite link can still be pasted.
 */
export async function storeLinkKey(roomId: string, linkKey: LinkKey): Promise<void> {
  const outcome = await storeOwnLinkKey({
    api: makeAccountApi(),
    roomId,
    linkKey,
    store: (accountId) => openStoredLinkKeys(accountId, deviceStorage).storeLinkKey(roomId, linkKey),
  })
  if (outcome.is === 'wrong-key') announce(shownKeyTexts.wrong, true)
}
