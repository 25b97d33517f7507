import type { KeyStore } from '../browser/key-store.ts'
import { openStoredLinkKeys } from '../crypto/stored-link-keys.ts'
import type { AccountApi } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'
import type { SafeStorage } from '../net/safe-storage.ts'

interface DeleteAccountOptions {
  api: Pick<AccountApi, 'fetchRooms' | 'deleteAccount'>
  accountId: string
  /** The keys of rooms whose keys rotate. */
  store: Pick<KeyStore, 'deleteRecord'>
  /** Where the link keys of other rooms are. */
  storage: SafeStorage
}

/**
 * Deletes the account with its rooms, and the keys of these that this browser keeps. A key record does not say whose room it
 * is, so the rooms are listed first: where they can't be, nothing is deleted.
 */
export async function deleteAccount(options: DeleteAccountOptions, password: string): Promise<Reply<void>> {
  const { api, accountId, store, storage } = options
  const listed = await api.fetchRooms()
  if (!listed.ok) return listed
  const reply = await api.deleteAccount(password)
  if (!reply.ok) return reply
  openStoredLinkKeys(accountId, storage).forgetLinkKeys()
  await Promise.all(listed.value.rooms.map(({ roomId }) => store.deleteRecord(roomId)))
  return reply
}
