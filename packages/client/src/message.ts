/** A file that a message names. */
export interface RoomFile {
  /** As its sender named it, made safe for a disk; empty where nothing is said of it. */
  name: string
  /** What its sender took it for, such as `image/png`. Trust the octets alone. */
  type: string
  /** Octets. */
  size: number
}

/** One choice of a message that can be voted on or reacted to, and how it stands. */
export interface Reaction {
  /** An emoji or a word; of a poll the place of the option, from 0; null where the code means nothing to this client. */
  choice: string | number | null
  /** As the server counts. */
  count: number
  /** Whether this participant gave it. */
  mine: boolean
}

/** A message that the room has stored, opened. */
export interface Message {
  /** Its sender's own id for it. */
  id: string
  /** Its place in the room, from 1, without gaps. */
  seq: number
  participantId: string
  /** The name of who said it. */
  sender: string
  /** The alias that the room gave them, where `sender` is another. */
  alias: string
  /** Whether this participant said it. */
  mine: boolean
  /** What was said; empty where it can't be read, was taken back, or waits to be revealed. */
  text: string
  /** When it was stored, Unix milliseconds by the server's clock. */
  timestamp: number
  /** `unreadable`: no key of this participant opens it. `plain`: it came without encryption into an encrypted room. */
  opened: 'opened' | 'plain' | 'unreadable'
  /** The `seq` of the message that it answers. */
  replyTo?: number
  /** `poll` or `question` where the others vote on it. */
  kind?: 'poll' | 'question'
  /** What a poll can be answered with. */
  options?: readonly string[]
  /** `one` where a poll takes one answer of each. */
  choice?: 'one'
  /** Its files; `readFile` fetches one by its place. */
  files: readonly RoomFile[]
  /** Seconds after which it disappears. */
  expires?: number
  /** Seconds that a message which is read once is shown. */
  burn?: number
  /** How often it was edited, and when last. */
  edit?: number
  editedAt?: number
  /** When it was taken back or disappeared; then `text` is empty. */
  deletedAt?: number
}

/** What a message has besides its text when it is sent. */
export interface SendOptions {
  /** The `seq` of the message that it answers. */
  replyTo?: number
  /** Its own id, 1 to 64 of `A-Za-z0-9_-`: the same id is stored once, however often it is sent. */
  id?: string
  /** Seconds after which it disappears. */
  expires?: number
  /** Seconds for which it is shown to somebody who reveals it: it is read once. */
  burn?: number
  /** `poll` or `question`: the others vote on it. */
  kind?: 'poll' | 'question'
  /** What a poll can be answered with. */
  options?: readonly string[]
  /** `one` where a poll takes one answer of each. */
  choice?: 'one'
}

/** A file to be sent. */
export interface FileToSend {
  name: string
  /** Such as `text/plain`; `application/octet-stream` unless given. */
  type?: string
  bytes: Uint8Array<ArrayBuffer>
  /** What is said with it. */
  text?: string
  replyTo?: number
}

/** Which messages are asked for; the newest where nothing is given. */
export interface MessageQuery {
  /** Those above this `seq`, the oldest first. */
  after?: number
  /** Those below this `seq`. */
  before?: number
  /** 1 to 500; 100 unless given. */
  limit?: number
}

/** Messages in their order, and the highest `seq` of the room. */
export interface MessagePage {
  messages: readonly Message[]
  lastSeq: number
}
