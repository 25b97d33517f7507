import { createSignal, Show } from 'solid-js'
import { commonTexts } from '#i18n/common.ts'
import { preJoinTexts } from '#i18n/pre-join.ts'
import { isKept } from '../../../protocol/is-kept.ts'
import type { Room } from '../../../protocol/room.ts'
import { cleanAlias } from '../../../protocol/text.ts'
import { readOwnName, storeOwnName } from '../../browser/own-name.ts'
import { joinSentences } from '../../i18n/index.ts'
import { makeUpAlias } from '../../i18n/made-up-alias.ts'
import { lineError } from '../../ui/line-error.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { RETENTION_NOTE, RetentionNote } from './retention-note.tsx'

const t = preJoinTexts

/** The id of the note about what newcomers see, for the box that takes the focus past it. */
const HISTORY_NOTE = 'history-note'

/**
 * Explains, before anybody joins, that this room keeps a transcript its facilitator can read, that one knocks, or that one
 * sees nothing older; and asks for an alias.
 */
export function GreetingPrompt(props: { room: Room; isOwn: boolean; onEnter: (alias: string) => void }) {
  const [name, setName] = createSignal(readOwnName())
  const [tried, setTried] = createSignal(false)
  const text = () => {
    const { room, isOwn } = props
    const isEncrypted = room.encryption === 'e2ee'
    if (isOwn) return t.ownGreeting(isEncrypted)
    const knocks = room.door === 'knock' && t.knockText
    return joinSentences([isKept(room) && t.greetingText(isEncrypted), knocks])
  }
  const alias = () => cleanAlias(name() || makeUpAlias())
  return (
    <NoticePage title={props.room.title ?? t.greetingTitle} text={text()}>
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
        <Show when={props.room.history === 'from-join' && !props.isOwn}>
          <p id={HISTORY_NOTE} class="notice-page-text">
            {t.fromJoin}
          </p>
        </Show>
        <TextField
          label={commonTexts.name}
          autocomplete="nickname"
          hint={t.greetingHint}
          // Whoever comes in must know it first, and the focus goes past it.
          describedBy={`notice-page-text ${RETENTION_NOTE} ${HISTORY_NOTE}`}
          value={name()}
          onInput={setName}
          error={name() === '' ? null : lineError(name(), tried())}
        />
        <button type="submit" class="button button-main">
          {props.room.door === 'knock' && !props.isOwn ? t.knock : t.enter}
        </button>
      </form>
    </NoticePage>
  )
}
