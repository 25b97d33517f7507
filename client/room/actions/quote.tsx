import { Show } from 'solid-js'
import { messageActionsTexts } from '#i18n/message-actions.ts'
import { uiTexts } from '#i18n/ui.ts'
import { announce } from '../../ui/announcer.tsx'
import type { RoomModel } from '../room-model.ts'
import { PersonName } from '../shown-names.tsx'
import { createQuotedMessage } from './quoted-message.ts'
import { sayQuote } from './say-quote.ts'

const t = messageActionsTexts.quote

/** What a message answers, made from that message itself: who answers can't put words into another's mouth. It leads there. */
export function Quote(props: { room: RoomModel; replyTo: number }) {
  const { state } = props.room
  const message = createQuotedMessage(props.room, () => props.replyTo)
  const isMine = () => message()?.participantId === state.me?.participantId

  async function goTo() {
    const loaded = await import('../messages/go-to-message.ts').catch(() => null)
    if (loaded) await loaded.goToMessage(props.replyTo)
    else announce(uiTexts.refused, true)
  }

  return (
    <button type="button" class="quote" onClick={() => void goTo()}>
      <span class="visually-hidden">{t.inReplyTo}</span>
      <Show when={message()}>
        {(message) => (
          <span class="quote-sender">
            <Show when={isMine()} fallback={<PersonName person={{ ...message(), name: message().sender }} />}>
              {t.you}
            </Show>
            {t.colon}
          </span>
        )}
      </Show>
      {/* Another element for another text: a translated one is no longer the page's. */}
      <Show when={sayQuote(message(), state.ignored)} keyed>
        {(text) => <bdi class="quote-text">{text}</bdi>}
      </Show>
    </button>
  )
}
