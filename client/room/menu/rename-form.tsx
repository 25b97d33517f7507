import { createSignal } from 'solid-js'
import { commonTexts } from '#i18n/common.ts'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import { uiTexts } from '#i18n/ui.ts'
import { cleanAlias } from '../../../protocol/text.ts'
import { storeOwnName } from '../../browser/own-name.ts'
import { announce } from '../../ui/announcer.tsx'
import { createFormSubmission } from '../../ui/form-submission.ts'
import { lineError } from '../../ui/line-error.ts'
import { Submit } from '../../ui/submit.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { changeAlias } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'
import { serverNow } from '../server-now.ts'
import { findSpeechLimit } from '../speaking.ts'
import { sayBlock } from '../speech-limit-line.tsx'

const t = roomToolsTexts.rename

/** Changes one's name in the room: the others see it at once, and what was said keeps the name it was said under. */
export function RenameForm(props: { room: RoomModel }) {
  const { state } = props.room
  const [name, setName] = createSignal(state.me?.alias ?? '')
  const submission = createFormSubmission({
    errors: { alias: t.refusals['invalid-request'] },
    fieldFor: { 'alias-taken': 'alias' },
    sentences: {
      ...t.refusals,
      // Said as above the message box: until when.
      get muted() {
        return sayBlock(findSpeechLimit(state, serverNow(props.room))) ?? uiTexts.refused
      },
    },
  })

  async function rename(form: HTMLFormElement) {
    const alias = cleanAlias(name())
    const found = { alias: lineError(name(), true) ?? undefined }
    const call = () => changeAlias(props.room, alias ?? '')
    const done = await submission.submit(call, { form, found })
    if (!done || alias === null) return
    storeOwnName(alias)
    announce(t.done(alias), true)
  }

  return (
    <form
      class="safety"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void rename(event.currentTarget)
      }}
    >
      <TextField
        label={commonTexts.name}
        autocomplete="nickname"
        value={name()}
        error={submission.errors().alias ?? lineError(name(), false)}
        onInput={(value) => {
          setName(value)
          submission.clearError('alias')
        }}
      />
      <Submit label={t.change} class="button-line menu-wide" submission={submission} keepsPage />
    </form>
  )
}
