import type { RoomMessage, RoomState } from '../room-state.ts'
import { currentChange } from './current-change.ts'

/** Orders the questions of a room: the open ones first, then by votes, then as they were asked. */
export function orderQuestions({
  messages,
  changes,
}: Pick<RoomState, 'messages' | 'changes'>): RoomMessage[] {
  const rank = (message: RoomMessage) => {
    const { reactions, closed } = currentChange(message, changes)
    // A question has one code, whatever it is in an encrypted room.
    return { message, isAnswered: closed === true, votes: Math.max(0, ...Object.values(reactions)) }
  }
  return messages
    .filter(({ kind }) => kind === 'question')
    .map(rank)
    .sort(
      (a, b) =>
        Number(a.isAnswered) - Number(b.isAnswered) || b.votes - a.votes || a.message.seq - b.message.seq,
    )
    .map(({ message }) => message)
}
