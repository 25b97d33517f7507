import { batch, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import { STOPS_WAITING } from '../../protocol/close.ts'
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import type { MessageTimes } from '../../protocol/message.ts'
import type { Participant } from '../../protocol/participant.ts'
import { ok } from '../../protocol/refusal.ts'
import type { Room } from '../../protocol/room.ts'
import { byteLength } from '../../protocol/text.ts'
import { tabStorage } from '../browser/browser-storage.ts'
import { makeKeyStore } from '../browser/key-store.ts'
import { listenForHints } from '../browser/network-hints.ts'
import { nextFrame } from '../browser/next-frame.ts'
import type { ConnectionStatus } from '../net/connection-options.ts'
import { clearOutboxStore } from '../net/outbox-store.ts'
import { makeRoomApi } from '../net/room-api.ts'
import { realTimers } from '../net/timers.ts'
import { applyRoom, recordRoles } from './apply.ts'
import { createClock } from './create-clock.ts'
import { createRoomState } from './create-room-state.ts'
import { createUnreachableEnd } from './create-unreachable-end.ts'
import { createFacilitatorSession } from './facilitator-session.ts'
import { loadIgnored, saveIgnored } from './ignored-people.ts'
import { joinRoom } from './join-room.ts'
import { createDoor } from './keys/create-door.ts'
import { rotatingOf } from './keys/rotating-cipher.ts'
import { leaveRoom } from './leave-room.ts'
import { makeRoomDrafts } from './make-room-drafts.ts'
import { listLastSaid, type SaidMessage } from './receipt/said-message.ts'
import { type Effect, firstStage, reduceStage, type StageEvent } from './room-machine.ts'
import type { CreateRoomOptions, RoomModel } from './room-model.ts'
import { makeSeat } from './seat.ts'
import { makeSession, type Session } from './session.ts'
import { expireTyping } from './typing.ts'
import { unlockRoom } from './unlock.ts'
import type { Unlocked } from './unlocked.ts'
import { wholeText } from './whole-text.ts'

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
  const [times, setTimes] = createSignal<MessageTimes | null>(null)
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
  const drafts = makeRoomDrafts(roomId, storage, timers)
  const cipher = () => unlocked()?.cipher ?? null
  const { door, renewDoor, followEpochs } = createDoor({
    cipher: () => untrack(cipher),
    hasSession: () => session !== null,
    mutate,
    timers,
    random,
  })
  let session: Session | null = null
  /** Is kept once the room knows that this participant has left. */
  let left = Promise.resolve()
  /** Whom a host who leaves hands the role to. */
  let heir: string | undefined
  /** Is kept once this browser has the keys no longer. */
  let forgotten: Promise<void> | undefined
  /** What the receipt is made of, once all else is forgotten. */
  let lastSaid: readonly SaidMessage[] = []
  let isDisposed = false
  let cancelRetry = () => {}

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
        onEpochs: followEpochs,
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
    // The tab was wiped meanwhile: this seat came after the call that gives it back.
    if (untrack(stage).is === 'over') return void api.leaveRoom(roomId)
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
    renewDoor()
    const isOver = () => {
      const now = stage()
      return now.is === 'over' && now.remains !== 'may-return'
    }
    drafts.openDrafts(untrack(cipher), isOver)
    session = makeSession({
      ...room,
      roomId,
      participantId,
      cipher: untrack(cipher),
      api,
      origin: options.origin ?? location.href,
      storage,
      timers,
      wallNow: device.wall,
      makeSocket: options.makeSocket,
      fetch: options.fetch,
      batch,
      recordServerTime: clock.recordServerTime,
      serverNow: clock.now,
      timeLeft: () => untrack(clock.left),
      onStatus: setConnectionStatus,
      onWelcome({ participantId, alias, role, room }) {
        // By the door, where this participant has waited.
        if (untrack(stage).is === 'waiting') comeIn({ participantId, alias, role }, room)
      },
      // Asked for once more, and otherwise given back.
      onUnreadable: () => answer(),
      onOver: (why) => dispatch({ is: 'ended', why }),
      loadListener: () => import('./room-parts.ts'),
      loadParts: () => import('./votes/vote-parts.ts'),
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

  async function leave() {
    dispatch({ is: 'left', reached: await leaveRoom({ api, timers }, roomId, heir) })
  }

  /** Leaves nothing behind, except what was written where somebody may return: that waits in the box for so long at most. */
  function endSession(keepsUnsent: boolean) {
    if (keepsUnsent) {
      // What was to be read once must not be sent as another message by mistake.
      const unsent = latest.pending.filter(({ burn }) => !burn)
      drafts.keepUnsent(unsent.map(wholeText), untrack(clock.left))
    } else {
      drafts.deleteDrafts()
      saveIgnored(roomId, [], storage)
    }
    session?.outbox.discardAll()
    const now = untrack(stage)
    const isGivenUp = now.is === 'over' && (now.why === 'gave-up' || now.why === 'wiped')
    session?.stopSession(isGivenUp ? STOPS_WAITING : undefined)
    session = null
    clearOutboxStore(roomId, storage)
    // Who may return has nothing else to come back with, and a facilitator's keys open the transcript. They are swept once the room is not kept any more.
    const isKept = latest.me?.role === 'facilitator' && !(now.is === 'over' && now.why === 'destroyed')
    if (!keepsUnsent && !isKept) forgotten = unlocked()?.forget?.()
    lastSaid = listLastSaid(latest.messages)
    room.clear()
  }

  // Each second, and whenever the end moves.
  createEffect(
    on(clock.left, () => {
      seat.renewIfDue(end() ?? 0)
      if (Object.keys(state.typing).length > 0) mutate((latest) => expireTyping(latest, timers.now()))
    }),
  )

  createUnreachableEnd({
    isLive: () => stage().is === 'live',
    timeLeft: clock.left,
    connectionStatus,
    timers,
    // Others may have extended it, or kept it alive with messages.
    onEnd: () => dispatch({ is: 'ended', why: 'expired', mayReturn: true }),
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
    drafts.cancelDeletion()
    session?.stopSession()
  })

  void unlock()

  return {
    stage,
    state,
    connectionStatus,
    timeLeft: clock.left,
    isLoggedOut: facilitator.isLoggedOut,
    cipher,
    caution: options.caution,
    getPublicKey: (participantId) => rotatingOf(cipher())?.findPublicKey(participantId),
    keepsKeys: () => rotatingOf(cipher())?.keys.keeps ?? true,
    maxBytes: () => unlocked()?.cipher?.textMax ?? MESSAGE_MAX_BYTES,
    measureText: (text) => (unlocked()?.cipher?.measureText ?? byteLength)(text),
    door,
    saveDraft: drafts.saveDraft,
    loadDraft: drafts.loadDraft,
    savePoll: drafts.savePoll,
    loadPoll: drafts.loadPoll,
    answerPrompt: answer,
    resumeConnection: () => session?.handleHint('focus'),
    times,
    chooseTimes: setTimes,
    sendMessage(text, details) {
      const whole = { ...untrack(times), ...details }
      session?.outbox.enqueueMessage(text, undefined, whole)
      if (whole.burn) setTimes(whole.expires ? { expires: whole.expires } : null)
    },
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
    lastSaid: () => lastSaid,
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
    async wipeRoom() {
      void api.leaveRoom(roomId)
      dispatch({ is: 'ended', why: 'wiped' })
      await forgotten
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
