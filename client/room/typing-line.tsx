import { roomTexts } from '#i18n/room.ts'
import type { RoomModel } from './room-model.ts'
import { sayName } from './shown-names.tsx'

/** Who is typing. Its height is always there, so that nothing jumps; it is seen, and not read out. */
export function TypingLine(props: { room: RoomModel }) {
  const names = () => {
    // What has lapsed is taken out of it each second.
    const { typing, participants, me, ignored } = props.room.state
    return participants
      .filter(
        ({ participantId }) =>
          participantId !== me?.participantId && participantId in typing && !ignored.includes(participantId),
      )
      .map((person) => sayName({ ...person, name: person.alias }))
  }
  return <p class="typing">{names().length > 0 && roomTexts.typing(names())}</p>
}
