import { createSignal, For, Show } from 'solid-js'
import { findTexts } from '#i18n/find.ts'
import { makeDateFormat } from '../../i18n/index.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { goToMessage } from '../messages/go-to-message.ts'
import { Sender } from '../messages/sender.tsx'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { createSearch } from './create-search.ts'
import { cutExcerpts, findHits, foldQuery } from './find-hits.ts'
import { searchedText } from './searched-text.ts'

const t = findTexts

/** Messages that are shown at a time. */
const PAGE = 50

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })
const formatDay = makeDateFormat({ weekday: 'short', day: 'numeric', month: 'short' })

/** What was looked for last in each room: who comes back looks for the next one. */
const lastQueries = new WeakMap<RoomModel, string>()

/** Finds what was said in the room, and goes there. */
export function FindDialog(props: { room: RoomModel; onClose: () => void }) {
  const { state } = props.room
  const [query, setQuery] = createSignal(lastQueries.get(props.room) ?? '')
  const [limit, setLimit] = createSignal(PAGE)
  const search = createSearch(props.room, query)
  const isAsked = () => foldQuery(query()) !== ''
  let next = () => props.onClose()

  function type(text: string) {
    lastQueries.set(props.room, text)
    setQuery(text)
    setLimit(PAGE)
  }

  /** Closes the dialog, which gives the focus back, before the message takes it. */
  function goTo(message: RoomMessage | undefined, close: () => void) {
    if (!message) return
    next = () => {
      props.onClose()
      void goToMessage(message.seq)
    }
    close()
  }

  return (
    <Dialog title={t.title} class="find" onClose={() => next()}>
      {(close) => (
        <>
          <form
            class="find-form"
            onSubmit={(event) => {
              event.preventDefault()
              goTo(search.found()[0], close)
            }}
          >
            <TextField
              label={t.query}
              isProse
              value={query()}
              onInput={type}
              inputRef={(input) => {
                input.autofocus = true
                queueMicrotask(() => input.select())
              }}
            />
          </form>
          <p class="find-state" role="status">
            {isAsked() ? t.found(search.found().length, search.progress()) : t.hint}
          </p>
          <Show when={search.found().length > 0}>
            {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list. */}
            <ul class="find-list" role="list" aria-label={t.list}>
              <For each={search.found().slice(0, limit())}>
                {(message) => (
                  <li>
                    <button type="button" class="find-one" onClick={() => goTo(message, close)}>
                      <span class="message-head">
                        <Sender
                          message={message.participantId === state.me?.participantId ? undefined : message}
                          role={state.roles[message.participantId]}
                        />
                        <FoundTime timestamp={message.timestamp} />
                      </span>
                      <Excerpts text={searchedText(message)} query={foldQuery(query())} />
                    </button>
                  </li>
                )}
              </For>
            </ul>
            <Show when={search.found().length > limit()}>
              <button
                type="button"
                class="button button-line menu-wide"
                onClick={() => setLimit(limit() + PAGE)}
              >
                {t.more}
              </button>
            </Show>
          </Show>
          <CloseButton onClose={close} />
        </>
      )}
    </Dialog>
  )
}

/** When something was said: the day, too, where it was another. */
function FoundTime(props: { timestamp: number }) {
  const at = () => new Date(props.timestamp)
  const day = () => (formatDay(at()) === formatDay(Date.now()) ? '' : `${formatDay(at())}, `)
  return <time datetime={at().toISOString()}>{day() + formatTime(at())}</time>
}

/** What a message says around what was found, as text nodes. */
function Excerpts(props: { text: string; query: string }) {
  const excerpts = () => cutExcerpts(props.text, findHits(props.text, props.query))
  return (
    <bdi class="find-text">
      <For each={excerpts()}>
        {({ text, isHit }) => (isHit ? <mark class="find-hit">{text}</mark> : text)}
      </For>
    </bdi>
  )
}
