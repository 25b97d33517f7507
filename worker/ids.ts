import { nanoid } from 'nanoid'
import { ROOM_ID_LENGTH } from '../protocol/limits.ts'
import type { MessageId } from '../protocol/message.ts'
import type { ParticipantId } from '../protocol/participant.ts'
import type { RoomId } from '../protocol/room.ts'

/** Makes the id of a new room. */
export function makeRoomId(): RoomId {
  return claimRoomId(nanoid(ROOM_ID_LENGTH))
}

/** Makes the id of a new participant. */
export function makeParticipantId(): ParticipantId {
  return claimParticipantId(nanoid())
}

/** Makes the id of a message whose sender named none. */
export function makeMessageId(): MessageId {
  return claimMessageId(nanoid())
}

/** Takes a text for the id of a room that was made here. What comes from outside is parsed by the schema instead. */
export function claimRoomId(text: string): RoomId {
  return text as RoomId
}

/** Takes a text for the id of a message that was made here. */
export function claimMessageId(text: string): MessageId {
  return text as MessageId
}

/** Takes a text for the id of a participant. Nothing is proven by that: a room may have no participant with this id. */
export function claimParticipantId(text: string): ParticipantId {
  return text as ParticipantId
}
