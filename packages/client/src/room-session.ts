import type { OverReason, RoomEvent, RoomEventName, RoomEvents, SessionStatus } from './events.ts'
import type { FileToSend, Message, MessagePage, MessageQuery, Reaction, SendOptions } from './message.ts'
import type { Person, Seated, Visitor } from './person.ts'
import type { Outcome } from './refusal.ts'
import type { Room, RoomChange } from './room.ts'
import type { Seat } from './seat.ts'

/** A room, as one participant is in it. It survives lost lines and restarts of the server; what was sent is never lost silently. */
export interface RoomSession {
  readonly room: Room
  /** This participant. */
  readonly self: Person
  /** Those present, at most as many as the room names (200). */
  readonly participants: readonly Person[]
  /** For hosts: who waits at the door. */
  readonly visitors: readonly Visitor[]
  readonly status: SessionStatus
  /** Why it is over; undefined as long as it is not. */
  readonly overReason: OverReason | undefined
  /** What to keep, so that `joinRoom` comes back as this participant. It changes with each rotation of the keys. */
  readonly seat: Seat
  /** The invite link; null where it is closed, or is not known here. */
  readonly link: string | null

  /** Has something called at each event of this name. @returns what ends that */
  on<Name extends RoomEventName>(name: Name, listener: (data: RoomEvents[Name]) => void): () => void
  /** The events from now on; what came before anybody listened comes first. It ends when the session is over. */
  [Symbol.asyncIterator](): AsyncIterableIterator<RoomEvent>

  /** Says something. It resolves once the room has stored it; over a lost line it waits. */
  send(text: string, options?: SendOptions): Promise<Outcome<Message>>
  /** Reads what was said, opened. */
  messages(query?: MessageQuery): Promise<Outcome<MessagePage>>
  /** Changes the text of one's own message. */
  edit(seq: number, text: string): Promise<Outcome<Message>>
  /** Takes back one's own message; hosts may take back any. */
  takeBack(seq: number): Promise<Outcome<void>>
  /** Reacts to a message with an emoji, or votes for an option of a poll by its place. @param on false takes it back */
  react(seq: number, choice: string | number, on?: boolean): Promise<Outcome<void>>
  /** Reads how the reactions and votes of a message stand. */
  reactions(seq: number): Promise<Outcome<readonly Reaction[]>>
  /** Has a message take no more votes, or take them again. */
  closeVote(seq: number, isClosed: boolean): Promise<Outcome<void>>
  /** Reveals a message that is read once; its time runs from then on. `until` is Unix milliseconds. */
  reveal(seq: number): Promise<Outcome<{ text: string; until: number }>>
  /** Shows the others that this participant types; at most once in two seconds. */
  setTyping(): void
  /** Takes another name. */
  rename(name: string): Promise<Outcome<Person>>
  /** Raises or lowers one's hand. */
  raiseHand(isUp: boolean): Promise<Outcome<void>>
  /** Becomes host where none is here. */
  claimHost(): Promise<Outcome<void>>

  /** Sends a file with a message. It resolves once the room has stored both. */
  sendFile(file: FileToSend): Promise<Outcome<Message>>
  /** Fetches a file of a message. @param index its place among `message.files` */
  readFile(message: Message, index?: number): Promise<Outcome<Uint8Array<ArrayBuffer>>>

  /** Lists everybody who has a seat, those away first; `more` are not listed. */
  seats(): Promise<Outcome<{ people: readonly Seated[]; more: number }>>

  /** For hosts: changes the room. */
  update(change: RoomChange): Promise<Outcome<Room>>
  /** For hosts: removes somebody for good. Where keys rotate they can't read on from then on, and the invite link changes. */
  removeParticipant(participantId: string): Promise<Outcome<void>>
  /** For hosts: frees the seat of somebody who is away. */
  freeSeat(participantId: string): Promise<Outcome<void>>
  /** For hosts: lets somebody in who waits at the door. */
  admit(participantId: string): Promise<Outcome<void>>
  /** For hosts: turns somebody away who waits at the door. */
  turnAway(participantId: string): Promise<Outcome<void>>
  /** For hosts: mutes somebody. @param until Unix milliseconds by the server's clock; null lets them speak again */
  mute(participantId: string, until: number | null): Promise<Outcome<void>>
  /** For hosts: makes somebody host, or takes the role back. */
  setRole(participantId: string, role: 'host' | 'participant'): Promise<Outcome<void>>
  /** Makes another invite link in place of the one there is, where keys rotate. @returns the link */
  makeLink(options?: { password?: string }): Promise<Outcome<string>>
  /** Closes the invite link, where keys rotate: nobody else can come in. */
  closeLink(): Promise<Outcome<void>>

  /** Destroys the room and all that was said, for everybody. */
  destroy(): Promise<Outcome<void>>
  /** Leaves: the seat is free again. @param host the id of who becomes host in one's place */
  leave(host?: string): Promise<Outcome<void>>
  /** Ends the connection and keeps the seat. What was not stored yet is settled with `session-closed`. */
  close(): void
}
