import type { LogNotice, RoomState } from '../room-state.ts'

/**
 * Whether a line of the log is heard in other words already. What somebody did here themselves was said where they did it, who
 * comes and goes is said by the announcer, and what keeps the reader from speaking by the line above the message box.
 */
export function isSaidElsewhere(
  content: LogNotice['content'],
  { me, room }: Pick<RoomState, 'me' | 'room'>,
): boolean {
  switch (content.is) {
    case 'rename':
    case 'rotation':
      return content.mine
    case 'came':
    case 'let-in':
    case 'left':
    case 'removed':
      return true
    case 'mute':
      return content.until !== undefined && content.person.participantId === me?.participantId
    case 'setting':
      // That line says one thing: first that somebody is muted, then that the room is quiet.
      if (me?.role !== 'participant' || me.muted !== undefined) return false
      return content.field === 'slow'
        ? content.value > 0 && !room?.quiet
        : content.field === 'quiet' && content.value
    default:
      return false
  }
}
