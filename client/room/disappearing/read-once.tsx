import { createResource, createSignal, Show } from 'solid-js'
import { disappearingTexts } from '#i18n/disappearing.ts'
import type { RefusalCode } from '../../../protocol/refusal.ts'
import { joinSentences } from '../../i18n/index.ts'
import { MessageText } from '../messages/message-text.tsx'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { TimeLeft } from './disappears-in.tsx'
import { revealedTextsOf } from './revealed-texts.ts'

const t = disappearingTexts

interface ReadOnceProps {
  room: RoomModel
  message: RoomMessage
  mine: boolean
  onUnfold: () => void
}

/** What stands in the place of the text of a message that is read once. */
export function ReadOnce(props: ReadOnceProps) {
  return (
    <div class="read-once" classList={{ 'read-once-own': props.mine }}>
      <Show when={props.mine} fallback={<Concealed {...props} />}>
        <Own {...props} />
      </Show>
    </div>
  )
}

/** One's own: its text, and how many have read it. */
function Own(props: ReadOnceProps) {
  const { state } = props.room
  const [wasAway, setAway] = createSignal(false)
  const isOpen = () => {
    const isHere = props.room.connectionStatus() === 'open'
    if (!isHere) setAway(true)
    return isHere
  }
  // Who reads it while the line is lost is not told later; and on a bad line it may have come like to the others.
  const [fetched] = createResource(
    () => isOpen() && (wasAway() || props.message.of === undefined) && props.message.seq,
    (seq) => props.room.fetchMessage(seq),
  )
  const message = () => fetched.latest ?? props.message
  const counts = () => {
    const { read = 0, of = 0 } = message()
    const told = state.reads[props.message.seq]
    return told && told.read >= read ? told : { read, of }
  }
  return (
    <>
      <MessageText text={message().text} opened={message().opened} onUnfold={props.onUnfold} />
      <p class="message-clock" translate="no" aria-live="off">
        {t.readBy(counts().read, counts().of)}
      </p>
    </>
  )
}

/** Another's: concealed, until it is revealed, and gone when its time has run out. */
function Concealed(props: ReadOnceProps) {
  const texts = revealedTextsOf(props.room)
  const [isAsking, setAsking] = createSignal(false)
  const [failure, setFailure] = createSignal<RefusalCode | null>(null)
  let place!: HTMLDivElement
  const revealed = () => texts.textOf(props.message.seq)
  const shown = () => {
    const text = revealed()
    return text?.is === 'shown' ? text : undefined
  }
  async function reveal() {
    if (isAsking()) return
    setAsking(true)
    setFailure(null)
    const why = await texts.revealText(props.message)
    setAsking(false)
    setFailure(why)
    // The button has the focus, and is gone.
    if (why === null) place.focus()
  }

  return (
    <div ref={place} tabindex="-1" class="read-once-place" aria-live="off">
      <Show
        when={shown()}
        fallback={
          <>
            <p>{(revealed() ? t.wasRead : t.sentOnce)(<bdi>{props.message.sender}</bdi>)}</p>
            <Show when={!revealed()}>
              <p class="read-once-hint">{joinSentences([t.shownFor(props.message.burn ?? 0), t.honest])}</p>
              <button type="button" class="button button-line" aria-disabled={isAsking()} onClick={reveal}>
                {t.reveal}
              </button>
              <Show when={failure()}>
                {(code) => (
                  <p class="field-error" role="alert">
                    {t.sayFailure(code())}
                  </p>
                )}
              </Show>
            </Show>
          </>
        }
      >
        {(text) => (
          <>
            <MessageText text={text().text} opened={text().opened} onUnfold={props.onUnfold} />
            <TimeLeft room={props.room} until={text().until} most={props.message.burn} say={t.goneIn} />
          </>
        )}
      </Show>
    </div>
  )
}
