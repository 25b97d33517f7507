import { createSignal } from 'solid-js'
import type { Room } from '../../protocol/room.ts'
import { cleanAlias, randomAlias } from '../../protocol/text.ts'
import { lineWrong } from '../state/line-wrong.ts'
import { recallName, rememberName } from '../state/remembered.ts'
import { commonWords } from '../words/en/common.ts'
import { doorWords } from '../words/en/door.ts'
import { Field } from './field.tsx'
import { Gate } from './gate.tsx'
import { GATE_NOTE, GateNote } from './gate-note.tsx'

const say = doorWords

/** Says, before anybody joins, that this room keeps a transcript its facilitator can read; and asks for an alias. */
export function GreetingGate(props: { room: Room; isOwn: boolean; onEnter: (alias: string) => void }) {
  const [name, setName] = createSignal(recallName())
  const [tried, setTried] = createSignal(false)
  const alias = () => cleanAlias(name() || randomAlias())
  return (
    <Gate
      title={props.room.title ?? say.greetingTitle}
      text={props.isOwn ? say.ownGreeting : say.greetingText}
    >
      <form
        class="gate-form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          const chosen = alias()
          if (chosen === null) return
          rememberName(chosen)
          props.onEnter(chosen)
        }}
      >
        <GateNote room={props.room} />
        <Field
          label={commonWords.name}
          hint={say.greetingHint}
          // Whoever comes in must know it first, and the focus goes past it.
          about={`gate-text ${GATE_NOTE}`}
          value={name()}
          onInput={setName}
          wrong={name() === '' ? null : lineWrong(name(), tried())}
        />
        <button type="submit" class="button button-main">
          {say.enter}
        </button>
      </form>
    </Gate>
  )
}
