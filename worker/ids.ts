import { nanoid } from 'nanoid'
import type { AccountId, SessionId } from '../protocol/account.ts'
import { FILE_ID_LENGTH } from '../protocol/file-limits.ts'
import type { FileId } from '../protocol/files.ts'
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

/** Makes the id of a new file. */
export function makeFileId(): FileId {
  return claimFileId(nanoid(FILE_ID_LENGTH))
}

/** Makes the id of a new session. */
export function makeSessionId(): SessionId {
  return claimSessionId(nanoid())
}

/** Takes a text for the id of an account. Nothing is proven by that: there may be no account with this id. */
export function claimAccountId(text: string): AccountId {
  return text as AccountId
}

/** Takes a text for the id of a session. Nothing is proven by that: the account may have no session with this id. */
export function claimSessionId(text: string): SessionId {
  return text as SessionId
}

/** Takes a text for the id of a room that was made here. What comes from outside is parsed by the schema instead. */
export function claimRoomId(text: string): RoomId {
  return text as RoomId
}

/** Takes a text for the id of a message that was made here. */
export function claimMessageId(text: string): MessageId {
  return text as MessageId
}

/** Takes a text for the id of a file. Nothing is proven by that: a room may have no file with this id. */
export function claimFileId(text: string): FileId {
  return text as FileId
}

/** Takes a text for the id of a participant. Nothing is proven by that: a room may have no participant with this id. */
export function claimParticipantId(text: string): ParticipantId {
  return text as ParticipantId
}
