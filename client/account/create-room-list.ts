import { createMemo, createSignal, onCleanup } from 'solid-js'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { redirectToLogIn } from '../app/auth-redirect.ts'
import type { AccountApi } from '../net/account-api.ts'
import { makeServerClock } from '../net/server-clock.ts'
import { sentenceFor } from '../ui/form-submission.ts'

/** Milliseconds between two fetches while somebody looks at the page: often enough for counts that live. */
const REFRESH_EVERY = 12_000

/** The least milliseconds between two fetches. */
const REFRESH_MIN = 1_000

/** Milliseconds after a room opens or closes until the rooms are fetched: by then the server has changed its state. */
const STATE_CHANGE_SLACK = 400

/** Milliseconds of a clock's error that are not worth a word: a box for a time holds whole minutes. */
const CLOCK_ERROR_MAX = 60_000

/** What arrives with the rooms of an account. */
interface FetchedRooms {
  accountId: string
  roomIds: string[]
  /** Those of them whose keys rotate. */
  rotatingIds: string[]
  /** When they were asked for, Unix milliseconds by this computer's clock. */
  requestedAt: number
}

/**
 * A facilitator's rooms, fetched again while somebody looks at the page.
 * @param onFetched called with each answer, before its rooms are shown
 */
export function createRoomList(
  api: Pick<AccountApi, 'fetchRooms'>,
  onFetched: (rooms: FetchedRooms) => void,
) {
  const [rooms, setRooms] = createSignal<ReadonlyMap<string, AccountRoom> | null>(null)
  const [state, setState] = createSignal<'loading' | 'failed' | 'ready' | 'stale' | 'logged-out'>('loading')
  const [failure, setFailure] = createSignal('')
  const [skew, setSkew] = createSignal(0)
  const clock = makeServerClock({ steady: () => performance.now(), wall: () => Date.now() })
  const now = () => clock.now() ?? Date.now()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Counts the changes that were made here: an answer that was asked for before one is out of date. */
  let version = 0
  /** Of two answers under way, the one that was asked for last counts. */
  let lastRequest = 0

  async function fetchRooms(): Promise<void> {
    clearTimeout(timer)
    const requestedAt = Date.now()
    const startedAt = performance.now()
    const request = ++lastRequest
    const versionBefore = version
    const reply = await api.fetchRooms()
    if (request !== lastRequest) return
    if (versionBefore !== version) return fetchRooms()
    if (reply.refusal) {
      const isFirst = rooms() === null
      const isLoggedOut = reply.refusal.code === 'not-signed-in'
      setFailure(sentenceFor(reply.refusal))
      if (isLoggedOut && isFirst) return redirectToLogIn()
      setState(isLoggedOut ? 'logged-out' : isFirst ? 'failed' : 'stale')
    } else {
      const { accountId, rooms: list, serverTime } = reply.value
      clock.recordServerTime(serverTime, performance.now() - startedAt)
      setSkew(Date.now() - now())
      const idsOf = (rooms: readonly AccountRoom[]) => rooms.map(({ roomId }) => roomId)
      const rotatingIds = idsOf(list.filter(({ keys }) => keys === 2))
      onFetched({ accountId, roomIds: idsOf(list), rotatingIds, requestedAt })
      setRooms(new Map(list.map((room) => [room.roomId, room])))
      setState('ready')
    }
    scheduleRefresh()
  }

  /** Fetches again after a while, or when the next room opens or closes. */
  function scheduleRefresh() {
    clearTimeout(timer)
    if (document.hidden) return
    const untilChanges = [...(rooms()?.values() ?? [])].flatMap((room) => {
      const at = room.state === 'scheduled' ? room.opensAt : room.state === 'open' ? room.closesAt : null
      return at === null ? [] : [at - room.serverTime + STATE_CHANGE_SLACK]
    })
    timer = setTimeout(fetchRooms, Math.max(REFRESH_MIN, Math.min(REFRESH_EVERY, ...untilChanges)))
  }

  const refreshIfVisible = () => (document.hidden ? clearTimeout(timer) : void fetchRooms())
  document.addEventListener('visibilitychange', refreshIfVisible)
  addEventListener('focus', refreshIfVisible)
  onCleanup(() => {
    document.removeEventListener('visibilitychange', refreshIfVisible)
    removeEventListener('focus', refreshIfVisible)
    clearTimeout(timer)
  })
  void fetchRooms()

  function putRoom(room: AccountRoom) {
    version += 1
    setRooms((before) => {
      // The newest comes first, as in the server's list.
      if (before?.has(room.roomId)) return new Map(before).set(room.roomId, room)
      return new Map([[room.roomId, room], ...(before ?? [])])
    })
    scheduleRefresh()
  }

  function dropRoom(roomId: string) {
    version += 1
    setRooms((before) => new Map([...(before ?? [])].filter(([id]) => id !== roomId)))
  }

  // Ids, not rooms: the card of a room stays on the page, with its focus, while the room's counts change.
  const idsInState = (wanted: AccountRoom['state']) =>
    createMemo(
      () => {
        const found = [...(rooms()?.values() ?? [])].filter((room) => room.state === wanted)
        if (wanted === 'scheduled') found.sort((a, b) => a.opensAt - b.opensAt)
        if (wanted === 'closed') found.sort((a, b) => b.closesAt - a.closesAt)
        return found.map(({ roomId }) => roomId)
      },
      [],
      { equals: (a, b) => a.join() === b.join() },
    )

  return {
    state,
    setLoggedOut: () => setState('logged-out'),
    /** Why the rooms could not be fetched, for a person. */
    failure,
    /** Unix milliseconds by the server's clock, or by this computer's until that is known. */
    now,
    /** Milliseconds by which this computer's clock is fast, negative where it is slow; 0 where that is too little to matter. */
    clockSkew: () => (Math.abs(skew()) > CLOCK_ERROR_MAX ? skew() : 0),
    roomIds: { open: idsInState('open'), scheduled: idsInState('scheduled'), closed: idsInState('closed') },
    isEmpty: () => rooms()?.size === 0,
    findRoom: (roomId: string) => rooms()?.get(roomId),
    fetchRooms,
    putRoom,
    dropRoom,
  }
}
