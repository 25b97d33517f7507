import '../styles/room.css'
import '../styles/people.css'
import '../styles/invite.css'
import '../styles/composer.css'
import '../styles/dialog.css'
import '../styles/menu.css'
import '../styles/messages.css'
import '../styles/rich.css'
import '../styles/ending.css'
import { createEffect, createMemo, createSignal, onCleanup, Show, untrack } from 'solid-js'
import { Later } from '../parts/later.tsx'
import { RoomView } from '../parts/room-view.tsx'
import { createRoom } from '../state/create-room.ts'
import { recallName } from '../state/remembered.ts'
import type { RoomModel } from '../state/room-model.ts'
import type { Stage } from '../state/room-state.ts'
import { roomWords } from '../words/en/room.ts'

type Arm<S extends Stage['is']> = Extract<Stage, { is: S }>

/** A room, at every stage a visitor can be at: the door, the inside, the end. */
export function RoomPage(props: { roomId: string; room?: RoomModel }) {
  document.title = roomWords.page
  // Up to what can't belong to a key: links are copied with the full stop that ends the sentence.
  const [hash] = /^#[\w-]{43}(?![\w-])/.exec(location.hash) ?? [location.hash]
  if (hash !== location.hash) history.replaceState(null, '', hash)
  const room = props.room ?? createRoom(props.roomId, { alias: recallName(), linkKey: hash.slice(1) || null })
  const [gone, setGone] = createSignal(false)
  // Another key is another link: nothing that was opened with the one before may stay.
  const anew = () => location.reload()
  addEventListener('hashchange', anew)
  onCleanup(() => removeEventListener('hashchange', anew))

  const at = <S extends Stage['is']>(is: S) => {
    const stage = room.stage()
    return stage.is === is ? (stage as Arm<S>) : undefined
  }
  const over = () => at('over')?.why
  // Why it burns, where it does: being removed or leaving ends it for one person only.
  const burns = () => {
    const why = over()
    return why === 'destroyed' || why === 'expired' || why === 'ended' ? why : null
  }
  // Someone who was inside sees the words go; what never was live has nothing to burn.
  const inside = createMemo((was: boolean) => at('live') !== undefined || (was && burns() !== null), false)

  // Replaced, not followed: going back must not lead here again. And nothing of the room stays on the page until then,
  // which offline would be the browser's own page of an error.
  function leaveFor(address: string) {
    setGone(true)
    const go = () => location.replace(address)
    if (navigator.onLine) go()
    else addEventListener('online', go)
  }
  // What is kept for a facilitator is not gone.
  const ended = () =>
    over() !== 'destroyed' && room.state.room?.retainFor ? '/?ended=true' : '/?destroyed=true'
  createEffect(() => {
    const why = over()
    if (why === 'removed') leaveFor('/?error=removed')
    else if (why === 'left') leaveFor(room.state.me?.role === 'facilitator' ? '/rooms' : '/?left=true')
    else if (burns() && !inside()) leaveFor(untrack(ended))
  })

  return (
    <Show when={!gone()} fallback={!navigator.onLine && sentence(roomWords.away)}>
      <Show when={at('entering')}>{sentence(roomWords.entering)}</Show>
      <Show when={inside()}>
        <RoomView room={room} ending={burns()} onGone={() => leaveFor(ended())} />
      </Show>
      <Show when={!inside() && !at('entering') && (over() ?? 'seat-lost') === 'seat-lost'}>
        {/* What stands at the door comes when it is asked for. Where it doesn't come, neither would anything else. */}
        <Later load={() => import('../parts/door.tsx')} failed={sentence(roomWords.unloaded)}>
          {({ Door }) => <Door room={room} roomId={props.roomId} />}
        </Later>
      </Show>
    </Show>
  )
}

const sentence = (text: string) => <p class="entering">{text}</p>
