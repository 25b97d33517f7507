import { createSignal } from 'solid-js'
import { ok } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { deviceStorage } from '../browser/browser-storage.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import { type StoreOutcome, storeOwnLinkKey } from '../crypto/store-own-link-key.ts'
import { openStoredLinkKeys, type StoredLinkKeys } from '../crypto/stored-link-keys.ts'
import type { AccountApi, Plan } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'
import { createRoomList } from './create-room-list.ts'
import { scheduleRoom } from './schedule-room.ts'

export type Dashboard = ReturnType<typeof createDashboard>

/** A facilitator's rooms, the link keys that this browser stores for them, and what can be done with them. */
export function createDashboard(api: AccountApi) {
  /** The link keys of the account whose rooms are on the page: another tab may log in somebody else. */
  let linkKeys: StoredLinkKeys | null = null
  const [accountId, setAccountId] = createSignal('')
  // Link keys are looked up again when they or the rooms change.
  const [keyVersion, setKeyVersion] = createSignal(0)
  const [unstoredKeyTitle, setUnstoredKeyTitle] = createSignal<string | null>(null)
  const { putRoom, dropRoom, setLoggedOut, ...list } = createRoomList(api, (fetched) => {
    openLinkKeys(fetched.accountId).pruneLinkKeys(fetched.roomIds, fetched.requestedAt)
    setKeyVersion((version) => version + 1)
  })

  /** Opens the link keys of an account, which are stored apart from another's. */
  function openLinkKeys(owner: string): StoredLinkKeys {
    if (linkKeys === null || accountId() !== owner) linkKeys = openStoredLinkKeys(owner, deviceStorage)
    setAccountId(owner)
    return linkKeys
  }

  /** Shows the room that a call answers. */
  async function putAnswer(call: Promise<Reply<AccountRoom>>): Promise<Reply<AccountRoom>> {
    const reply = await call
    if (reply.value) putRoom(reply.value)
    return reply
  }

  return {
    ...list,
    /** Id of the account whose rooms these are; empty until that is known. */
    accountId,
    /** Title of a room whose link key this browser could not store; null where there is none. */
    unstoredKeyTitle,
    /** Returns the link key of a room; null where this browser has none. */
    findLinkKey(roomId: string): LinkKey | null {
      keyVersion()
      return linkKeys?.findLinkKey(roomId) ?? null
    },
    async scheduleRoom(plan: Plan): Promise<Reply<AccountRoom>> {
      // Before there is a key there must be a place for it, and somebody else may have logged in.
      const account = await api.fetchAccount()
      if (account.refusal?.code === 'not-signed-in') setLoggedOut()
      if (account.refusal) return account
      const scheduled = await scheduleRoom(api, plan)
      if (!scheduled.ok) return scheduled
      const { room, linkKey } = scheduled.value
      const owner = account.value.accountId
      const isOther = accountId() !== owner
      if (linkKey !== null && !openLinkKeys(owner).storeLinkKey(room.roomId, linkKey))
        setUnstoredKeyTitle(room.title)
      setKeyVersion((version) => version + 1)
      // The rooms on the page may be somebody else's: then all of them are fetched.
      if (isOther) await list.fetchRooms()
      else putRoom(room)
      return ok(room)
    },
    /** Stores a link key that this browser had lost, for a room of the account. */
    async storeLinkKey({ roomId, title }: AccountRoom, linkKey: LinkKey): Promise<StoreOutcome> {
      const outcome = await storeOwnLinkKey({
        api,
        roomId,
        linkKey,
        store: (owner) => openLinkKeys(owner).storeLinkKey(roomId, linkKey),
      })
      if (outcome.is === 'in-memory') setUnstoredKeyTitle(title)
      setKeyVersion((version) => version + 1)
      return outcome
    },
    changeRoom: (roomId: string, patch: Partial<Plan>) => putAnswer(api.changeRoom(roomId, patch)),
    async closeRoom(room: AccountRoom): Promise<Reply<unknown>> {
      const reply = await putAnswer(api.closeRoom(room.roomId))
      if (reply.value?.retainFor === 0) dropRoom(room.roomId)
      return reply
    },
    async deleteRoom(roomId: string): Promise<Reply<void>> {
      const reply = await api.deleteRoom(roomId)
      if (reply.refusal && reply.refusal.code !== 'room-not-found') return reply
      dropRoom(roomId)
      return ok()
    },
    /** Answers whether somebody is logged in still. */
    checkSession: () => api.fetchAccount(),
    fetchTranscript: (roomId: string) => api.fetchTranscript(roomId),
  }
}
