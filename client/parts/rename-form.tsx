import { createSignal } from 'solid-js'
import { cleanAlias } from '../../protocol/text.ts'
import { makeApi } from '../net/api.ts'
import { lineWrong } from '../state/line-wrong.ts'
import { rememberName } from '../state/remembered.ts'
import type { RoomModel } from '../state/room-model.ts'
import { commonWords } from '../words/en/common.ts'
import { toolWords } from '../words/en/room-tools.ts'
import { announce } from './announcer.tsx'
import { Field } from './field.tsx'

const say = toolWords.rename

/** Takes another name in the room: the others see it at once, and what was said keeps the name it was said under. */
export function RenameForm(props: { room: RoomModel }) {
  const { state } = props.room
  const [name, setName] = createSignal(state.me?.alias ?? '')
  const [wrong, setWrong] = createSignal<string | null>(null)

  async function rename(event: Event) {
    event.preventDefault()
    const alias = cleanAlias(name())
    setWrong(lineWrong(name(), true))
    if (alias === null) return
    const { value, refusal } = await makeApi().rename(state.room?.roomId ?? '', alias)
    setWrong(refusal ? (say.failed[refusal.code] ?? toolWords.failed.other) : null)
    if (!value) return
    // In a crowd nobody is told of it, not even oneself.
    props.room.renamed(value)
    rememberName(alias)
    announce(say.done(alias), true)
  }

  return (
    <form class="safety" novalidate onSubmit={rename}>
      <Field
        label={commonWords.name}
        value={name()}
        wrong={wrong()}
        onInput={(value) => {
          setName(value)
          setWrong(lineWrong(value, false))
        }}
      />
      <button type="submit" class="button button-line menu-wide">
        {say.change}
      </button>
    </form>
  )
}
