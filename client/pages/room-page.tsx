import '../styles/room.css'
import '../styles/people.css'
import '../styles/invite.css'
import '../styles/composer.css'
import '../styles/dialog.css'
import '../styles/messages.css'
import '../styles/ending.css'
import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import { Gate } from '../parts/gate.tsx'
import { Later } from '../parts/later.tsx'
import { Refused } from '../parts/refused.tsx'
import { RoomView } from '../parts/room-view.tsx'
import { createRoom, type RoomModel } from '../state/create-room.ts'
import { recallName } from '../state/remembered.ts'
import type { Stage } from '../state/room-state.ts'
import { gateWords } from '../words/en/gate.ts'
import { roomWords } from '../words/en/room.ts'

type Arm<S extends Stage['is']> = Extract<Stage, { is: S }>

/** A room, at every stage a visitor can be at: the door, the inside, the end. */
export function RoomPage(props: { roomId: string; room?: RoomModel }) {
  document.title = roomWords.page
  const room = props.room ?? createRoom(props.roomId, { alias: recallName() })
  const [gone, setGone] = createSignal(false)

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

  // Replaced, not followed: going back must not lead here again. And nothing of the room stays on the page until then.
  function leaveFor(address: string) {
    setGone(true)
    location.replace(address)
  }
  createEffect(() => {
    const why = over()
    if (why === 'removed') leaveFor('/?error=removed')
    else if (why === 'left') leaveFor('/')
    else if (burns() && !inside()) leaveFor('/?destroyed=true')
  })

  const unloaded = () => <Refused code="unreachable" onAgain={() => location.reload()} />

  return (
    <Show when={!gone()}>
      <Show when={at('entering')}>
        <p class="entering">{roomWords.entering}</p>
      </Show>
      <Show when={inside()}>
        <RoomView room={room} ending={burns()} onGone={() => leaveFor('/?destroyed=true')} />
      </Show>
      <Show when={at('asking')}>
        {(stage) => (
          <Later load={() => import('../parts/password-gate.tsx')} failed={unloaded()}>
            {({ PasswordGate }) => (
              <PasswordGate stage={stage()} onEnter={(password) => room.enter({ password })} />
            )}
          </Later>
        )}
      </Show>
      <Show when={at('naming')}>
        {(stage) => (
          <Later load={() => import('../parts/name-gate.tsx')} failed={unloaded()}>
            {({ NameGate }) => <NameGate taken={stage().taken} onEnter={(alias) => room.enter({ alias })} />}
          </Later>
        )}
      </Show>
      <Show when={at('refused')}>
        {(stage) => <Refused code={stage().code} onAgain={() => room.enter()} />}
      </Show>
      <Show when={over() === 'seat-lost'}>
        <Gate title={gateWords.seatLost.title} text={gateWords.seatLost.text}>
          <button type="button" class="button button-main" onClick={() => location.reload()}>
            {gateWords.back}
          </button>
          <a class="button button-line" href="/">
            {gateWords.lobby}
          </a>
        </Gate>
      </Show>
    </Show>
  )
}
