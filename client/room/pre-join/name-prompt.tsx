import { createSignal } from 'solid-js'
import { commonTexts } from '#i18n/common.ts'
import { preJoinTexts } from '#i18n/pre-join.ts'
import type { Room } from '../../../protocol/room.ts'
import { cleanAlias } from '../../../protocol/text.ts'
import { storeOwnName } from '../../browser/own-name.ts'
import { makeUpAlias } from '../../i18n/made-up-alias.ts'
import { lineError } from '../../ui/line-error.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Prompt } from '../room-stage.ts'
import { RETENTION_NOTE, RetentionNote } from './retention-note.tsx'

const t = preJoinTexts

/**
 * Asks for another name where somebody in the room has this one, or it can't be a name there. A free one is filled in; it
 * is for this room where the other is taken: the name that was chosen once is kept for the next.
 */
export function NamePrompt(props: {
  prompt: Extract<Prompt, { is: 'name' }>
  room: Room | undefined
  onEnter: (alias: string) => void
}) {
  const offered = makeUpAlias()
  const [name, setName] = createSignal(offered)
  const [tried, setTried] = createSignal(false)
  let box: HTMLInputElement | undefined
  const error = () => {
    const { prompt } = props
    if (cleanAlias(name()) === prompt.name) return prompt.why === 'taken' ? t.nameTaken : t.nameStill
    return lineError(name(), tried())
  }
  const text = () => {
    const { name, why } = props.prompt
    const fault = lineError(name, true)
    return why === 'taken' ? t.nameText(name) : fault ? t.nameFaulty(fault) : t.nameRefused(name)
  }
  return (
    <NoticePage title={props.prompt.why === 'taken' ? t.nameTitle : t.nameRefusedTitle} text={text()}>
      <form
        class="page-form"
        onSubmit={(event) => {
          event.preventDefault()
          const alias = cleanAlias(name())
          setTried(true)
          // Whatever the answer, another name is typed over this one.
          box?.select()
          if (alias === null) return
          // One that is refused here is refused everywhere: who takes what is offered should not be asked again.
          if (alias !== offered || props.prompt.why !== 'taken') storeOwnName(alias)
          props.onEnter(alias)
        }}
      >
        <RetentionNote room={props.room} />
        <TextField
          describedBy={RETENTION_NOTE}
          label={commonTexts.name}
          autocomplete="nickname"
          value={name()}
          onInput={setName}
          error={error()}
          inputRef={(input) => {
            box = input
          }}
        />
        <button type="submit" class="button button-main">
          {t.enter}
        </button>
      </form>
    </NoticePage>
  )
}
