import { createSignal } from 'solid-js'
import type { Room } from '../../protocol/room.ts'
import { cleanAlias, randomAlias } from '../../protocol/text.ts'
import { rememberName } from '../state/remembered.ts'
import { commonWords } from '../words/en/common.ts'
import { doorWords } from '../words/en/door.ts'
import { Field } from './field.tsx'
import { Gate } from './gate.tsx'
import { GATE_NOTE, GateNote } from './gate-note.tsx'

const say = doorWords

/** Asks for another name where somebody in the room has this one. A free one is filled in. */
export function NameGate(props: { taken: string; room: Room | undefined; onEnter: (alias: string) => void }) {
  const [name, setName] = createSignal(randomAlias())
  const [tried, setTried] = createSignal(false)
  let box: HTMLInputElement | undefined
  const wrong = () => {
    const alias = cleanAlias(name())
    if (alias === props.taken) return say.nameTaken
    return tried() && alias === null ? commonWords.nameWrong : null
  }
  return (
    <Gate title={say.nameTitle} text={say.nameText(props.taken)}>
      <form
        class="gate-form"
        onSubmit={(event) => {
          event.preventDefault()
          const alias = cleanAlias(name())
          setTried(true)
          // Whatever the answer, another name is typed over this one.
          box?.select()
          if (alias === null) return
          rememberName(alias)
          props.onEnter(alias)
        }}
      >
        <GateNote room={props.room} />
        <Field
          about={GATE_NOTE}
          label={commonWords.name}
          maxlength={64}
          value={name()}
          onInput={setName}
          wrong={wrong()}
          box={(element) => {
            box = element
          }}
        />
        <button type="submit" class="button button-main">
          {say.enter}
        </button>
      </form>
    </Gate>
  )
}
