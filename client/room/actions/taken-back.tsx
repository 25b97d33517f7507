import { takenBackTexts } from '#i18n/taken-back.ts'
import { Sentence } from '../../ui/sentence.tsx'
import type { RoomMessage, RoomState } from '../room-state.ts'
import { PersonName } from '../shown-names.tsx'

const t = takenBackTexts.line

/** The line in the place of a message that was taken back, or has disappeared. */
export function TakenBack(props: { state: Readonly<RoomState>; message: RoomMessage }) {
  const { participantId } = props.message
  const isMine = participantId === props.state.me?.participantId
  // The name was in the envelope, which is gone: who is here has it in a card.
  const known = props.state.participants.find((one) => one.participantId === participantId)
  const person = {
    participantId,
    name: known?.alias ?? props.message.sender,
    animal: known?.animal ?? props.message.animal,
  }
  const say = () => {
    if (props.message.deletedBy) return isMine ? t.yoursDisappeared : t.disappeared
    if (isMine) return props.message.byHost ? t.yoursByHost : t.you
    const name = <PersonName person={person} />
    return props.message.byHost ? t.byHost(name) : t.by(name)
  }
  return (
    <article class="log-line log-notice" data-seq={props.message.seq}>
      <span>
        <Sentence parts={say()} />
      </span>
    </article>
  )
}
