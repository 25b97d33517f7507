import { For, Show } from 'solid-js'
import { richTexts } from '#i18n/rich.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { cutPieces, type Piece, richText } from './rich-text.ts'

/**
 * A message with web addresses and code in it, built from text nodes. Addresses are never fetched, only followed by a click.
 * @param props `end` is where it is folded: what comes after it stays in the text, out of sight
 */
export function RichMessage(props: { text: string; end: number | null }) {
  const pieces = () => {
    const all = richText(props.text)
    return props.end === null ? all : cutPieces(all, props.end)
  }
  return (
    <>
      <For each={pieces()}>{showPiece}</For>
      <Show when={props.end !== null}>
        <span hidden>{props.text.slice(props.end ?? 0)}</span>
      </Show>
    </>
  )
}

/** Draws a piece, with text nodes alone. */
export function showPiece(piece: Piece) {
  switch (piece.is) {
    case 'text':
      return piece.text
    case 'url': {
      // Where the address looks different from what was written, what it really is can be seen by pointing at it.
      const title = piece.href.includes(piece.text) ? undefined : piece.href
      return (
        <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow" title={title}>
          {piece.text}
        </a>
      )
    }
    // What marks it as code stays in the text, out of sight.
    case 'code':
      return (
        <>
          <span hidden>{piece.before}</span>
          <code class="code">{piece.code}</code>
          <span hidden>{piece.after}</span>
        </>
      )
    case 'block':
      return (
        <div class="block">
          <span hidden>{piece.before}</span>
          {/* A long line is scrolled to by keyboard too. */}
          <pre class="block-code" tabindex="0" dir="ltr">
            <code>{piece.code}</code>
          </pre>
          <span hidden>{piece.after}</span>
          <CopyButton
            bare
            class="button-quiet button-icon block-copy"
            label={richTexts.copyCode}
            text={piece.code}
            announcement={richTexts.codeCopied}
          />
        </div>
      )
  }
}
