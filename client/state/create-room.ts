import { batch, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import { createStore, produce, reconcile } from 'solid-js/store'
import type { RefusalCode } from '../../protocol/refusal.ts'
import { type Api, makeApi, type Reply } from '../net/api.ts'
import type { Hint, Socket } from '../net/connection.ts'
import { clearOutboxStore, type Drawer } from '../net/outbox-store.ts'
import { realTimers, type Timers } from '../net/timers.ts'
import { applyRoom, emptyRoom, expireTyping } from './apply.ts'
import { createClock } from './create-clock.ts'
import { isFinalStage, stageOf } from './entry.ts'
import { listenForHints } from './page-hints.ts'
import type { Link, RoomState, Stage } from './room-state.ts'
import { renewAt } from './seat-cookie.ts'
import type { DeviceClock } from './server-clock.ts'
import { makeSession, type Session } from './session.ts'
import { tabDrawer } from './tab-drawer.ts'

/** A room as the page uses it: what it knows, and what a person can do in it. */
export interface RoomModel {
  stage(): Stage
  /** Solid store, read only. */
  state: RoomState
  link(): Link
  /** Milliseconds left by the server's clock, null before known; ticks each second. */
  left(): number | null
  /** Submits a password or a name, or tries again. */
  enter(answer?: { alias?: string; password?: string }): void
  send(text: string): void
  retry(id: string): void
  discard(id: string): void
  /** Says that this participant is typing; limits itself to one event in 2 s. */
  typing(): void
  destroy(): Promise<RefusalCode | 'unreachable' | null>
  leave(): Promise<void>
  /** Loads the page of history before the oldest message. */
  older(): Promise<void>
  /** For the host: removes a participant for good. */
  remove(participantId: string): Promise<RefusalCode | 'unreachable' | null>
  /** For the host: lets nobody else in, or does again. */
  lock(locked: boolean): Promise<RefusalCode | 'unreachable' | null>
  /** For the host: moves the end later by so many milliseconds. */
  extend(byMs: number): Promise<RefusalCode | 'unreachable' | null>
}

export interface CreateRoomOptions {
  /** The name to join with; the room gives one where this is absent. */
  alias?: string
  // What follows is the page's own unless a test gives another.
  api?: Api
  origin?: string
  drawer?: Drawer
  timers?: Timers
  device?: DeviceClock
  makeSocket?(url: string): Socket
  listen?(tell: (hint: Hint) => void): () => void
  visible?(): boolean
}

/** Milliseconds. */
export const WAIT = {
  /** A room whose time is over and that can't be heard is taken for ended: nothing may stay on the page for longer. */
  unheardEnd: 10_000,
  /** Leaving is not held up by a server that doesn't answer. */
  leave: 3_000,
  /** After a renewal of the cookie that failed. */
  renew: 5_000,
} as const

/**
 * Enters the room and stays in it until the owner is cleaned up. When it is over, what was said and what is unsent is
 * gone from the state and from storage at that instant.
 */
export function createRoom(roomId: string, options: CreateRoomOptions = {}): RoomModel {
  const { api = makeApi(), timers = realTimers, listen = listenForHints, drawer = tabDrawer() } = options
  const device = options.device ?? { steady: timers.now, wall: () => Date.now() }
  const [stage, setStage] = createSignal<Stage>({ is: 'entering' })
  const [link, setLink] = createSignal<Link>('opening')
  const [state, setState] = createStore<RoomState>(emptyRoom())
  const change = (run: (draft: RoomState) => void) => setState(produce(run))
  const clock = createClock(() => state.room?.expiresAt ?? null, {
    ask: async () => (await api.look(roomId)).value?.serverTime ?? null,
    visible: options.visible,
    device,
    timers,
  })
  let { alias } = options
  let password: string | undefined
  let joining = false
  let leaving = false
  let gone = false
  let session: Session | null = null
  /** By the server's clock: when the cookie was last set, until when it lives, and the earliest next try. */
  let cookie = { since: 0, until: 0 }
  let renewNotBefore = 0

  async function join(request: { alias?: string; password?: string }) {
    joining = true
    const asked = timers.now()
    const reply = await api.join(roomId, request)
    joining = false
    if (gone) return reply
    if (reply.value) {
      const { room } = reply.value
      clock.heard(room.serverTime, timers.now() - asked)
      cookie = { since: room.serverTime, until: room.expiresAt }
    }
    return reply
  }

  async function enter(answer: { alias?: string; password?: string } = {}) {
    if (joining || session || stage().is === 'over') return
    alias = answer.alias ?? alias
    password = answer.password ?? password
    // A form stays where it is while its answer is on the way; a refusal makes room for the new attempt.
    if (stage().is === 'refused') setStage({ is: 'entering' })
    const { value, refusal } = await join({ alias, password })
    if (gone) return
    if (refusal) return settle(stageOf(refusal, alias))
    password = undefined
    const { room, ...me } = value
    batch(() => {
      change((draft) => {
        draft.me = me
        applyRoom(draft, room)
      })
      setStage({ is: 'live' })
      session = makeSession({
        roomId,
        participantId: me.participantId,
        api,
        origin: options.origin ?? location.origin,
        drawer,
        timers,
        today: device.wall,
        makeSocket: options.makeSocket,
        state,
        change,
        // By id, so that a message that changes its state is still the same row.
        setPending: (entries) => setState('pending', reconcile(entries.map((entry) => ({ ...entry })))),
        batch,
        heard: clock.heard,
        left: () => untrack(clock.left),
        onLink: setLink,
        // The room closes the socket of someone who leaves, perhaps before it answers the call.
        onOver: (why) => settle({ is: 'over', why: leaving ? 'left' : why }),
      })
    })
  }

  /** Takes a stage outside the room; a final one leaves nothing behind. The first ending is the one that counts. */
  function settle(next: Stage) {
    if (stage().is === 'over') return
    batch(() => {
      setStage(next)
      if (!isFinalStage(next)) return
      session?.outbox.clear()
      session?.stop()
      session = null
      clearOutboxStore(roomId, drawer)
      const { room, me } = state
      setState(reconcile({ ...emptyRoom(), room, me }))
    })
  }

  async function renew() {
    const now = clock.now()
    const due = state.room && renewAt(cookie.since, cookie.until, state.room.expiresAt)
    if (!session || joining || !due || !now || now < Math.max(due, renewNotBefore)) return
    renewNotBefore = now + WAIT.renew
    // Joining again with a good token changes nothing but the cookie's life.
    await join({})
  }

  // Each second, and whenever the end moves.
  createEffect(
    on(clock.left, () => {
      void renew()
      if (Object.keys(state.typing).length > 0) change((draft) => expireTyping(draft, device.wall()))
    }),
  )

  const unheard = createMemo(() => stage().is === 'live' && clock.left() === 0 && link() !== 'open')
  createEffect(() => {
    if (!unheard()) return
    onCleanup(timers.after(WAIT.unheardEnd, () => settle({ is: 'over', why: 'expired' })))
  })

  onCleanup(
    listen((hint) => {
      if (hint !== 'offline') clock.wake()
      session?.hint(hint)
      const now = stage()
      if (hint === 'online' && now.is === 'refused' && now.code === 'unreachable') void enter()
    }),
  )
  onCleanup(() => {
    gone = true
    session?.stop()
  })

  async function asked(call: Promise<Reply<unknown>>) {
    return (await call).refusal?.code ?? null
  }

  async function patch(changes: { locked?: boolean; closesAt?: number }) {
    const { value, refusal } = await api.patch(roomId, changes)
    if (value && session) change((draft) => applyRoom(draft, value))
    return refusal?.code ?? null
  }

  void enter()

  return {
    stage,
    state,
    link,
    left: clock.left,
    enter: (answer) => void enter(answer),
    send: (text) => void session?.outbox.add(text),
    retry: (id) => session?.outbox.retry(id),
    discard: (id) => session?.outbox.discard(id),
    typing: () => session?.typing(),
    async destroy() {
      const code = await asked(api.destroy(roomId))
      if (code !== null && code !== 'room-not-found') return code
      settle({ is: 'over', why: 'destroyed' })
      return null
    },
    async leave() {
      leaving = true
      const waited = new Promise<void>((resolve) => timers.after(WAIT.leave, resolve))
      await Promise.race([api.leave(roomId), waited])
      settle({ is: 'over', why: 'left' })
    },
    older: async () => session?.older(),
    remove: (participantId) => asked(api.remove(roomId, participantId)),
    lock: (locked) => patch({ locked }),
    extend: (byMs) => patch({ closesAt: (state.room?.expiresAt ?? 0) + byMs }),
  }
}
