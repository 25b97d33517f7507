import type { AccountId, SessionId } from '../../../protocol/account.ts'
import type { Message, MessageId } from '../../../protocol/message.ts'
import type { ParticipantId, Role } from '../../../protocol/participant.ts'
import type {
  DestroyBy,
  Door,
  Encryption,
  Expiry,
  HistoryRule,
  RoomId,
  Starts,
} from '../../../protocol/room.ts'
import type { EndReason } from '../../../protocol/room-events.ts'
import type { RelayName } from '../../relay-protocol/placement.ts'
import type { PasswordHash } from '../../secrets/password.ts'
import type { AdmissionHash, HostTokenHash, TokenHash } from '../../secrets/secret.ts'

/** What only a facilitator's room has. */
export interface ScheduleRow {
  accountId: AccountId
  title: string
  /** Unix milliseconds. */
  opensAt: number
  /** Seconds. */
  retainFor: number
}

/** What a room has whose keys are of version 2. */
export interface KeysRow {
  /** The current epoch. */
  epoch: number
  /** The key of the current epoch, encrypted with the invite link; null where there is no link, or the plan has not sent it. */
  invite: string | null
  /** Whether somebody was removed since the keys were rotated: they can still read. */
  rotationDue: boolean
}

/** The room's own row; times are Unix milliseconds, `lifetime` is in seconds. */
export interface RoomRow {
  roomId: RoomId
  /** Null where the room has no limit of its own. */
  capacity: number | null
  lifetime: number
  expiry: Expiry
  /** Null where the room has no password. */
  passwordHash: PasswordHash | null
  encryption: Encryption
  /** The hash of the secret in the invite link; null where the room asks for none. */
  admissionHash: AdmissionHash | null
  destroyBy: DestroyBy
  hostTokenHash: HostTokenHash
  /** Whether the host token gives nobody the role any more: somebody who took a seat with it was made a participant. */
  isHostTokenVoid: boolean
  locked: boolean
  starts: Starts
  /** When its life began; null while it waits for a second participant. */
  startedAt: number | null
  door: Door
  history: HistoryRule
  /** Whether participants may send files. */
  files: boolean
  /** Whether only hosts and facilitators may speak. */
  quiet: boolean
  /** Seconds between two messages of one participant. */
  slow: number
  /** The `seq` of the message that stands on top. */
  pinned: number | null
  createdAt: number
  endsAt: number
  endsSetAt: number
  /** Set when the room ends, so that a crash before everything is deleted can't bring it back; null before. */
  ended: EndReason | null
  schedule: ScheduleRow | null
  /** Null where the keys are of version 1, or there are none. */
  keys: KeysRow | null
}

/** A participant's row. */
export interface ParticipantRow {
  /** Numbers the seats in the order of joining. */
  seatNumber: number
  participantId: ParticipantId
  alias: string
  role: Role
  /** Null for the facilitator, whose tokens are rows of their own: one for each device. */
  tokenHash: TokenHash | null
  /** Whether the participant ever sent a message. */
  hasSpoken: boolean
  /** Whether the participant has sent a message under the current alias. */
  hasSpokenAsAlias: boolean
  /**
   * When the last connection closed, or when the participant joined, Unix milliseconds; null while there is a connection.
   */
  idleSince: number | null
  /** In a room that waits for a second participant: when the connection opened, Unix milliseconds; otherwise null. */
  connectedSince: number | null
  /** Whether the participant's own side closed the last connection; false where it was cut. */
  hasClosed: boolean
  isRemoved: boolean
  /** The relay that its sockets are at; null for the room itself. */
  relay: RelayName | null
  /** Its name and public key, encrypted; null where it has sent none. */
  card: string | null
  /** Until when the participant may not speak, Unix milliseconds; null where they may. */
  mutedUntil: number | null
  /** When the participant raised a hand, Unix milliseconds; null where it is down. */
  handRaisedAt: number | null
  /** The participant may read what has a higher `seq`. */
  fromSeq: number
  /** The newest message when the seat was taken: what is older is not said from this seat, also where the id is the same. */
  seatedSeq: number
  /** Whether the seat was taken with the host token. */
  hasHostToken: boolean
}

/** A message's row, with the id of its room. */
export interface MessageRow extends Message {
  id: MessageId
  roomId: RoomId
  participantId: ParticipantId
}

/** A token of the facilitator's seat: there is one for each device. */
export interface FacilitatorToken {
  /** The hash of its secret. */
  hash: TokenHash
  /** The session with which that device joined; null once it has ended. */
  sessionId: SessionId | null
}

/** A row as SQLite returns it: SQLite knows no booleans. */
export type Columns<Row> = { [Key in keyof Row]: Row[Key] extends boolean ? number : Row[Key] }
