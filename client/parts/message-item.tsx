import type { Message } from '../../protocol/message.ts'
import { roomWords } from '../words/en/room.ts'
import { CopyButton } from './copy-button.tsx'

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })

/** Milliseconds within which one sender's next message needs no heading of its own. */
const RUN = 180_000

/** A stored message. All of it is text nodes: nothing a person wrote is ever markup. */
export function MessageItem(props: { message: Message; before: Message | undefined; mine: boolean }) {
  const follows = () =>
    props.before?.participantId === props.message.participantId &&
    props.before.sender === props.message.sender &&
    props.message.timestamp - props.before.timestamp < RUN
  const at = () => new Date(props.message.timestamp)
  return (
    <article class="message" classList={{ 'message-mine': props.mine, 'message-follows': follows() }}>
      <header class="message-head">
        <bdi class="message-sender">{props.mine ? roomWords.you : props.message.sender}</bdi>
        <time datetime={at().toISOString()} title={at().toLocaleString()}>
          {clock.format(at())}
        </time>
      </header>
      <p class="message-text" dir="auto">
        {props.message.text}
      </p>
      <CopyButton
        bare
        class="button-quiet button-icon message-copy"
        label={roomWords.copyMessage}
        text={props.message.text}
        said={roomWords.messageCopied}
      />
    </article>
  )
}
