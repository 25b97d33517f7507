import type { Message } from '../../protocol/message.ts'
import type { MessageUpdate } from '../../protocol/message-update.ts'
import type { Participant, Role, WaitingParticipant } from '../../protocol/participant.ts'
import type { ReaderChange } from '../../protocol/reactions.ts'
import type { Room } from '../../protocol/room.ts'
import type { OutboxEntry } from '../net/outbox-store.ts'
import type { ShownName } from './look-alikes.ts'
import type { OrderClaim, SaidDetails } from './room-cipher.ts'
import type { Upload } from './room-upload.ts'

/**
 * A participant as a page shows it. In a room whose keys rotate, `alias` is the name in the card, and `animal` the alias that
 * the room gave, such as `anonymous-wolf-x7k2p`; absent where there is no name, and in other rooms.
 */
export interface NamedParticipant extends Participant {
  animal?: string | undefined
}

/** Somebody who waits at the door, as a host sees them: `alias` and `animal` as of a participant. */
export interface WaitingPerson extends WaitingParticipant {
  animal?: string | undefined
}

/** A message as it is shown. In a room whose keys rotate, `sender` is the name in the envelope. */
export interface RoomMessage extends Message {
  /** The alias that the room gave the sender, where `sender` is another. */
  animal?: string | undefined
  /**
   * Absent where `text` is what its sender wrote. In an encrypted room, `plain` where it came without encryption (say
   * so), `unreadable` where it doesn't open (`text` is empty: say so in its place); the page never sees one `opening`.
   */
  opened?: 'opening' | 'plain' | 'unreadable' | undefined
  /** What its envelope says of the order; absent where it says nothing, or did not open. */
  claim?: OrderClaim | undefined
  /** Whether the same message came at another place before. */
  repeated?: boolean
  /** What its envelope says of its files; absent where it says nothing of any, and in a room without envelopes. */
  attached?: SaidDetails['attached']
}

/** A setting of the room that everybody is told of when it changes. */
type ToldSetting = 'locked' | 'door' | 'quiet' | 'slow' | 'pinned' | 'files'

/** What became of the invite link in a rotation: there is another, the same, or none. */
export type LinkChange = 'newLink' | 'sameLink' | 'noLink'

/** A line of the log that nobody said. It is there for who was here when it happened, and not after a reload. */
export interface LogNotice {
  id: number
  /** The message that it stands after; 0 before all. */
  afterSeq: number
  /** What happened: the room's facilitator keeps what is said for another time, somebody took another name, the keys changed, or people came, went or became host. */
  content:
    | { is: 'retention'; room: Room }
    | { is: 'rename'; participantId: string; from: string; to: string; mine: boolean }
    /** Somebody rotated the keys, and with them the invite link. */
    | { is: 'rotation'; by: ShownName; mine: boolean; link: LinkChange }
    /** These were not given the key, and can't read on. */
    | { is: 'not-given'; people: readonly ShownName[] }
    /** A room for two has closed its invite link. */
    | { is: 'link-closed' }
    /** This page did not take the keys of an epoch: others may have been given other ones. */
    | { is: 'other-keys'; by: ShownName; epoch: number }
    /** These came or went, each of them once; `by` is the host who let them in or removed them. */
    | { is: 'came' | 'let-in' | 'left' | 'removed'; people: readonly ShownName[]; by: ShownName | undefined }
    /** Somebody became host, or is host no more; `by` is absent where they took or gave back the role themselves. */
    | { is: 'role'; person: ShownName; isHost: boolean; by: ShownName | undefined }
    /** The second participant is here: the time of the room runs. */
    | { is: 'started'; endsAt: number }
    /** Somebody set another end of the room. */
    | { is: 'end'; endsAt: number }
    /** A host has changed a setting of the room. */
    | { [Field in ToldSetting]: { is: 'setting'; field: Field; value: Room[Field] } }[ToldSetting]
    /** A host muted somebody, until `until` (Unix milliseconds), or lets them speak again where it is absent. */
    | { is: 'mute'; person: ShownName; until: number | undefined; by: ShownName }
}

/** A message typed here that the room has not confirmed yet, with its text as it was typed. */
export interface PendingEntry extends OutboxEntry {
  /** After a reload, where it was encrypted with another link key; then `text` is empty. */
  opened?: 'unreadable'
  /** Its file, as long as this page has it. */
  upload?: Upload | undefined
  /** What its envelope says of its files, once they are in the room. */
  attached?: SaidDetails['attached']
}

/** The same as the page sees it: it is never dropped, it waits, is sent, or has failed visibly. */
export type Pending = Readonly<PendingEntry>

/** What is known of a room. What happens in the room changes it by `apply`; objects and lists in it are replaced unless a field says otherwise. */
export interface RoomState {
  room: Room | null
  me: NamedParticipant | null
  /** Those present, the longest here first; at most those the room names. */
  participants: NamedParticipant[]
  present: number
  /** For a host: who waits at the door, the first at the front. */
  waiting: readonly WaitingPerson[]
  /** What was heard of those whom a large room does not list, by id: hosts hear of hands and of who is muted. */
  unlisted: Readonly<Record<string, NamedParticipant>>
  /** Ids of those whose words are folded on this device. */
  ignored: readonly string[]
  /** The roles known of participants, also of those who left; a person who is not in it is a participant, as far as is known. */
  roles: Readonly<Record<string, Role>>
  /** Ascending by `seq`, without a hole. Grows in place; one that was edited or taken back is another object, in another list. */
  messages: RoomMessage[]
  /** Messages that arrived ahead of a hole; shown once the hole is filled. Changes in place. */
  ahead: RoomMessage[]
  /** What happened and nobody said, oldest first. */
  notices: readonly LogNotice[]
  /** Whether nothing older than `messages[0]` is stored. */
  complete: boolean
  /** Who is typing (participantId), until when (milliseconds of a clock that only rises). */
  typing: Record<string, number>
  pending: Pending[]
  /** What has changed about messages since they came, by their `seq`. `mine` is absent where only the message itself says it. */
  changes: Readonly<Record<number, ReaderChange>>
  /** The newest that this page was told of the texts of edited messages, and of those that were taken back, by their `seq`. */
  updates: Readonly<Record<number, MessageUpdate>>
  /** Of one's own messages that are read once: how many have read them, as this page was told, by their `seq`. */
  reads: Readonly<Record<number, { read: number; of: number }>>
  /** The newest change that this page was told of. */
  rev: number
}

/** Returns what a page knows before it is in the room. */
export function emptyRoom(): RoomState {
  return {
    room: null,
    me: null,
    participants: [],
    present: 0,
    waiting: [],
    unlisted: {},
    ignored: [],
    roles: {},
    messages: [],
    ahead: [],
    notices: [],
    complete: false,
    typing: {},
    pending: [],
    changes: {},
    updates: {},
    reads: {},
    rev: 0,
  }
}

/** Holds what is known of a room, and shows it: the page by signals, a script by events. */
export interface RoomStore {
  /** Plain and up to date, for what only asks. */
  readonly latest: RoomState
  /** Runs a change of it, and shows what it changed: messages up to the first that isn't open yet. */
  mutate(run: (latest: RoomState) => void): void
  /** The same, shown with the next frame: what comes in faster than it can be drawn is drawn together. */
  mutateSoon(run: (latest: RoomState) => void): void
  /** Shows with the next frame what was opened since. */
  scheduleFlush(): void
  /** Takes what waits to be sent. The same entry, changed, stays the same row: what has the focus keeps it. */
  setPending(entries: readonly PendingEntry[]): void
}
