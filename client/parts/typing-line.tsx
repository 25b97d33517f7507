import type { RoomModel } from '../state/room-model.ts'
import { roomWords } from '../words/en/room.ts'

/** Who is typing. Its height is always there, so that nothing jumps; it is seen, and not read out. */
export function TypingLine(props: { room: RoomModel }) {
  const names = () => {
    props.room.left() // ticks, and with it what has lapsed goes
    const { typing, participants, me } = props.room.state
    const now = Date.now()
    return participants
      .filter(
        ({ participantId }) => participantId !== me?.participantId && (typing[participantId] ?? 0) > now,
      )
      .map(({ alias }) => alias)
  }
  return <p class="typing">{names().length > 0 && roomWords.typing(names())}</p>
}
