import type { MessageDetails, MessageTimes } from '../../protocol/message.ts'
import type { KeyStore } from '../browser/key-store.ts'
import type { EpochLink } from '../crypto/epoch-link.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import type { PublicKey } from '../crypto/participant-pair.ts'
import type { Door } from '../crypto/wrap.ts'
import type { ConnectionStatus, Hint } from '../net/connection-options.ts'
import type { Reply } from '../net/http.ts'
import type { RoomApi } from '../net/room-api.ts'
import type { SafeStorage } from '../net/safe-storage.ts'
import type { DeviceClock } from '../net/server-clock.ts'
import type { Socket } from '../net/socket.ts'
import type { Timers } from '../net/timers.ts'
import type { Page, PageQuery } from './history.ts'
import type { SaidMessage } from './receipt/said-message.ts'
import type { RoomCipher } from './room-cipher.ts'
import type { EntryAnswer, Stage } from './room-stage.ts'
import type { RoomMessage, RoomState } from './room-state.ts'
import type { Upload } from './room-upload.ts'

/** What a message has besides its text when it is sent. */
export type SendDetails = MessageDetails & MessageTimes & { upload?: Upload | undefined }

/** A room as the page uses it: what it knows, and what a person can do in it. */
export interface RoomModel {
  stage(): Stage
  /** Reactive, and read only. */
  state: Readonly<RoomState>
  connectionStatus(): ConnectionStatus
  /** Milliseconds left by the server's clock, null before known; ticks each second. */
  timeLeft(): number | null
  /** What messages are encrypted with: null in a room without encryption, and before that is known. */
  cipher(): RoomCipher | null
  /** What the lock says besides, because of where the page stands. */
  caution?: string | undefined
  /**
   * Where keys rotate: the public key of a participant, oneself included, as their card has it; undefined where no card of
   * theirs was opened.
   */
  getPublicKey?(participantId: string): PublicKey | undefined
  /** Where keys rotate: whether this browser keeps them, so that a reload finds them again. */
  keepsKeys?(): boolean
  /** What `measureText` may return at most for a text that fits a message. */
  maxBytes(): number
  measureText(text: string): number
  /** The invite link where keys rotate: null where it is closed; undefined where they don't, or before that is known. */
  door(): Door | null | undefined
  /** Whether this is a facilitator's seat whose session has ended: a participant's until its holder has logged in again. */
  isLoggedOut(): boolean
  /** Submits a password or a name, or tries again. */
  answerPrompt(answer?: EntryAnswer): void
  /** Goes on where the connection rests because others of this participant took its place. */
  resumeConnection(): void
  /** What was chosen for the next messages, null where they stay; reactive. That one is read once holds for one message alone. */
  times(): MessageTimes | null
  chooseTimes(times: MessageTimes | null): void
  /** @param details what it says beside its text, or its file; its times where these are not the chosen ones */
  sendMessage(text: string, details?: SendDetails): void
  retryMessage(id: string): void
  discardMessage(id: string): void
  /** Sends that this participant is typing, at most once in 2 s. */
  sendTyping(): void
  /** Keeps what is being written, in this tab alone and encrypted as the room is; gone with the room. */
  saveDraft(text: string): Promise<void>
  /** What was being written before a reload; empty where nothing was. To be asked once the stage is live. */
  loadDraft(): Promise<string>
  /** Keeps a poll that is being written, as JSON, in the same way. */
  savePoll(json: string): Promise<void>
  /** The poll that was being written before a reload; empty where none was. */
  loadPoll(): Promise<string>
  /** Once the room is over: what the newest messages were, without what they said, for the receipt. */
  lastSaid(): readonly SaidMessage[]
  destroyRoom(): Promise<Reply<unknown>>
  /** @param host id of who becomes host in one's place; without it the room chooses, where it needs one */
  leaveRoom(host?: string): Promise<void>
  /** Leaves without waiting for anybody, and forgets everything at once. Resolves once the keys are deleted. */
  wipeRoom(): Promise<void>
  /** Folds what these say on this device, until the room ends. @param participantIds all of them */
  ignorePeople(participantIds: readonly string[]): void
  /** Loads the page of history before the oldest message. @param limit messages of it at most */
  loadOlder(limit?: number): Promise<void>
  /** Returns a page of messages, decrypted, that is not put among those that are loaded. */
  fetchPage(query: PageQuery): Promise<Page>
  /** Returns one message, by its `seq`, that may be older than those that are loaded; null where it can't be had. */
  fetchMessage(seq: number): Promise<RoomMessage | null>
  /** Asks how the room is: no event says how many of its seats are taken. */
  refreshRoom(): Promise<void>
  /**
   * Asks for something that changes the room or this participant (room-commands.ts), and notices a facilitator whose
   * session has ended.
   * @param apply changes what the page knows by the value
   */
  runCommand<T>(
    call: (api: RoomApi, roomId: string) => Promise<Reply<T>>,
    apply?: (latest: RoomState, value: T) => void,
  ): Promise<Reply<T>>
}

/** What the page knows of its visitor and of the link; a test passes the rest. */
export interface CreateRoomOptions {
  /** The name to join with; the room chooses one where this is absent. */
  alias?: string
  /** The key of the invite link; null where it has none, or not a whole one. */
  linkKey?: LinkKey | null
  /** The same where the keys of the room rotate. */
  link?: EpochLink | null
  /** Whether this device would keep the seat's token; asked before a seat is taken. */
  keepsTokens?(): boolean
  /** What the lock says besides, because of where the page stands. */
  caution?: string
  // What follows is the page's own unless a test passes another.
  api?: RoomApi
  origin?: string
  storage?: SafeStorage
  keyStore?: KeyStore
  timers?: Timers
  device?: DeviceClock
  makeSocket?(url: string): Socket
  fetch?: typeof fetch
  /** Returns a number from 0 up to but not including 1. */
  random?(): number
  listen?(onHint: (hint: Hint) => void): () => void
  visible?(): boolean
  /** Runs something once when the page is next drawn. */
  frame?(run: () => void): void
}
