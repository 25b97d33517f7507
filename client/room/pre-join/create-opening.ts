import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Room } from '../../../protocol/room.ts'
import { makeServerClock } from '../../net/server-clock.ts'
import { realTimers, type Timers } from '../../net/timers.ts'
import type { VisitorApi } from '../../net/visitor-api.ts'
import { OPENING_SPREAD } from '../join-retry.ts'

/** Milliseconds between two looks at the room, whose times may be changed while somebody waits. */
const LOOK_EVERY = 15_000
const TICK = 1_000

interface OpeningOptions {
  api: Pick<VisitorApi, 'fetchRoom'>
  /** The room is open, or gone: it is time to ask to be let in. Called once. */
  onOpen(): void
  timers?: Timers
  random?(): number
}

/** Waits for a scheduled room to open, by the server's clock, and then for a moment more, so that not all who wait come at once. */
export function createOpening(
  roomId: string,
  { api, onOpen, timers = realTimers, random = Math.random }: OpeningOptions,
): { room: Accessor<Room | undefined>; left: Accessor<number | undefined> } {
  const [room, setRoom] = createSignal<Room>()
  const [left, setLeft] = createSignal<number>()
  // The device's wall clock is not asked: what a sleep makes of it the next look puts right.
  const clock = makeServerClock({ steady: timers.now, wall: timers.now })
  let isOver = false
  let isOpening = false
  let cancelTick = () => {}
  let cancelLook = () => {}
  let cancelOpening = () => {}

  function open(delay: number) {
    if (isOpening) return
    isOpening = true
    cancelOpening = timers.after(delay, () => {
      if (!isOver) onOpen()
    })
  }

  async function look() {
    cancelLook = timers.after(LOOK_EVERY, () => void look())
    const { value, refusal } = await api.fetchRoom(roomId)
    if (isOver) return
    if (refusal?.code === 'room-not-found') return open(0)
    if (!value) return
    clock.recordServerTime(value.serverTime)
    setRoom(value)
    show(value)
  }

  function show({ opensAt, state }: Room) {
    const ms = opensAt - (clock.now() ?? 0)
    setLeft(Math.max(0, ms))
    if (ms <= 0 || state !== 'scheduled') open(random() * OPENING_SPREAD)
  }

  function tick() {
    cancelTick = timers.after(TICK, tick)
    const known = room()
    if (known) show(known)
  }

  void look()
  cancelTick = timers.after(TICK, tick)
  onCleanup(() => {
    isOver = true
    for (const cancel of [cancelTick, cancelLook, cancelOpening]) cancel()
  })
  return { room, left }
}
