import { letIn, turnAway } from '../../../client/room/door-commands.ts'
import {
  changeAlias,
  claimHost,
  fetchParticipants,
  freeSeat,
  manageParticipant,
  raiseHand,
} from '../../../client/room/room-commands.ts'
import { checkName } from './check-input.ts'
import type { OverReason, RoomEvent, RoomEventName, RoomEvents, SessionStatus } from './events.ts'
import { fetchRoomFile, sendRoomFile } from './file-calls.ts'
import { closeInviteLink, makeInviteLink, removePerson, updateRoom } from './host-calls.ts'
import type { LiveRoom } from './live-room.ts'
import type { FileToSend, Message, MessagePage, MessageQuery, Reaction, SendOptions } from './message.ts'
import {
  closeMessageVote,
  editMessage,
  reactToMessage,
  readMessages,
  readReactions,
  revealMessage,
  sendMessage,
  takeBackMessage,
} from './message-calls.ts'
import { toPerson, toSeated, toVisitor } from './open-message.ts'
import type { Person, Seated, Visitor } from './person.ts'
import { done, type Outcome, refuse, toOutcome } from './refusal.ts'
import type { Room, RoomChange } from './room.ts'
import type { RoomSession } from './room-session.ts'
import type { Seat } from './seat.ts'

/** What `joinRoom` returns: each call of the interface, made on a room that was entered. */
export class JoinedRoom implements RoomSession {
  readonly #room: LiveRoom

  constructor(room: LiveRoom) {
    this.#room = room
  }

  get room(): Room {
    const { room } = this.#room.state
    if (room === null) throw new Error('whoever has a session has seen the room')
    return room
  }

  get self(): Person {
    const { me } = this.#room.state
    if (me === null) throw new Error('whoever has a session is somebody in the room')
    return toPerson(me)
  }

  get participants(): readonly Person[] {
    return this.#room.state.participants.map(toPerson)
  }

  get visitors(): readonly Visitor[] {
    return this.#room.state.waiting.map(toVisitor)
  }

  get status(): SessionStatus {
    return this.#room.status
  }

  get overReason(): OverReason | undefined {
    return this.#room.overReason
  }

  get seat(): Seat {
    return this.#room.seat.toJson()
  }

  get link(): string | null {
    return this.#room.seat.linkText
  }

  on<Name extends RoomEventName>(name: Name, listener: (data: RoomEvents[Name]) => void): () => void {
    return this.#room.hub.on(name, listener)
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<RoomEvent> {
    return this.#room.hub.iterate()
  }

  send(text: string, options?: SendOptions): Promise<Outcome<Message>> {
    return sendMessage(this.#room, text, options)
  }

  messages(query: MessageQuery = {}): Promise<Outcome<MessagePage>> {
    return readMessages(this.#room, query)
  }

  edit(seq: number, text: string): Promise<Outcome<Message>> {
    return editMessage(this.#room, seq, text)
  }

  takeBack(seq: number): Promise<Outcome<void>> {
    return takeBackMessage(this.#room, seq)
  }

  react(seq: number, choice: string | number, on = true): Promise<Outcome<void>> {
    return reactToMessage(this.#room, seq, choice, on)
  }

  reactions(seq: number): Promise<Outcome<readonly Reaction[]>> {
    return readReactions(this.#room, seq)
  }

  closeVote(seq: number, isClosed: boolean): Promise<Outcome<void>> {
    return closeMessageVote(this.#room, seq, isClosed)
  }

  reveal(seq: number): Promise<Outcome<{ text: string; until: number }>> {
    return revealMessage(this.#room, seq)
  }

  setTyping(): void {
    this.#room.session?.sendTyping()
  }

  async rename(name: string): Promise<Outcome<Person>> {
    const checked = checkName(name)
    if (!checked.ok) return checked
    const outcome = toOutcome(await changeAlias(this.#room, name), toPerson)
    if (outcome.ok) this.#room.seat.name = name
    return outcome
  }

  async raiseHand(isUp: boolean): Promise<Outcome<void>> {
    return toOutcome(await raiseHand(this.#room, isUp))
  }

  async claimHost(): Promise<Outcome<void>> {
    return toOutcome(await claimHost(this.#room))
  }

  sendFile(file: FileToSend): Promise<Outcome<Message>> {
    return sendRoomFile(this.#room, file)
  }

  readFile(message: Message, index = 0): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
    return fetchRoomFile(this.#room, message, index)
  }

  async seats(): Promise<Outcome<{ people: readonly Seated[]; more: number }>> {
    return toOutcome(await fetchParticipants(this.#room), ({ participants, more }) => ({
      people: participants.map(toSeated),
      more,
    }))
  }

  update(change: RoomChange): Promise<Outcome<Room>> {
    return updateRoom(this.#room, change)
  }

  removeParticipant(participantId: string): Promise<Outcome<void>> {
    return removePerson(this.#room, participantId)
  }

  async freeSeat(participantId: string): Promise<Outcome<void>> {
    return toOutcome(await freeSeat(this.#room, participantId))
  }

  async admit(participantId: string): Promise<Outcome<void>> {
    return toOutcome(await letIn(this.#room, [participantId]))
  }

  async turnAway(participantId: string): Promise<Outcome<void>> {
    return toOutcome(await turnAway(this.#room, [participantId]))
  }

  async mute(participantId: string, until: number | null): Promise<Outcome<void>> {
    return toOutcome(await manageParticipant(this.#room, participantId, { mutedUntil: until }))
  }

  async setRole(participantId: string, role: 'host' | 'participant'): Promise<Outcome<void>> {
    return toOutcome(await manageParticipant(this.#room, participantId, { role }))
  }

  makeLink({ password }: { password?: string } = {}): Promise<Outcome<string>> {
    return makeInviteLink(this.#room, password)
  }

  closeLink(): Promise<Outcome<void>> {
    return closeInviteLink(this.#room)
  }

  async destroy(): Promise<Outcome<void>> {
    const { api, roomId } = this.#room
    const reply = await api.destroyRoom(roomId)
    // Who finds it gone has what they wanted.
    if (!reply.ok && reply.refusal.code !== 'room-not-found') return refuse(reply.refusal)
    await this.#room.end('destroyed')
    return done(undefined)
  }

  leave(host?: string): Promise<Outcome<void>> {
    return this.#room.leave(host)
  }

  close(): void {
    void this.#room.end('closed')
  }
}
