import { shownKeyTexts } from '#i18n/shown-key.ts'
import { storeOwnLinkKey } from '../crypto/store-own-link-key.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { announce } from '../ui/announcer.tsx'

/**
 * Keeps the key of the link by which a facilitator has come in. The room lets its facilitator in without asking for the
 * key, so this is also where a damaged one is noticed. Where it can't be kept, the link is still there to be pasted.
 */
export async function keepLinkKey(roomId: string, key: string): Promise<void> {
  if ((await storeOwnLinkKey(makeAccountApi(), roomId, key)) === 'wrong-key')
    announce(shownKeyTexts.wrong, true)
}
