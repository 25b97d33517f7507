import { createEffect, createResource, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import { pinnedMessageTexts } from '#i18n/pinned-message.ts'
import { announce } from '../../ui/announcer.tsx'
import { sentenceFor } from '../../ui/form-submission.ts'
import { Icon } from '../../ui/icon.tsx'
import { keepFocus } from '../../ui/keep-focus.ts'
import { PIN } from '../pin-icon.ts'
import { isOwnPin, pinMessage } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'
import type { Unread } from '../unread.ts'
import { MessageText } from './message-text.tsx'
import { sayInstead } from './say-instead.ts'
import { Sender } from './sender.tsx'

const t = pinnedMessageTexts

/** Milliseconds for which somebody has the message before their eyes, until it counts as read. */
const READ_AFTER = 3_000

/** The message that a host has pinned: on top for everyone, folded until it is opened, and new until it was seen. */
export function PinnedMessage(props: { room: RoomModel; seq: number; away: Unread }) {
  const { state } = props.room
  const [isOpen, setOpen] = createSignal(false)
  const [hasMore, setHasMore] = createSignal(false)
  const [readSeq, setReadSeq] = createSignal(0)
  const isNew = () => readSeq() !== props.seq && !isOwnPin(props.room, props.seq)
  const known = () => state.messages.find(({ seq }) => seq === props.seq)
  // Said before what this page has loaded, or before its participant may read.
  const [fetched] = createResource(
    // Fetched anew where its text has changed.
    () => !known() && (state.updates[props.seq] ?? props.seq),
    () => props.room.fetchMessage(props.seq),
  )
  const message = () => known() ?? fetched()
  const instead = () => sayInstead(message(), state.ignored)
  let bar!: HTMLElement
  // Whoever unpins it has pressed a button that goes with it.
  onMount(() => keepFocus(bar, () => document.querySelector('textarea')))
  // Its text is cut where it does not fit in one line, which depends on the width.
  onMount(() => {
    const look = () => {
      const text = bar.querySelector('.message-text')
      if (!isOpen()) setHasMore(text !== null && text.scrollHeight > text.clientHeight + 1)
    }
    const observer = new ResizeObserver(look)
    observer.observe(bar)
    createEffect(on([message, isOpen], look))
    onCleanup(() => observer.disconnect())
  })
  const mine = () => message()?.participantId === state.me?.participantId

  createEffect(() => {
    const { seq } = props
    if (props.away.hidden() || !message()) return
    const timer = setTimeout(() => setReadSeq(seq), READ_AFTER)
    onCleanup(() => clearTimeout(timer))
  })

  async function goTo() {
    const loaded = await import('./go-to-message.ts').catch(() => null)
    if (loaded) await loaded.goToMessage(props.seq)
    else announce(sentenceFor({ code: 'unreachable' }), true)
  }

  async function unpin() {
    const { refusal } = await pinMessage(props.room, null)
    if (refusal) announce(sentenceFor(refusal), true)
  }

  return (
    <section
      ref={bar}
      class="pinned"
      classList={{ 'pinned-open': isOpen(), 'pinned-cut': hasMore() && !isOpen() }}
      aria-label={t.label}
    >
      <Icon path={PIN} size={18} />
      <Show when={message()} fallback={<p class="pinned-text">{fetched.loading ? '' : t.before}</p>}>
        {(message) => (
          <div class="pinned-text">
            <p class="message-head">
              <Show when={isNew()}>
                <span class="badge pinned-new">{t.unread}</span>
              </Show>
              <Sender message={mine() ? undefined : message()} role={state.roles[message().participantId]} />
            </p>
            <Show when={instead()} fallback={<MessageText text={message().text} opened={message().opened} />}>
              {instead()}
            </Show>
          </div>
        )}
      </Show>
      <div class="pinned-actions">
        <Show when={hasMore()}>
          <button
            type="button"
            class="button button-quiet"
            aria-expanded={isOpen()}
            onClick={() => {
              setOpen(!isOpen())
              setReadSeq(props.seq)
            }}
          >
            {isOpen() ? t.less : t.more}
          </button>
        </Show>
        <Show when={message()}>
          <button type="button" class="button button-quiet" onClick={() => void goTo()}>
            {t.goTo}
          </button>
        </Show>
        <Show when={state.me?.role !== 'participant'}>
          <button type="button" class="button button-quiet" onClick={unpin}>
            {t.unpin}
          </button>
        </Show>
      </div>
    </section>
  )
}
