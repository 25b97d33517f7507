import { createSignal } from 'solid-js'
import { ok, refused } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { deviceStorage } from '../browser/browser-storage.ts'
import { type KeyStore, makeKeyStore } from '../browser/key-store.ts'
import { type EpochLink, formatEpochRoomPath } from '../crypto/epoch-link.ts'
import { formatRoomPath } from '../crypto/format-room-path.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import { type StoreOutcome, storeOwnLinkKey } from '../crypto/store-own-link-key.ts'
import { openStoredLinkKeys, type StoredLinkKeys } from '../crypto/stored-link-keys.ts'
import type { AccountApi, Plan } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'
import type { KeysNotKept } from '../room/keys/make-first-epoch.ts'
import { createRoomList } from './create-room-list.ts'
import { decryptTranscript, type FaultTexts, type OpenedTranscript } from './decrypt-transcript.ts'
import { loadOwnLink } from './own-room-keys.ts'
import { scheduleRoom } from './schedule-room.ts'
import type { KeySource, TakenKeys } from './take-own-keys.ts'

/** What `createDashboard` makes: a facilitator's rooms, and what can be done with them. */
export type Dashboard = ReturnType<typeof createDashboard>

/** A facilitator's rooms, the link keys that this browser stores for them, and what can be done with them. */
export function createDashboard(api: AccountApi, store: KeyStore = makeKeyStore()) {
  /** The link keys of the account whose rooms are on the page: another tab may log in somebody else. */
  let linkKeys: StoredLinkKeys | null = null
  const [accountId, setAccountId] = createSignal('')
  // Link keys are looked up again when they or the rooms change.
  const [keyVersion, setKeyVersion] = createSignal(0)
  /** The invite links of rooms whose keys rotate; null where the link is closed. None where this browser has no keys. */
  const [links, setLinks] = createSignal<ReadonlyMap<string, EpochLink | null>>(new Map())
  const [unstoredKeyTitle, setUnstoredKeyTitle] = createSignal<string | null>(null)
  const { putRoom, dropRoom, setLoggedOut, ...list } = createRoomList(api, (fetched) => {
    openLinkKeys(fetched.accountId).pruneLinkKeys(fetched.roomIds, fetched.requestedAt)
    setKeyVersion((version) => version + 1)
    void loadLinks(fetched.rotatingIds)
  })

  /** Looks up what this browser keeps of rooms whose keys rotate. */
  async function loadLinks(roomIds: readonly string[]) {
    const found = await Promise.all(roomIds.map((roomId) => loadOwnLink(store, roomId)))
    setLinks((before) => {
      const after = new Map(before)
      for (const [index, roomId] of roomIds.entries()) {
        const link = found[index]
        if (link !== undefined) after.set(roomId, link)
      }
      return after
    })
  }

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
    /** Whether this browser can decrypt what is said in a room; true also where it is not encrypted. */
    hasKeys({ roomId, encryption, keys }: AccountRoom): boolean {
      keyVersion()
      if (encryption === 'none') return true
      return keys === 2 ? links().has(roomId) : (linkKeys?.findLinkKey(roomId) ?? null) !== null
    },
    /** Returns the path of a room's invite link; null where the link is closed, or its key is not in this browser. */
    findInvitePath({ roomId, encryption, keys }: AccountRoom): string | null {
      keyVersion()
      if (encryption === 'none') return formatRoomPath(roomId, null)
      if (keys === 2) {
        const link = links().get(roomId)
        return link ? formatEpochRoomPath(roomId, link) : null
      }
      const linkKey = linkKeys?.findLinkKey(roomId) ?? null
      return linkKey && formatRoomPath(roomId, linkKey)
    },
    async scheduleRoom(plan: Plan): Promise<Reply<AccountRoom> | KeysNotKept> {
      // Somebody else may have logged in.
      const account = await api.fetchAccount()
      if (account.refusal?.code === 'not-signed-in') setLoggedOut()
      if (account.refusal) return account
      const scheduled = await scheduleRoom(api, plan, store)
      if (!scheduled.ok) return scheduled
      const { room, rotating } = scheduled.value
      if (rotating) {
        setLinks((before) => new Map(before).set(room.roomId, rotating.link))
        if (!rotating.isKept) setUnstoredKeyTitle(room.title)
      }
      // The rooms on the page may be somebody else's: then all of them are fetched.
      if (accountId() !== account.value.accountId) await list.fetchRooms()
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
    /** Changes a room, which is given as it was before. */
    async changeRoom(room: AccountRoom, patch: Partial<Plan>): Promise<Reply<AccountRoom>> {
      let change = patch
      if (patch.door !== undefined || patch.history !== undefined) {
        const { completePatch } = await import('./open-plan-door.ts')
        const completed = await completePatch(room, patch, store)
        if (!completed.ok) return completed
        change = completed.value
      }
      return putAnswer(api.changeRoom(room.roomId, change))
    },
    async closeRoom(room: AccountRoom): Promise<Reply<unknown>> {
      const reply = await putAnswer(api.closeRoom(room.roomId))
      if (reply.value?.retainFor === 0) dropRoom(room.roomId)
      return reply
    },
    async deleteRoom(roomId: string): Promise<Reply<void>> {
      const reply = await api.deleteRoom(roomId)
      if (reply.refusal && reply.refusal.code !== 'room-not-found') return reply
      dropRoom(roomId)
      await store.deleteRecord(roomId)
      return ok()
    },
    /** Answers whether somebody is logged in still. */
    checkSession: () => api.fetchAccount(),
    /** Fetches the transcript of an encrypted room, and decrypts it with the keys that this browser keeps. */
    async openTranscript(room: AccountRoom, texts: FaultTexts): Promise<Reply<OpenedTranscript>> {
      const { roomId } = room
      const fetched = await api.fetchTranscript(roomId)
      if (!fetched.ok) return fetched
      if (room.encryption === 'none') return ok({ transcript: fetched.value, marked: 0 })
      if (room.keys === 2) {
        const { openRotatingTranscript } = await import('./open-rotating-transcript.ts')
        return openRotatingTranscript(fetched.value, { api, store, texts })
      }
      const linkKey = linkKeys?.findLinkKey(roomId) ?? null
      if (linkKey === null) return refused('room-not-found')
      return ok(await decryptTranscript(fetched.value, linkKey, texts))
    },
    /** Saves the keys of a room as a file: with it any browser opens the transcript. */
    async makeKeyFile({ roomId }: AccountRoom): Promise<Reply<string>> {
      const { makeKeyFile } = await import('./open-rotating-transcript.ts')
      return makeKeyFile(roomId, { api, store })
    },
    /** Takes a key file or an invite link, for a room whose keys this browser has lost. */
    async takeKeys(room: AccountRoom, found: KeySource): Promise<TakenKeys> {
      const { takeOwnKeys } = await import('./take-own-keys.ts')
      const taken = await takeOwnKeys(room, found, { api, store })
      await loadLinks([room.roomId])
      return taken
    },
  }
}
