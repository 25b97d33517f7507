import { createSignal, onCleanup, Show } from 'solid-js'
import type { Room } from '../../protocol/room.ts'
import { makeApi } from '../net/api.ts'
import { doorWords } from '../words/en/door.ts'
import { Gate } from './gate.tsx'
import { GateNote } from './gate-note.tsx'
import { timeLeft } from './time-left.ts'

const say = doorWords
// In the language of the sentence around it.
const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' })

/** Milliseconds between two looks at the room, whose times may be changed while somebody waits. */
const LOOK_EVERY = 15_000

/** Waits with an early guest until the room opens, by the server's clock, and lets them in then. */
export function WaitGate(props: { roomId: string; onOpen: () => void }) {
  const api = makeApi()
  const [room, setRoom] = createSignal<Room>()
  const [left, setLeft] = createSignal<number>()
  // The server's clock is ahead of this page's by so much.
  let ahead = 0

  async function look() {
    const { value, refusal } = await api.look(props.roomId)
    if (refusal?.code === 'room-not-found') return props.onOpen()
    if (!value) return
    ahead = value.serverTime - performance.now()
    setRoom(value)
    tick()
  }

  function tick() {
    const opensAt = room()?.opensAt
    if (opensAt === undefined) return
    const ms = opensAt - (performance.now() + ahead)
    setLeft(Math.max(0, ms))
    if (ms <= 0 || room()?.state !== 'scheduled') props.onOpen()
  }

  void look()
  const looking = setInterval(() => void look(), LOOK_EVERY)
  const ticking = setInterval(tick, 1_000)
  onCleanup(() => {
    clearInterval(looking)
    clearInterval(ticking)
  })

  return (
    <Gate title={room()?.title ?? say.waitTitle} text={say.waitText}>
      <Show when={room()}>
        {(known) => (
          <div class="wait">
            <p class="countdown-figures" role="timer" aria-label={say.waitTimer}>
              {timeLeft(left() ?? 0)}
            </p>
            <p class="gate-text">
              {say.opensAt(when.format(known().opensAt))}
              {known().passwordRequired ? ` ${say.waitPassword}` : ''}
            </p>
            <GateNote room={known()} />
          </div>
        )}
      </Show>
      <a class="button button-line" href="/">
        {say.lobby}
      </a>
    </Gate>
  )
}
