import { createMemo, createSignal, onCleanup } from 'solid-js'
import { ok } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { logInFirst } from '../app/auth-redirect.ts'
import { deviceStorage } from '../browser/local-storage.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import { type StoreOutcome, storeOwnLinkKey } from '../crypto/store-own-link-key.ts'
import { openStoredLinkKeys, type StoredLinkKeys } from '../crypto/stored-link-keys.ts'
import type { AccountApi, Plan } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'
import { makeServerClock } from '../net/server-clock.ts'
import { sentenceFor } from '../ui/form-submission.ts'
import { scheduleRoom } from './schedule-room.ts'

/** Milliseconds between two looks at the rooms while somebody looks at the page: counts live, and nothing twitches. */
const REFRESH_EVERY = 12_000

/** Milliseconds after an opening or an end before the rooms are looked at: the server has turned them over by then. */
const TURN_SLACK = 400

/** Milliseconds by which a clock may be off before it is said: a box holds whole minutes. */
const CLOCK_OFF = 60_000

export type Dashboard = ReturnType<typeof createDashboard>

/** A facilitator's rooms, kept up to date while they are looked at, and what may be done with them. */
export function createDashboard(api: AccountApi) {
  const [rooms, setRooms] = createSignal<ReadonlyMap<string, AccountRoom> | null>(null)
  const [state, setState] = createSignal<'loading' | 'failed' | 'here' | 'stale' | 'logged-out'>('loading')
  // Keys are found again when they or the rooms change.
  const [keysChanged, setKeysChanged] = createSignal(0)
  /** The keys of whoever the rooms on the page belong to: another tab may log in somebody else. */
  let keys: StoredLinkKeys | null = null
  const [whose, setWhose] = createSignal('')
  const [unkept, setUnkept] = createSignal<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  // What an answer says is old once something was done after it was asked for.
  let version = 0
  // Of two answers under way the one asked for last is the newer.
  let turn = 0
  const [failure, setFailure] = createSignal('')
  // What is planned is meant by the server's clock, whatever this computer's says.
  const clock = makeServerClock({ steady: () => performance.now(), wall: () => Date.now() })
  const now = () => clock.now() ?? Date.now()
  const [skew, setSkew] = createSignal(0)

  async function load(): Promise<void> {
    clearTimeout(timer)
    const asked = Date.now()
    const askedAt = performance.now()
    turn += 1
    const mine = turn
    const was = version
    const first = rooms() === null
    const reply = await api.fetchRooms()
    if (mine !== turn) return
    if (was !== version) return load()
    if (reply.refusal) {
      setFailure(sentenceFor(reply.refusal))
      if (reply.refusal.code !== 'not-signed-in') setState(first ? 'failed' : 'stale')
      else if (first) return logInFirst()
      else setState('logged-out')
    } else {
      const { accountId, rooms: list, serverTime } = reply.value
      clock.heard(serverTime, performance.now() - askedAt)
      setSkew(Date.now() - now())
      keysOf(accountId).pruneLinkKeys(
        list.map(({ roomId }) => roomId),
        asked,
      )
      setKeysChanged((count) => count + 1)
      setRooms(new Map(list.map((room) => [room.roomId, room])))
      setState('here')
    }
    wait()
  }

  /** The keys are kept apart for each account. */
  function keysOf(accountId: string): StoredLinkKeys {
    if (keys === null || whose() !== accountId) keys = openStoredLinkKeys(accountId, deviceStorage())
    setWhose(accountId)
    return keys
  }

  /** Looks again after a while, or when the next room opens or ends. */
  function wait() {
    clearTimeout(timer)
    if (document.hidden) return
    const turns = [...(rooms()?.values() ?? [])].flatMap((room) => {
      const at = room.state === 'scheduled' ? room.opensAt : room.state === 'open' ? room.closesAt : null
      return at === null ? [] : [at - room.serverTime + TURN_SLACK]
    })
    timer = setTimeout(load, Math.max(1_000, Math.min(REFRESH_EVERY, ...turns)))
  }

  const look = () => (document.hidden ? clearTimeout(timer) : void load())
  document.addEventListener('visibilitychange', look)
  addEventListener('focus', look)
  onCleanup(() => {
    document.removeEventListener('visibilitychange', look)
    removeEventListener('focus', look)
    clearTimeout(timer)
  })
  void load()

  function put(room: AccountRoom) {
    version += 1
    setRooms((now) => {
      // The newest first, as in the list of the server.
      const rest = [...(now ?? [])].filter(([id]) => id !== room.roomId)
      const isNew = !now?.has(room.roomId)
      return isNew ? new Map([[room.roomId, room], ...rest]) : new Map(now).set(room.roomId, room)
    })
    wait()
  }
  function drop(roomId: string) {
    version += 1
    setRooms((now) => new Map([...(now ?? [])].filter(([id]) => id !== roomId)))
  }
  /** Notes the room that an answer gives. */
  async function noted(call: Promise<Reply<AccountRoom>>): Promise<Reply<AccountRoom>> {
    const reply = await call
    if (reply.value) put(reply.value)
    return reply
  }

  // Ids, not rooms: what is shown of a room stays on the page, with its focus, while its counts change.
  const order = (state: AccountRoom['state']) =>
    createMemo(
      () => {
        const some = [...(rooms()?.values() ?? [])].filter((room) => room.state === state)
        if (state === 'scheduled') some.sort((a, b) => a.opensAt - b.opensAt)
        if (state === 'closed') some.sort((a, b) => b.closesAt - a.closesAt)
        return some.map(({ roomId }) => roomId)
      },
      [],
      { equals: (a, b) => a.join() === b.join() },
    )

  return {
    state,
    /** Id of the account whose rooms these are; empty until that is known. */
    whose,
    /** Unix milliseconds by the server's clock, or by this computer's before that is known. */
    now,
    /** Milliseconds by which this computer's clock is fast, negative where it is slow; 0 where that is too little to matter. */
    skew: () => (Math.abs(skew()) > CLOCK_OFF ? skew() : 0),
    /** Why the rooms could not be asked for. */
    failure,
    /** Title of a room whose key this browser did not keep. */
    unkept,
    load,
    ids: { open: order('open'), scheduled: order('scheduled'), closed: order('closed') },
    isEmpty: () => rooms()?.size === 0,
    find: (roomId: string) => rooms()?.get(roomId),
    /** The key of a room's link, where this browser has it. */
    keyOf(roomId: string): LinkKey | null {
      keysChanged()
      return keys?.findLinkKey(roomId) ?? null
    },
    async schedule(plan: Plan): Promise<Reply<AccountRoom>> {
      // Before there is a key there must be a place for it, with whoever is logged in by now.
      const account = await api.fetchAccount()
      if (account.refusal?.code === 'not-signed-in') setState('logged-out')
      if (account.refusal) return account
      const scheduled = await scheduleRoom(api, plan)
      if (!scheduled.ok) return scheduled
      const { room, linkKey } = scheduled.value
      const isOther = whose() !== account.value.accountId
      if (linkKey !== null && !keysOf(account.value.accountId).storeLinkKey(room.roomId, linkKey))
        setUnkept(room.title)
      setKeysChanged((count) => count + 1)
      // What is on the page may be another's: then all of it is asked for.
      if (isOther) await load()
      else put(room)
      return ok(room)
    },
    /** Keeps a key that was lost here, for a room of the account's. */
    async takeKey({ roomId, title }: AccountRoom, linkKey: LinkKey): Promise<StoreOutcome> {
      const outcome = await storeOwnLinkKey({
        api,
        roomId,
        linkKey,
        store: (accountId) => keysOf(accountId).storeLinkKey(roomId, linkKey),
      })
      if (outcome.is === 'in-memory') setUnkept(title)
      setKeysChanged((count) => count + 1)
      return outcome
    },
    change: (roomId: string, patch: Partial<Plan>) => noted(api.changeRoom(roomId, patch)),
    async end(room: AccountRoom): Promise<Reply<unknown>> {
      const reply = await noted(api.closeRoom(room.roomId))
      if (reply.value?.retainFor === 0) drop(room.roomId)
      return reply
    },
    async remove(roomId: string): Promise<Reply<void>> {
      const reply = await api.deleteRoom(roomId)
      // Gone already is gone.
      if (!reply.refusal || reply.refusal.code === 'room-not-found') {
        drop(roomId)
        return ok()
      }
      return reply
    },
    /** Whether somebody is logged in still. */
    checkSession: () => api.fetchAccount(),
    transcript: (roomId: string) => api.fetchTranscript(roomId),
  }
}
