import type { NamedParticipant, RoomState } from '../../../client/room/room-state.ts'
import type { RoomEvent as WireEvent } from '../../../protocol/room-events.ts'
import type { RoomEvent } from './events.ts'
import { toPerson, toVisitor } from './open-message.ts'

/**
 * Returns what is told of an event of the room, names in place of aliases; null where it is told in another way: messages in their
 * order, and changes of them once they are open.
 */
export function translateEvent(event: WireEvent, latest: RoomState): RoomEvent | null {
  switch (event.event) {
    case 'presence.join':
    case 'presence.leave':
    case 'presence.update': {
      const { present, by, ...participant } = event.data
      const person = toPerson(participant)
      return { event: event.event, data: { person, present, ...(by !== undefined && { by }) } }
    }
    case 'presence.count':
      return { event: 'presence.count', data: { present: event.data.present } }
    case 'room.update':
      return { event: 'room.update', data: event.data }
    case 'room.epoch': {
      const { epoch, by, invitable } = event.data
      return { event: 'room.epoch', data: { epoch, by, invitable } }
    }
    case 'door.knock':
      return { event: 'door.knock', data: toVisitor(event.data) }
    case 'door.gone':
      return { event: 'door.gone', data: { participantId: event.data.participantId } }
    case 'chat.typing': {
      const { participantId } = event.data
      return { event: 'chat.typing', data: { participantId, name: nameOf(latest, participantId) } }
    }
    case 'chat.read': {
      const { seq, read, of } = event.data
      return { event: 'chat.read', data: { seq, read, of } }
    }
    default:
      return null
  }
}

function nameOf({ participants, unlisted }: RoomState, participantId: string): string {
  const listed = participants.find((one) => one.participantId === participantId)
  const person: NamedParticipant | undefined = listed ?? unlisted[participantId]
  return person?.alias ?? ''
}
