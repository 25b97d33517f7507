import { For, onMount, Show } from 'solid-js'
import { transcriptTexts } from '#i18n/transcript.ts'
import type { TranscriptFile } from '../../protocol/answers.ts'
import type { Message } from '../../protocol/message.ts'
import { fileNamesOf } from '../../protocol/transcript-writer.ts'
import { makeDateFormat } from '../i18n/index.ts'
import { formatEnd } from '../i18n/local-time.ts'
import { sayQuote } from '../room/actions/say-quote.ts'

const t = transcriptTexts

const formatInstant = makeDateFormat({ dateStyle: 'medium', timeStyle: 'short' })

/** A transcript to be read here, and to be printed: whole, and nothing else of the page. */
export function TranscriptView(props: { transcript: TranscriptFile; onClose: () => void }) {
  const room = () => props.transcript.room
  let view!: HTMLElement
  onMount(() => view.focus())
  return (
    <div class="transcript">
      <div class="transcript-bar">
        <button type="button" class="button button-line" onClick={() => print()}>
          {t.print}
        </button>
        <button type="button" class="button button-quiet" onClick={() => props.onClose()}>
          {t.close}
        </button>
      </div>
      {/* It scrolls: keys must reach what is out of sight. */}
      <section ref={view} class="transcript-text" tabindex="0" aria-label={t.of(room().title)}>
        <h3 class="transcript-title">{room().title}</h3>
        <p>
          {formatInstant(room().opensAt)} – {formatEnd(room().opensAt, room().closesAt, room().serverTime)}
        </p>
        <Show when={props.transcript.messages.length > 0} fallback={<p>{t.nothing}</p>}>
          <ol>
            <For each={props.transcript.messages}>{(message) => <Said message={message} />}</For>
          </ol>
        </Show>
      </section>
    </div>
  )
}

function Said(props: { message: Message }) {
  const isGone = () => props.message.deletedAt !== undefined || props.message.burn !== undefined
  const chosen = (place: number) => props.message.reactions?.[place] ?? 0
  return (
    <li class="transcript-message">
      <p>
        <bdi class="message-sender">{props.message.sender}</bdi>{' '}
        <time datetime={new Date(props.message.timestamp).toISOString()}>
          {formatInstant(props.message.timestamp)}
        </time>
      </p>
      <Show when={!isGone()} fallback={<p class="message-odd">{sayQuote(props.message, [])}</p>}>
        <p class="transcript-words" dir="auto">
          {props.message.text}
        </p>
        <For each={props.message.options}>
          {(option, place) => (
            <p>
              <bdi>{option}</bdi> · {chosen(place())}
            </p>
          )}
        </For>
        <For each={fileNamesOf(props.message)}>
          {(name) => (
            <p>
              <bdi>{name}</bdi>
            </p>
          )}
        </For>
      </Show>
    </li>
  )
}
