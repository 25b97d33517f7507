import { batch, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import { STOPS_WAITING } from '../../protocol/close.ts'
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import type { Participant } from '../../protocol/participant.ts'
import { ok } from '../../protocol/refusal.ts'
import type { Room } from '../../protocol/room.ts'
import { byteLength } from '../../protocol/text.ts'
import { tabStorage } from '../browser/browser-storage.ts'
import { makeKeyStore } from '../browser/key-store.ts'
import { listenForHints } from '../browser/network-hints.ts'
import { nextFrame } from '../browser/next-frame.ts'
import type { Door } from '../crypto/wrap.ts'
import type { ConnectionStatus } from '../net/connection-options.ts'
import { clearOutboxStore } from '../net/outbox-store.ts'
import { makeRoomApi } from '../net/room-api.ts'
import { realTimers } from '../net/timers.ts'
import { applyRoom, recordRoles } from './apply.ts'
import { createClock } from './create-clock.ts'
import { createRoomState } from './create-room-state.ts'
import { createFacilitatorSession } from './facilitator-session.ts'
import { loadIgnored, saveIgnored } from './ignored-people.ts'
import { joinRoom } from './join-room.ts'
import { rotatingOf } from './keys/rotating-cipher.ts'
import type { TakenEpoch } from './keys/take-epochs.ts'
import { leaveRoom } from './leave-room.ts'
import { type Effect, firstStage, reduceStage, type StageEvent } from './room-machine.ts'
import type { CreateRoomOptions, RoomModel } from './room-model.ts'
import { makeSeat } from './seat.ts'
import { makeSession, type Session } from './session.ts'
import { deleteStoredDrafts, makeStoredDraft, type StoredDraft } from './stored-draft.ts'
import { expireTyping } from './typing.ts'
import { unlockRoom } from './unlock.ts'
import type { Unlocked } from './unlocked.ts'
import { wholeText } from './whole-text.ts'

/** Milliseconds after which a room whose time is over and that can't be reached counts as ended: nothing stays on the page. */
export const UNREACHABLE_END_DELAY = 10_000

/** Milliseconds that an unsent text is stored where the room may have been given more time and nobody can be asked. */
export const UNSENT_KEPT_FOR = 3_600_000

/** Milliseconds within which a page sends its card again after a rotation. */
const CARD_DELAY = 2_000

/**
 * Enters the room and stays in it until the owner is cleaned up. `reduceStage` decides where the visitor stands; this runs
 * what it asks for, and turns what comes of it into the next event. When the room is over, what was said and what is
 * unsent is gone from the state and from storage at that instant; where only the seat is lost, what was unsent waits for
 * the next one.
 */
export function createRoom(roomId: string, options: CreateRoomOptions = {}): RoomModel {
  const { api = makeRoomApi(), timers = realTimers, listen = listenForHints, storage = tabStorage } = options
  const { frame = nextFrame, linkKey = null, link = null, random = Math.random } = options
  const store = options.keyStore ?? makeKeyStore()
  const device = options.device ?? { steady: timers.now, wall: () => Date.now() }
  const [stage, setStage] = createSignal(firstStage(options.alias))
  const [connectionStatus, setConnectionStatus] = createSignal<ConnectionStatus>('opening')
  const [unlocked, setUnlocked] = createSignal<Unlocked | null>(null)
  const [door, setDoor] = createSignal<Door | null | undefined>()
  const room = createRoomState(frame)
  const { state, latest, mutate } = room
  const end = createMemo(() => state.room?.expiresAt ?? null)
  const clock = createClock(end, {
    ask: async () => (await api.fetchRoom(roomId)).value?.serverTime ?? null,
    visible: options.visible,
    device,
    timers,
  })
  const facilitator = createFacilitatorSession(() => state.me?.role)
  const seat = makeSeat({
    join: (request) => api.joinRoom(roomId, request),
    clock,
    timers,
    isLive: () => untrack(stage).is === 'live',
    participantId: () => latest.me?.participantId,
    onKept: facilitator.forgiveRefusal,
    onLost: () => dispatch({ is: 'ended', why: 'seat-lost' }),
  })
  let session: Session | null = null
  let storedDraft: StoredDraft | null = null
  let storedPoll: StoredDraft | null = null
  let left = Promise.resolve()
  let heir: string | undefined
  let isDisposed = false
  let cancelRetry = () => {}
  let cancelDraftDeletion = () => {}

  function dispatch(event: StageEvent) {
    if (isDisposed) return
    const before = untrack(stage)
    const [next, ...effects] = reduceStage(before, event)
    if (next !== before) cancelRetry()
    batch(() => {
      setStage(next)
      for (const effect of effects) run(effect)
    })
  }

  function run(effect: Effect) {
    if (effect === 'unlock') void unlock()
    else if (effect === 'join') void join()
    else if (effect === 'leave') left = leave()
    else if (effect === 'forget' || effect === 'keep-unsent') endSession(effect === 'keep-unsent')
    else cancelRetry = timers.after(effect.retryAfter, () => answer({}))
  }

  const answer = (answer = {}) => dispatch({ is: 'answered', answer, now: timers.now() })

  async function unlock() {
    // Somebody who waited at the door knocks again.
    session?.stopSession()
    session = null
    const now = untrack(stage)
    const greeted = 'answer' in now && now.answer.greeted === true
    // A second password needs no second look.
    if (!unlocked()) {
      const { value, prompt, refusal } = await unlockRoom({
        api,
        roomId,
        linkKey,
        link,
        store,
        greeted,
        name: options.alias ?? '',
        now: () => untrack(clock.now) ?? device.wall(),
        newestMessage: () => latest.messages.at(-1) ?? null,
        onEpochs: recordEpochs,
      })
      if (prompt) return dispatch({ is: 'prompted', prompt })
      if (refusal) return dispatch({ is: 'refused', refusal, now: timers.now(), random: random() })
      setUnlocked(value)
    }
    if (options.keepsTokens?.() === false)
      return dispatch({ is: 'prompted', prompt: { is: 'refused', code: 'cookies-blocked' } })
    dispatch({ is: 'unlocked' })
  }

  async function join() {
    const now = untrack(stage)
    const entry = untrack(unlocked)
    if (entry === null) return
    const answer = 'answer' in now ? now.answer : {}
    const joined = await joinRoom({ roomId, api, seat, entry, answer })
    if (joined.is === 'prompted') return dispatch(joined)
    if (joined.is === 'refused') return dispatch({ ...joined, now: timers.now(), random: random() })
    if (isDisposed) return
    if (joined.is === 'waiting') {
      const { room, participantId } = joined.value
      dispatch({ is: 'prompted', prompt: { is: 'door', room } })
      // What was answered meanwhile is tried first.
      if (untrack(stage).is === 'waiting') startSession(participantId)
      return
    }
    const { room: joinedRoom, epoch, invite, ...me } = joined.value
    batch(() => {
      comeIn(me, joinedRoom)
      startSession(me.participantId)
    })
  }

  function startSession(participantId: string) {
    const cipher = unlocked()?.cipher ?? null
    setDoor(rotatingOf(cipher)?.keys.door)
    const isOver = () => {
      const now = stage()
      return now.is === 'over' && now.remains !== 'may-return'
    }
    storedDraft = makeStoredDraft({ roomId, name: 'draft' }, cipher, storage, isOver)
    storedPoll = makeStoredDraft({ roomId, name: 'poll' }, cipher, storage, isOver)
    session = makeSession({
      ...room,
      roomId,
      participantId,
      cipher,
      api,
      origin: options.origin ?? location.origin,
      storage,
      timers,
      wallNow: device.wall,
      makeSocket: options.makeSocket,
      fetch: options.fetch,
      batch,
      recordServerTime: clock.recordServerTime,
      timeLeft: () => untrack(clock.left),
      onStatus: setConnectionStatus,
      onWelcome({ participantId, alias, role, room }) {
        // By the door, where this participant has waited.
        if (untrack(stage).is === 'waiting') comeIn({ participantId, alias, role }, room)
      },
      // Asked for once more, and otherwise given back.
      onUnreadable: () => answer(),
      onOver: (why) => dispatch({ is: 'ended', why }),
    })
  }

  function comeIn(me: Participant, joinedRoom: Room) {
    mutate((latest) => {
      latest.me = me
      recordRoles(latest, [me])
      latest.ignored = loadIgnored(roomId, storage)
      applyRoom(latest, joinedRoom)
    })
    dispatch({ is: 'joined' })
  }

  /** Keys were rotated: by this page, or by another whose rotation it has looked at. */
  function recordEpochs(taken: readonly TakenEpoch[]) {
    const rotating = rotatingOf(untrack(unlocked)?.cipher)
    if (rotating && session) void noteEpochs(taken, untrack(door) ?? null, rotating.keys.door)
    if (!rotating || !taken.some(({ is }) => is === 'taken')) return
    setDoor(rotating.keys.door)
    // Not all at once: in a room of two hundred each card goes to everyone.
    timers.after(random() * CARD_DELAY, () => session && void rotating.sendCard())
  }

  /** Adds lines to the log about rotations. */
  async function noteEpochs(taken: readonly TakenEpoch[], before: Door | null, after: Door | null) {
    // For newcomers who read nothing older the keys change, and the link that others have in their mail does not.
    const isSame = before?.link.linkKey === after?.link.linkKey
    const link = after === null ? 'noLink' : isSame ? 'sameLink' : 'newLink'
    const { noticeEpochs } = await import('./notice-keys.ts')
    mutate((latest) => noticeEpochs(latest, taken, link))
  }

  async function leave() {
    dispatch({ is: 'left', reached: await leaveRoom({ api, timers }, roomId, heir) })
  }

  /** Leaves nothing behind, except what was written where somebody may return: that waits in the box for so long at most. */
  function endSession(keepsUnsent: boolean) {
    if (keepsUnsent) {
      void storedDraft?.prependTexts(latest.pending.map(wholeText))
      const delay = untrack(clock.left) || UNSENT_KEPT_FOR
      cancelDraftDeletion = timers.after(delay, () => deleteStoredDrafts(roomId, storage))
    } else {
      deleteStoredDrafts(roomId, storage)
      saveIgnored(roomId, [], storage)
    }
    session?.outbox.discardAll()
    const now = untrack(stage)
    session?.stopSession(now.is === 'over' && now.why === 'gave-up' ? STOPS_WAITING : undefined)
    session = null
    clearOutboxStore(roomId, storage)
    // Who may return has nothing else to come back with, and a facilitator's keys open the transcript. They are swept once the room is not kept any more.
    const isKept = latest.me?.role === 'facilitator' && !(now.is === 'over' && now.why === 'destroyed')
    if (!keepsUnsent && !isKept) void unlocked()?.forget?.()
    room.clear()
  }

  // Each second, and whenever the end moves.
  createEffect(
    on(clock.left, () => {
      seat.renewIfDue(end() ?? 0)
      if (Object.keys(state.typing).length > 0) mutate((latest) => expireTyping(latest, timers.now()))
    }),
  )

  const unheard = createMemo(
    () => stage().is === 'live' && clock.left() === 0 && connectionStatus() !== 'open',
  )
  createEffect(() => {
    if (!unheard()) return
    // Others may have extended it, or kept it alive with messages.
    const end = () => dispatch({ is: 'ended', why: 'expired', mayReturn: true })
    onCleanup(timers.after(UNREACHABLE_END_DELAY, end))
  })

  onCleanup(
    listen((hint) => {
      if (hint !== 'offline') clock.wake()
      session?.handleHint(hint)
      // Who has logged in elsewhere in this browser, and comes back here, is the facilitator again.
      if (hint !== 'offline' && facilitator.isLoggedOut()) void seat.rejoin()
      if (hint === 'online') dispatch({ is: 'online', now: timers.now() })
    }),
  )
  onCleanup(() => {
    isDisposed = true
    cancelRetry()
    // Another draft may be stored by then; after the page is gone, storage-expiry.ts deletes this one.
    cancelDraftDeletion()
    session?.stopSession()
  })

  void unlock()

  return {
    stage,
    state,
    connectionStatus,
    timeLeft: clock.left,
    isLoggedOut: facilitator.isLoggedOut,
    cipher: () => unlocked()?.cipher ?? null,
    getPublicKey: (participantId) => rotatingOf(unlocked()?.cipher)?.findPublicKey(participantId),
    keepsKeys: () => rotatingOf(unlocked()?.cipher)?.keys.keeps ?? true,
    maxBytes: () => unlocked()?.cipher?.textMax ?? MESSAGE_MAX_BYTES,
    measureText: (text) => (unlocked()?.cipher?.measureText ?? byteLength)(text),
    door,
    saveDraft: async (text) => storedDraft?.saveDraft(text),
    loadDraft: async () => (await storedDraft?.loadDraft()) ?? '',
    savePoll: async (json) => storedPoll?.saveDraft(json),
    loadPoll: async () => (await storedPoll?.loadDraft()) ?? '',
    answerPrompt: answer,
    resumeConnection: () => session?.handleHint('focus'),
    sendMessage: (text, details) => void session?.outbox.enqueueMessage(text, undefined, details),
    retryMessage: (id) => session?.outbox.retryMessage(id),
    discardMessage: (id) => session?.outbox.discardMessage(id),
    sendTyping: () => session?.sendTyping(),
    loadOlder: async (limit) => session?.loadOlder(limit),
    fetchPage: async (query) => session?.fetchPage(query) ?? { ok: false, refusal: { code: 'unreachable' } },
    fetchMessage: async (seq) => (await session?.fetchMessage(seq)) ?? null,
    async runCommand(call, apply) {
      const reply = await call(api, roomId)
      if (reply.ok && apply && session) mutate((latest) => apply(latest, reply.value))
      return facilitator.takeReply(reply)
    },
    async destroyRoom() {
      const reply = facilitator.takeReply(await api.destroyRoom(roomId))
      // Who finds it gone has what they wanted.
      if (reply.refusal && reply.refusal.code !== 'room-not-found') return reply
      dispatch({ is: 'ended', why: 'destroyed' })
      return ok()
    },
    leaveRoom(host) {
      heir = host
      dispatch({ is: 'leaving' })
      return left
    },
    ignorePeople(ignored) {
      saveIgnored(roomId, ignored, storage)
      mutate((latest) => Object.assign(latest, { ignored }))
    },
    async refreshRoom() {
      const { value } = await api.fetchRoom(roomId)
      if (value && session) mutate((latest) => applyRoom(latest, value))
    },
  }
}
