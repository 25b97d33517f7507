import type { RoomEvent } from '../../events.ts'
import type { RoomSession } from '../../room-session.ts'
import { addEntry, replaceMessage } from './apply-entry.ts'
import type { ChatState } from './chat-state.ts'
import { describeMessage } from './describe-message.ts'
import type { Labels } from './label-people.ts'

/** Names that the title has; it has one line. */
const NAMED_MAX = 8

/** Shows what happened in the room. */
export function applyRoomEvent(state: ChatState, event: RoomEvent, labels: Labels): ChatState {
  switch (event.event) {
    case 'chat.message':
    case 'chat.update': {
      const { participantId, sender, alias } = event.data
      const shown = describeMessage(event.data, labels.label({ participantId, name: sender, alias }))
      return event.event === 'chat.message' ? addEntry(state, shown) : replaceMessage(state, shown)
    }
    case 'presence.join':
      return say(state, `${labels.label(event.data.person)} came.`)
    case 'presence.leave':
      return say(state, `${labels.label(event.data.person)} ${event.data.by ? 'was removed' : 'left'}.`)
    case 'room.epoch':
      return say(
        state,
        event.data.invitable
          ? 'The keys were rotated.'
          : 'The keys were rotated, and the invite link is closed.',
      )
    case 'door.knock':
      return say(
        state,
        `${event.data.name} is at the door: /admit ${event.data.name} or /refuse ${event.data.name}`,
      )
    default:
      return state
  }
}

/** Adds a line that nobody said. */
export function say(state: ChatState, text: string): ChatState {
  return addEntry(state, { is: 'notice', text })
}

/** Shows how the room and the line are. */
export function applySession(
  state: ChatState,
  { room, participants, self, status }: Pick<RoomSession, 'room' | 'participants' | 'self' | 'status'>,
  labels: Labels,
): ChatState {
  const others = participants.filter(({ participantId }) => participantId !== self.participantId)
  return {
    ...state,
    title: room.title ?? 'private-chat',
    status: status === 'over' ? 'connected' : status,
    present: room.present,
    people: ['You', ...others.slice(0, NAMED_MAX).map((person) => labels.label(person))],
  }
}
