import type { NamedParticipant, RoomMessage, WaitingPerson } from '../../../client/room/room-state.ts'
import type { Seat as ListedSeat } from '../../../protocol/participant.ts'
import type { Message, RoomFile } from './message.ts'
import type { Person, Seated, Visitor } from './person.ts'

/** Where the message came from, with what opens its files. */
const sources = new WeakMap<Message, RoomMessage>()

/** Returns a message as it is handed out. @param me the id of this participant */
export function toMessage(message: RoomMessage, me: string | undefined): Message {
  const { id, seq, participantId, sender, animal = sender, text, timestamp, opened } = message
  const { replyTo, kind, options, choice, expires, burn, edit, editedAt, deletedAt } = message
  const handedOut: Message = {
    id,
    seq,
    participantId,
    sender,
    alias: animal,
    mine: participantId === me,
    text,
    timestamp,
    opened: opened === 'plain' || opened === 'unreadable' ? opened : 'opened',
    files: listFiles(message),
    ...without({ replyTo, kind, options, choice, expires, burn, edit, editedAt, deletedAt }),
  }
  sources.set(handedOut, message)
  return handedOut
}

/** Returns the message that one was made of; undefined where it is a copy. */
export function sourceOf(message: Message): RoomMessage | undefined {
  return sources.get(message)
}

/** Returns a participant as they are handed out. */
export function toPerson({
  participantId,
  alias,
  animal = alias,
  role,
  muted,
  hand,
}: NamedParticipant): Person {
  return {
    participantId,
    name: alias,
    alias: animal,
    role,
    ...without({ mutedUntil: muted, handRaisedAt: hand }),
  }
}

/** Returns somebody who has a seat. */
export function toSeated(seat: ListedSeat & NamedParticipant): Seated {
  const { connected, awaySince } = seat
  return { ...toPerson(seat), connected, ...without({ awaySince }) }
}

/** Returns somebody who waits at the door. */
export function toVisitor({ participantId, alias, animal = alias }: WaitingPerson): Visitor {
  return { participantId, name: alias, alias: animal }
}

function listFiles({ attached, files = [] }: RoomMessage): RoomFile[] {
  if (attached) return attached.map(({ name, type, size }) => ({ name, type, size }))
  return files.map(() => ({ name: '', type: '', size: 0 }))
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Leaves out what is undefined: in JSON and in a log it would only be noise. */
function without<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
}
