import { For, Show } from 'solid-js'
import { formatText } from './format-text.ts'
import { cutFormatted, type FormattedPiece } from './formatted-piece.ts'
import { showPiece } from './rich-message.tsx'

/**
 * A message with emphasis, lists or quotes in it, built from text nodes.
 * @param props `end` is where it is folded: what comes after it stays in the text, out of sight
 */
export function FormattedMessage(props: { text: string; end: number | null }) {
  const pieces = () => {
    const all = formatText(props.text)
    return props.end === null ? all : cutFormatted(all, props.end)
  }
  return (
    <>
      <For each={pieces()}>{show}</For>
      <Show when={props.end !== null}>
        <span hidden>{props.text.slice(props.end ?? 0)}</span>
      </Show>
    </>
  )
}

function show(piece: FormattedPiece) {
  const parts = () => <For each={'parts' in piece ? piece.parts : []}>{show}</For>
  switch (piece.is) {
    // It stays in the text, out of sight.
    case 'marker':
      return <span hidden>{piece.text}</span>
    case 'em':
      return <em>{parts()}</em>
    case 'strong':
      return <strong>{parts()}</strong>
    case 's':
      return <s>{parts()}</s>
    case 'quote':
      return <blockquote class="message-quote">{parts()}</blockquote>
    case 'bullets':
      return <ul class="message-items">{parts()}</ul>
    case 'numbers':
      return (
        <ol class="message-items" style={{ '--digits': `${digitsOf(piece.parts)}` }}>
          {parts()}
        </ol>
      )
    case 'line':
      return parts()
    // A number is as it was written, whatever stands before it.
    case 'item':
      return <li value={piece.number}>{parts()}</li>
    default:
      return showPiece(piece)
  }
}

/** Digits of the longest number: it stands in the margin of the list. */
function digitsOf(items: readonly FormattedPiece[]): number {
  return Math.max(...items.map((item) => ('number' in item ? `${item.number}`.length : 1)))
}
