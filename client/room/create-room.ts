import { batch, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { listenForHints } from '../browser/network-hints.ts'
import { nextFrame } from '../browser/next-frame.ts'
import { tabStorage } from '../browser/session-storage.ts'
import { PAYLOAD_BODY_MAX } from '../crypto/payload.ts'
import type { Link } from '../net/connection.ts'
import type { Reply, Unreachable } from '../net/http.ts'
import { clearOutboxStore } from '../net/outbox-store.ts'
import { makeRoomApi } from '../net/room-api.ts'
import { realTimers } from '../net/timers.ts'
import { applyRoom, expireTyping, knowRoles } from './apply.ts'
import { type ComposerDraft, clearComposerDraft, makeComposerDraft } from './composer-draft.ts'
import { createClock } from './create-clock.ts'
import { createRoomState } from './create-room-state.ts'
import { isFinalStage, isSeatLost, stageOf } from './entry-stage.ts'
import { createFacilitatorSession } from './facilitator-session.ts'
import { retryDelay } from './join-retry.ts'
import { noticeRetention } from './notice-log.ts'
import type { CreateRoomOptions, EntryAnswer, RoomModel } from './room-model.ts'
import type { Stage } from './room-state.ts'
import { makeSeatCookie } from './seat-cookie.ts'
import { makeSession, type Session } from './session.ts'
import { type Unlocked, unlock } from './unlock.ts'

/** Milliseconds. */
export const WAIT = {
  /** A room whose time is over and that can't be heard is taken for ended: nothing may stay on the page for longer. */
  unheardEnd: 10_000,
  /** What was written and not sent waits for so long where the room may have been given more time, and nobody knows. */
  back: 3_600_000,
  /** Leaving is not held up by a server that doesn't answer. */
  leave: 3_000,
} as const

/**
 * Enters the room and stays in it until the owner is cleaned up. When it is over, what was said and what is unsent is
 * gone from the state and from storage at that instant; where only the seat is lost, what was unsent waits for the next one.
 */
export function createRoom(roomId: string, options: CreateRoomOptions = {}): RoomModel {
  const { api = makeRoomApi(), timers = realTimers, listen = listenForHints, drawer = tabStorage() } = options
  const { frame = nextFrame } = options
  const device = options.device ?? { steady: timers.now, wall: () => Date.now() }
  const [stage, setStage] = createSignal<Stage>({ is: 'entering' })
  const [link, setLink] = createSignal<Link>('opening')
  const [unlocked, setUnlocked] = createSignal<Unlocked | null>(null)
  const {
    state,
    draft,
    mutate: change,
    changeSoon,
    scheduleFlush: showSoon,
    setPending,
    clear,
  } = createRoomState(frame)
  const end = createMemo(() => state.room?.expiresAt ?? null)
  const clock = createClock(end, {
    ask: async () => (await api.fetchRoom(roomId)).value?.serverTime ?? null,
    visible: options.visible,
    device,
    timers,
  })
  const cookie = makeSeatCookie()
  const facilitator = createFacilitatorSession(() => state.me?.role)
  const { linkKey = null } = options
  let { alias } = options
  let password: string | undefined
  let greeted = false
  let entering = false
  let queued: EntryAnswer = {}
  /** How many times in a row nobody could be asked, and what takes back the next try. */
  let failures = 0
  let cancelRetry = () => {}
  let joining = false
  let leaving = false
  /** Left without a network: the seat is given back with the next one. */
  let seatHeld = false
  /** The seat is lost and the room is not, as far as anybody knows: what was written is kept. */
  let mayComeBack = false
  let gone = false
  let session: Session | null = null
  let kept: ComposerDraft | null = null

  async function join(request: Parameters<typeof api.joinRoom>[1]) {
    joining = true
    const asked = timers.now()
    const reply = await api.joinRoom(roomId, request)
    joining = false
    if (gone) return reply
    if (reply.value) {
      const { room } = reply.value
      clock.heard(room.serverTime, timers.now() - asked)
      cookie.set(room.serverTime, room.expiresAt)
    }
    return reply
  }

  async function enter(answer: EntryAnswer = {}) {
    // What is answered while an earlier answer is on its way is tried after that, should it still matter.
    queued = answer
    if (entering || session || stage().is === 'over') return
    entering = true
    cancelRetry()
    alias = answer.alias ?? alias
    password = answer.password ?? password
    greeted = answer.greeted ?? greeted
    // A form stays where it is while its answer is on the way; a refusal makes room for the new attempt, unless that
    // comes by itself, again and again.
    const now = stage()
    if (now.is === 'refused')
      setStage(now.retryAt === undefined ? { is: 'entering' } : { ...now, retryAt: timers.now() })
    await unlockAndJoin()
    entering = false
    if (queued !== answer) void enter(queued)
  }

  async function unlockAndJoin() {
    // A second password needs no second look.
    const known = unlocked()
    const unlocking = known ? { unlocked: known } : await unlock(api, roomId, linkKey, greeted)
    if (gone) return
    if (unlocking.refusal) return refuse(unlocking.refusal)
    if (unlocking.stage) return settle(unlocking.stage)
    const inHand = unlocking.unlocked
    setUnlocked(inHand)
    const { keyring, admission } = inHand
    if (options.keepsTokens?.() === false) return settle({ is: 'refused', code: 'cookies-blocked' })
    const { value, refusal } = await join({ alias, password, admission })
    if (gone) return
    if (refusal) return refuse(refusal)
    password = undefined
    const { room, ...me } = value
    batch(() => {
      change((draft) => {
        draft.me = me
        knowRoles(draft, [me])
        applyRoom(draft, room)
      })
      setStage({ is: 'live' })
      kept = makeComposerDraft(roomId, keyring, drawer, () => isFinalStage(stage()) && !mayComeBack)
      session = makeSession({
        roomId,
        participantId: me.participantId,
        keyring,
        api,
        origin: options.origin ?? location.origin,
        drawer,
        timers,
        today: device.wall,
        makeSocket: options.makeSocket,
        fetch: options.fetch,
        state: draft,
        change,
        changeSoon,
        showSoon,
        setPending,
        batch,
        heard: clock.heard,
        left: () => untrack(clock.left),
        onLink: setLink,
        // The room closes the socket of someone who leaves, perhaps before it answers the call.
        onOver: (why) => settle({ is: 'over', why: leaving ? 'left' : why }),
      })
    })
  }

  /** Takes what was said at the door. What passes by itself is tried again by itself, with all that was typed. */
  function refuse(refusal: Refusal | Unreachable) {
    const delay = retryDelay(refusal, failures, options.random ?? Math.random)
    failures = delay === null ? 0 : failures + 1
    const next = stageOf(refusal, alias)
    if (delay === null || next.is !== 'refused') return settle(next)
    settle({ ...next, retryAt: timers.now() + delay })
    cancelRetry = timers.after(delay, () => void enter())
  }

  /** What was written and not sent waits in the box for who comes back in, for so long at most. */
  function keepUnsent(ms: number) {
    const unsent = draft.pending.map(({ text }) => text)
    void kept?.load().then((text) => kept?.save([...unsent, text].filter(Boolean).join('\n')))
    timers.after(ms, () => clearComposerDraft(roomId, drawer))
  }

  /**
   * Takes a stage outside the room; a final one leaves nothing behind, but what was being written where the seat is lost.
   * The first ending is the one that counts.
   */
  function settle(next: Stage) {
    if (stage().is === 'over') return
    mayComeBack ||= isSeatLost(next)
    batch(() => {
      setStage(next)
      if (!isFinalStage(next)) return
      if (mayComeBack) keepUnsent(untrack(clock.left) || WAIT.back)
      else clearComposerDraft(roomId, drawer)
      session?.outbox.clear()
      session?.stop()
      session = null
      clearOutboxStore(roomId, drawer)
      clear()
    })
  }

  async function renew() {
    const now = clock.now()
    if (!session || joining || leaving || !now || !cookie.isDue(now, end() ?? 0)) return
    await joinAgain()
  }

  /**
   * Joining again with a good token changes nothing but the cookie's life, and that a facilitator who has logged in again
   * is one. Without a good token it is another's seat.
   */
  async function joinAgain() {
    const { value } = await join({})
    if (value) facilitator.forgive()
    if (value && session && value.participantId !== draft.me?.participantId)
      settle({ is: 'over', why: 'seat-lost' })
  }

  // Each second, and whenever the end moves.
  createEffect(
    on(clock.left, () => {
      void renew()
      if (Object.keys(state.typing).length > 0) change((draft) => expireTyping(draft, timers.now()))
    }),
  )

  const unheard = createMemo(() => stage().is === 'live' && clock.left() === 0 && link() !== 'open')
  createEffect(() => {
    if (!unheard()) return
    onCleanup(
      timers.after(WAIT.unheardEnd, () => {
        // Others may have given it more time, or kept it alive by talking.
        mayComeBack = true
        settle({ is: 'over', why: 'expired' })
      }),
    )
  })

  onCleanup(
    listen((hint) => {
      if (hint !== 'offline') clock.wake()
      session?.hint(hint)
      // Who has logged in elsewhere in this browser, and comes back here, is the facilitator again.
      if (hint !== 'offline' && session && !joining && facilitator.loggedOut()) void joinAgain()
      const now = stage()
      if (hint === 'online' && seatHeld) void api.leaveRoom(roomId)
      if (hint === 'online' && now.is === 'refused' && now.retryAt !== undefined) void enter()
    }),
  )
  onCleanup(() => {
    gone = true
    cancelRetry()
    session?.stop()
  })

  const keyringInHand = () => unlocked()?.keyring ?? null

  async function asked(call: Promise<Reply<unknown>>) {
    return facilitator.takeRefusal((await call).refusal?.code ?? null)
  }

  async function look() {
    const { value } = await api.fetchRoom(roomId)
    if (value && session) change((draft) => applyRoom(draft, value))
  }

  async function patch(changes: { locked?: boolean; closesAt?: number }) {
    const { value, refusal } = await api.changeRoom(roomId, changes)
    if (value && session)
      change((draft) => {
        noticeRetention(draft, draft.room, value)
        applyRoom(draft, value)
      })
    return facilitator.takeRefusal(refusal?.code ?? null)
  }

  void enter()

  return {
    stage,
    state,
    link,
    left: clock.left,
    loggedOut: facilitator.loggedOut,
    encrypted: () => keyringInHand() !== null,
    maxBytes: () => (keyringInHand() ? PAYLOAD_BODY_MAX : MESSAGE_MAX_BYTES),
    async safetyWords() {
      const keyring = keyringInHand()
      if (!keyring) return []
      // Few people ever ask for them, and the list of words is as large as a page.
      const { deriveSafetyWords } = await import('../crypto/safety-words.ts')
      return deriveSafetyWords(keyring)
    },
    saveDraft: async (text) => kept?.save(text),
    loadDraft: async () => (await kept?.load()) ?? '',
    enter: (answer) => void enter(answer),
    resume: () => session?.hint('focus'),
    send: (text) => void session?.outbox.add(text),
    retry: (id) => session?.outbox.retry(id),
    discard: (id) => session?.outbox.discard(id),
    typing: () => session?.typing(),
    async destroy() {
      const code = await asked(api.destroyRoom(roomId))
      if (code !== null && code !== 'room-not-found') return code
      settle({ is: 'over', why: 'destroyed' })
      return null
    },
    async leave() {
      leaving = true
      const waited = new Promise<null>((resolve) => timers.after(WAIT.leave, () => resolve(null)))
      const reply = await Promise.race([api.leaveRoom(roomId), waited])
      seatHeld = reply?.refusal?.code === 'unreachable'
      settle({ is: 'over', why: 'left' })
    },
    older: async () => session?.older(),
    renamed: (me) => change((draft) => Object.assign(draft, { me })),
    remove: (participantId) => asked(api.removeParticipant(roomId, participantId)),
    participants: () => api.fetchParticipants(roomId),
    async freeSeat(participantId) {
      const code = await asked(api.freeSeat(roomId, participantId))
      await look()
      return code
    },
    look,
    lock: (locked) => patch({ locked }),
    extend: (byMs) => patch({ closesAt: (state.room?.expiresAt ?? 0) + byMs }),
  }
}
