import { createSignal, ErrorBoundary, Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { isBlank } from '../../../protocol/blank-text.ts'
import type { RoomMessage } from '../room-state.ts'
import { foldText } from './fold-text.ts'
import { FoldedText } from './folded-text.tsx'

/** What may be more than plain text: links and code. */
const RICH = /https?:\/\/|`/i

const [rich, setRich] = createSignal<typeof import('./rich-message.tsx')>()
let asked = false

// Few rooms need it, and plain text is a fine thing to read until it is here.
function load() {
  if (asked) return
  asked = true
  import('./rich-message.tsx').then(setRich, () => {
    asked = false
  })
}

/**
 * What a person wrote, as text nodes: links and code are made of it, never markup. A long text is folded; one that
 * can't be drawn with its links and code is plain.
 */
export function MessageText(props: {
  text: string
  opened?: RoomMessage['opened']
  /** Somebody begins to read a long one: the list must not run away from it. */
  onUnfold?: () => void
}) {
  /** What is said where there is nothing to be seen; a room refuses that, and can't look into an envelope. */
  const instead = () =>
    props.opened === 'unreadable' ? roomTexts.unreadable : isBlank(props.text) ? roomTexts.blank : ''
  const isOdd = () => props.opened !== undefined || instead() !== ''
  const written = (end: number | null) => (
    <Show when={!instead()} fallback={instead()}>
      <ErrorBoundary fallback={plain(props.text, end)}>
        <Written text={props.text} end={end} />
      </ErrorBoundary>
      <Show when={props.opened === 'plain'}>
        <span class="message-plain">{roomTexts.plain}</span>
      </Show>
    </Show>
  )
  return (
    <Show
      when={instead() === '' && foldText(props.text)}
      keyed
      fallback={
        <div class="message-text" classList={{ 'message-odd': isOdd() }} dir="auto">
          {written(null)}
        </div>
      }
    >
      {(fold) => (
        <FoldedText fold={fold} odd={isOdd()} onUnfold={props.onUnfold}>
          {written}
        </FoldedText>
      )}
    </Show>
  )
}

/** With links and code, once what draws them is here. */
function Written(props: { text: string; end: number | null }) {
  const shown = () => {
    if (!RICH.test(props.text)) return plain(props.text, props.end)
    load()
    return rich()?.RichMessage(props) ?? plain(props.text, props.end)
  }
  return <>{shown()}</>
}

function plain(text: string, end: number | null) {
  if (end === null) return text
  // What comes after the fold stays in the text, out of sight.
  return (
    <>
      {text.slice(0, end)}
      <span hidden>{text.slice(end)}</span>
    </>
  )
}
