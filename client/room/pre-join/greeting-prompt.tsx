import { createSignal } from 'solid-js'
import { commonTexts } from '#i18n/common.ts'
import { preJoinTexts } from '#i18n/pre-join.ts'
import type { Room } from '../../../protocol/room.ts'
import { cleanAlias, randomAlias } from '../../../protocol/text.ts'
import { readOwnName, storeOwnName } from '../../browser/own-name.ts'
import { lineError } from '../../ui/line-error.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { RETENTION_NOTE, RetentionNote } from './retention-note.tsx'

const t = preJoinTexts

/** Explains, before anybody joins, that this room keeps a transcript its facilitator can read; and asks for an alias. */
export function GreetingPrompt(props: { room: Room; isOwn: boolean; onEnter: (alias: string) => void }) {
  const [name, setName] = createSignal(readOwnName())
  const [tried, setTried] = createSignal(false)
  const alias = () => cleanAlias(name() || randomAlias())
  return (
    <NoticePage
      title={props.room.title ?? t.greetingTitle}
      text={(props.isOwn ? t.ownGreeting : t.greetingText)(props.room.encryption === 'e2ee')}
    >
      <form
        class="page-form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          const chosen = alias()
          if (chosen === null) return
          storeOwnName(chosen)
          props.onEnter(chosen)
        }}
      >
        <RetentionNote room={props.room} />
        <TextField
          label={commonTexts.name}
          hint={t.greetingHint}
          // Whoever comes in must know it first, and the focus goes past it.
          describedBy={`notice-page-text ${RETENTION_NOTE}`}
          value={name()}
          onInput={setName}
          error={name() === '' ? null : lineError(name(), tried())}
        />
        <button type="submit" class="button button-main">
          {t.enter}
        </button>
      </form>
    </NoticePage>
  )
}
