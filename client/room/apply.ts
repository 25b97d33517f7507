import { PRESENCE_LISTED_MAX } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import type { Participant } from '../../protocol/participant.ts'
import type { Room } from '../../protocol/room.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { addMessages, addNewest, type Report } from './message-order.ts'
import type { NamedParticipant, RoomState } from './room-state.ts'
import { startTyping, stopTyping } from './typing.ts'

/**
 * Applies one event of the room to `latest`. Only the fields that the event is about change, each to a new value, so
 * that a comparison shows which; but the lists of messages grow in place, so that one more costs the same in a room of
 * ten and of ten thousand.
 * @param now milliseconds of a clock that only rises; who is typing is counted by it
 */
export function applyEvent(latest: RoomState, { event, data }: RoomEvent, now: number): Report {
  switch (event) {
    case 'room.welcome': {
      const { room, participants, messages, participantId, alias, role } = data
      const own: NamedParticipant | undefined = find(participants, data)
      latest.me = { ...own, participantId, alias, role }
      latest.participants = participants
      latest.waiting = data.waiting ?? []
      // In a large room only oneself is named: what was heard of others stays.
      if (participants.length > 1) latest.unlisted = {}
      latest.typing = {}
      recordRoles(latest, [latest.me, ...participants])
      applyRoom(latest, room)
      const report = addNewest(latest, messages, data.lastSeq)
      return report
    }
    case 'door.knock':
    case 'door.gone': {
      const others = latest.waiting.filter(({ participantId }) => participantId !== data.participantId)
      latest.waiting = event === 'door.knock' ? [...others, data] : others
      break
    }
    case 'chat.message': {
      stopTyping(latest, data.participantId)
      extendSliding(latest, data)
      return addMessages(latest, [data], data.seq)
    }
    case 'chat.typing': {
      if (data.participantId !== latest.me?.participantId) {
        startTyping(latest, data.participantId, now)
      }
      break
    }
    case 'presence.join':
    case 'presence.update': {
      const { present, by: _, ...participant } = data
      const known = find(latest.participants, participant)
      const place = known ? latest.participants.indexOf(known) : -1
      if (place >= 0) latest.participants = latest.participants.with(place, participant)
      else if (event === 'presence.join' && latest.participants.length < PRESENCE_LISTED_MAX) {
        latest.participants = [...latest.participants, participant]
      } else latest.unlisted = { ...latest.unlisted, [participant.participantId]: participant }
      if (latest.me?.participantId === participant.participantId) {
        latest.me = participant
        // Who is no host any more is told of nobody at the door.
        if (participant.role === 'participant') latest.waiting = []
      }
      latest.present = present
      recordRoles(latest, [participant])
      break
    }
    case 'presence.leave': {
      latest.participants = latest.participants.filter((one) => one.participantId !== data.participantId)
      stopTyping(latest, data.participantId)
      latest.present = data.present
      break
    }
    case 'presence.count': {
      latest.present = data.present
      if (data.participants) {
        latest.participants = data.participants
        latest.unlisted = {}
        recordRoles(latest, data.participants)
      }
      break
    }
    case 'room.update': {
      applyRoom(latest, data)
      break
    }
    // Not the state's business: the end belongs to the stage, an error to the outbox.
    case 'chat.destroy':
    case 'error':
      break
  }
  return { missing: null, delivered: [] }
}

/** Keeps what is known of roles: messages carry none, and who left is not forgotten. */
export function recordRoles(latest: RoomState, people: readonly Participant[]): void {
  const known = people.filter(
    ({ participantId, role }) => (latest.roles[participantId] ?? 'participant') !== role,
  )
  if (known.length === 0) return
  const roles = Object.fromEntries(known.map(({ participantId, role }) => [participantId, role]))
  latest.roles = { ...latest.roles, ...roles }
}

function find(people: readonly Participant[], { participantId }: Participant): Participant | undefined {
  return people.find((one) => one.participantId === participantId)
}

/** Replaces what is known of the room. */
export function applyRoom(latest: RoomState, room: Room): void {
  latest.room = room
  latest.present = room.present
}

/** In a sliding room each message sets the time left back to the lifetime; the room announces it only now and then. */
function extendSliding(latest: RoomState, { timestamp }: Message) {
  const { room } = latest
  const expiresAt = timestamp + (room?.lifetime ?? 0) * 1_000
  if (room?.expiry === 'sliding' && expiresAt > room.expiresAt) latest.room = { ...room, expiresAt }
}
