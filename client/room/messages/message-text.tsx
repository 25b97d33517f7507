import { ErrorBoundary, Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { isBlank } from '../../../protocol/blank-text.ts'
import { loadOnce } from '../../ui/lazy.tsx'
import type { RoomMessage } from '../room-state.ts'
import { foldText } from './fold-text.ts'

/** What may be more than plain text: web addresses and code. */
const RICH = /https?:\/\/|`/i
/** What may have emphasis, lists and quotes as well. */
const FORMATTED = /[*_~]\S|^([>*-]|\d+\.) /m

// Few messages need them, and plain text is a fine thing to read until they are here.
const rich = loadOnce(() => import('../room-parts.ts'))
const formatted = loadOnce(() => import('./formatted-message.tsx'))
const folding = loadOnce(() => import('../room-parts.ts'))

/**
 * What a person wrote, as text nodes: anchors, code and emphasis are made of it, never markup. A long text is folded; one
 * that can't be drawn with them is plain.
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
    <>
      <ErrorBoundary fallback={plain(props.text, end)}>
        <Written text={instead() || props.text} end={end} />
      </ErrorBoundary>
      <Show when={props.opened === 'plain'}>
        <span class="message-plain">{roomTexts.plain}</span>
      </Show>
    </>
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
        <Show
          when={folding()}
          keyed
          // As high as it will be, and without the way to the rest.
          fallback={
            <div
              class="message-text message-long"
              classList={{ 'message-odd': isOdd(), 'message-folded': fold.end !== null }}
              style={{ '--lines': `${fold.lines}` }}
              dir="auto"
            >
              {written(fold.end)}
            </div>
          }
        >
          {({ FoldedText }) => (
            <FoldedText fold={fold} odd={isOdd()} onUnfold={props.onUnfold}>
              {written}
            </FoldedText>
          )}
        </Show>
      )}
    </Show>
  )
}

/**
 * With emphasis, addresses and code, once what draws them is here. What changes is drawn anew as a whole: a browser that translates
 * the page puts other elements in the place of texts.
 */
function Written(props: { text: string; end: number | null }) {
  const shown = () => {
    const { text, end } = props
    const more = FORMATTED.test(text) && formatted()
    const drawn = more
      ? more.FormattedMessage({ text, end })
      : (RICH.test(text) && rich()?.RichMessage({ text, end })) || plain(text, end)
    return <span>{drawn}</span>
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
