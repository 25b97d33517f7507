import { For } from 'solid-js'
import { richWords } from '../words/en/rich.ts'
import { CopyButton } from './copy-button.tsx'
import { type Piece, richText } from './rich-text.ts'

/** A message with links and code in it, built from text nodes. Links are never fetched, only followed by a click. */
export function RichMessage(props: { text: string }) {
  return <For each={richText(props.text)}>{show}</For>
}

function show(piece: Piece) {
  switch (piece.is) {
    case 'text':
      return piece.text
    case 'link': {
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
            label={richWords.copyCode}
            text={piece.code}
            said={richWords.codeCopied}
          />
        </div>
      )
  }
}
