import type { Refusal } from '../../protocol/refusal.ts'
import type { AccountApi } from '../net/account-api.ts'
import type { Unreachable } from '../net/http.ts'
import { deriveAdmissionSecret, hashAdmissionSecret } from './admission.ts'
import type { LinkKey } from './link-key.ts'

/** What came of storing a link key. */
export type StoreOutcome =
  | { is: 'stored' }
  /** This browser stores nothing: the key is there as long as the page is. */
  | { is: 'in-memory' }
  | { is: 'wrong-key' }
  | { is: 'refused'; refusal: Refusal | Unreachable }

interface StoreOwnLinkKeyOptions {
  api: Pick<AccountApi, 'fetchAccount' | 'fetchOwnRoom'>
  roomId: string
  linkKey: LinkKey
  /** Stores the key for an account. Returns whether this browser keeps it. */
  store(accountId: string): boolean
}

/**
 * Stores the link key of a room for the facilitator who is logged in and has planned the room. The room stores a hash that
 * only its own key leads to, so no damaged key takes the place of a good one.
 */
export async function storeOwnLinkKey({
  api,
  roomId,
  linkKey,
  store,
}: StoreOwnLinkKeyOptions): Promise<StoreOutcome> {
  const [account, room] = await Promise.all([api.fetchAccount(), api.fetchOwnRoom(roomId)])
  const refusal = account.refusal ?? room.refusal
  if (refusal) return { is: 'refused', refusal }
  if (!account.value || !room.value) return { is: 'refused', refusal: { code: 'unreachable' } }
  const { admission } = room.value
  if (admission !== null && (await hashAdmissionSecret(await deriveAdmissionSecret(linkKey))) !== admission) {
    return { is: 'wrong-key' }
  }
  return { is: store(account.value.accountId) ? 'stored' : 'in-memory' }
}
