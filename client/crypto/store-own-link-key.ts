import type { Refusal } from '../../protocol/refusal.ts'
import type { AccountApi } from '../net/account-api.ts'
import type { Unreachable } from '../net/api.ts'
import { deriveAdmissionSecret, hashAdmissionSecret } from './admission.ts'
import { openStoredLinkKeys } from './stored-link-keys.ts'

/** What came of it. `only-here`: this browser keeps nothing, and the key is there as long as the page is. */
export type StoreOutcome = 'kept' | 'only-here' | 'wrong-key' | (Refusal | Unreachable)

/**
 * Keeps the key of a room's link for whoever is logged in and has planned the room. The room stores a hash that only
 * its own key leads to, so that no damaged key takes the place of a good one.
 * @param keep puts it where the page finds it; where the account keeps its keys unless given
 */
export async function storeOwnLinkKey(
  api: Pick<AccountApi, 'account' | 'room'>,
  roomId: string,
  key: string,
  keep = (accountId: string) => openStoredLinkKeys(accountId).storeLinkKey(roomId, key),
): Promise<StoreOutcome> {
  const [account, room] = await Promise.all([api.account(), api.room(roomId)])
  const refusal = account.refusal ?? room.refusal
  if (refusal) return refusal
  if (!account.value || !room.value) return { code: 'unreachable' }
  const { admission } = room.value
  if (admission !== null && (await hashAdmissionSecret(await deriveAdmissionSecret(key))) !== admission)
    return 'wrong-key'
  return keep(account.value.accountId) ? 'kept' : 'only-here'
}
