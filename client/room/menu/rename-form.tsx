import { createSignal } from 'solid-js'
import { commonTexts } from '#i18n/common.ts'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import { cleanAlias } from '../../../protocol/text.ts'
import { storeOwnName } from '../../browser/local-storage.ts'
import { makeApi } from '../../net/api.ts'
import { announce } from '../../ui/announcer.tsx'
import { Field } from '../../ui/field.tsx'
import { lineError } from '../../ui/line-error.ts'
import type { RoomModel } from '../room-model.ts'

const t = roomToolsTexts.rename

/** Takes another name in the room: the others see it at once, and what was said keeps the name it was said under. */
export function RenameForm(props: { room: RoomModel }) {
  const { state } = props.room
  const [name, setName] = createSignal(state.me?.alias ?? '')
  const [wrong, setWrong] = createSignal<string | null>(null)

  async function rename(event: Event) {
    event.preventDefault()
    const alias = cleanAlias(name())
    setWrong(lineError(name(), true))
    if (alias === null) return
    const { value, refusal } = await makeApi().rename(state.room?.roomId ?? '', alias)
    setWrong(refusal ? (t.failed[refusal.code] ?? roomToolsTexts.failed.other) : null)
    if (!value) return
    // In a crowd nobody is told of it, not even oneself.
    props.room.renamed(value)
    storeOwnName(alias)
    announce(t.done(alias), true)
  }

  return (
    <form class="safety" novalidate onSubmit={rename}>
      <Field
        label={commonTexts.name}
        value={name()}
        wrong={wrong()}
        onInput={(value) => {
          setName(value)
          setWrong(lineError(value, false))
        }}
      />
      <button type="submit" class="button button-line menu-wide">
        {t.change}
      </button>
    </form>
  )
}
