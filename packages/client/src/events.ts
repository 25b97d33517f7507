import type { Message, Reaction } from './message.ts'
import type { Person, Visitor } from './person.ts'
import type { ClientRefusal } from './refusal.ts'
import type { Room } from './room.ts'

/** Where a session stands: `waiting` is at the door, until a host lets in; `over` is for good. */
export type SessionStatus = 'connected' | 'reconnecting' | 'waiting' | 'over'

/** Why a session is over. */
export type OverReason =
  /** Somebody destroyed the room. */
  | 'destroyed'
  /** Its time was over. */
  | 'expired'
  /** Its facilitator's schedule closed it. */
  | 'ended'
  /** This participant left. */
  | 'left'
  /** A host removed this participant. */
  | 'removed'
  /** A host did not let this visitor in. */
  | 'turned-away'
  /** The seat is not this participant's any more. */
  | 'seat-lost'
  /** Too many others use this seat at once. */
  | 'replaced'
  /** No key opens the room for this participant. */
  | 'no-key'
  /** `close` was called: the seat stays. */
  | 'closed'

/** What happens in a room, by the name of the event. */
export interface RoomEvents {
  /** Somebody said something; earlier messages come first, each once and in order. */
  'chat.message': Message
  /** One of the last thousand messages was edited, taken back, or disappeared: as it is now. */
  'chat.update': Message
  /** How the reactions and votes of one of these messages stand. */
  'chat.reactions': { seq: number; reactions: readonly Reaction[]; closed: boolean }
  /** Of a message of one's own that is read once: how many have revealed it. */
  'chat.read': { seq: number; read: number; of: number }
  'chat.typing': { participantId: string; name: string }
  /** `present` is how many have a connection; `by` the id of the host who let them in. */
  'presence.join': { person: Person; present: number; by?: string }
  /** `by` is the id of the host who removed them. */
  'presence.leave': { person: Person; present: number; by?: string }
  /** Somebody has another name, role or hand, or was muted. */
  'presence.update': { person: Person; present: number; by?: string }
  /** In a large room, in place of joins and leaves. */
  'presence.count': { present: number }
  'room.update': Room
  /** Somebody rotated the keys. `invitable` says whether there is an invite link. */
  'room.epoch': { epoch: number; by: string; invitable: boolean }
  /** For hosts: somebody waits at the door. */
  'door.knock': Visitor
  /** For hosts: somebody does not wait any more. */
  'door.gone': { participantId: string }
  /** The room has ended, and everything in it is deleted. */
  'chat.destroy': { reason: 'destroyed' | 'expired' | 'ended' }
  /** The session stands elsewhere; the last event is the one with `over`. */
  status: { status: SessionStatus; reason?: OverReason; refusal?: ClientRefusal }
}

/** The name of an event. */
export type RoomEventName = keyof RoomEvents

/** One event of a room: `event` tells which, `data` what. */
export type RoomEvent = { [Name in RoomEventName]: { event: Name; data: RoomEvents[Name] } }[RoomEventName]
