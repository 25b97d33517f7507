import { nanoid } from 'nanoid'
import type { ParticipantId } from '../../protocol/participant.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { serialiseEvent } from '../sockets/send.ts'

/** An event on its way to everybody, serialised once. */
export interface OutgoingEvent {
  json: string
  /** The message's `seq`; 0 where the event is no message. */
  seq: number
  /** The number of an event that is no message, counted since the room woke; 0 where it is a message. */
  tick: number
  /** The participant who does not get it, because it is about that one; null where everybody gets it. */
  exceptParticipantId: ParticipantId | null
  /** Whether it is the new text of a message: whoever misses it is not told again. Absent where it is not. */
  isUpdate?: true
  /** The participants who alone get it; absent where everybody does. */
  onlyParticipantIds?: readonly ParticipantId[]
}

/** How far a connection is in what the room broadcasts: it has everything up to here. */
export interface Cursor {
  seq: number
  tick: number
}

/** Events that may come a moment later: who is present, who is at the door, who is typing, and how often was voted. */
const DEFERRABLE: ReadonlySet<RoomEvent['event']> = new Set([
  'presence.join',
  'presence.leave',
  'presence.update',
  'presence.count',
  'chat.typing',
  'door.knock',
  'door.gone',
  'chat.reactions',
])

/** What a room has yet to broadcast, in order. Events that are no messages get numbers, which start again when the room wakes. */
export class EventQueue {
  /** Distinguishes the numbers of one waking from those of another. */
  readonly wakeId: string = nanoid(8)
  #tick = 0
  #events: OutgoingEvent[] = []
  /** Whether one of the events can't wait. */
  #isUrgent = false

  /** The number of the newest event that is no message. */
  get tick(): number {
    return this.#tick
  }

  /** Whether nothing waits to be broadcast. */
  get isEmpty(): boolean {
    return this.#events.length === 0
  }

  /** Whether something waits to be broadcast, and all of it may come a moment later. */
  get isDeferrable(): boolean {
    return this.#events.length > 0 && !this.#isUrgent
  }

  /** Adds an event that is no message. @param exceptParticipantId who does not get it, because it is about them */
  enqueueEvent(event: RoomEvent, exceptParticipantId: ParticipantId | null = null): void {
    this.#addEvent(event, { exceptParticipantId })
  }

  /** Adds an event that these participants alone get. */
  enqueueEventFor(participantIds: readonly ParticipantId[], event: RoomEvent): void {
    if (participantIds.length === 0) return
    this.#addEvent(event, { exceptParticipantId: null, onlyParticipantIds: participantIds })
  }

  /** Adds a message. @param json the message, serialised */
  enqueueMessage(seq: number, json: string): void {
    this.#isUrgent = true
    this.#events.push(toMessageEvent(seq, json))
  }

  /**
   * Adds a message that its author sees in another way than everyone else.
   * @param json the message as everyone else sees it, serialised
   * @param ownJson the message as its author sees it
   */
  enqueueMessageOf(authorId: ParticipantId, seq: number, json: string, ownJson: string): void {
    this.#isUrgent = true
    this.#events.push({ ...toMessageEvent(seq, json), exceptParticipantId: authorId })
    this.#events.push({ ...toMessageEvent(seq, ownJson), onlyParticipantIds: [authorId] })
  }

  #addEvent(
    event: RoomEvent,
    audience: Pick<OutgoingEvent, 'exceptParticipantId' | 'onlyParticipantIds'>,
  ): void {
    this.#tick += 1
    this.#isUrgent ||= !DEFERRABLE.has(event.event)
    const kind = event.event === 'chat.update' && { isUpdate: true as const }
    this.#events.push({ json: serialiseEvent(event), seq: 0, tick: this.#tick, ...audience, ...kind })
  }

  /** Takes everything that waits, oldest first. */
  takeEvents(): OutgoingEvent[] {
    if (this.#events.length === 0) return []
    const events = this.#events
    this.#events = []
    this.#isUrgent = false
    return events
  }
}

/** Returns the event of a message. @param json the message, serialised */
export function toMessageEvent(seq: number, json: string): OutgoingEvent {
  return { json: `{"event":"chat.message","data":${json}}`, seq, tick: 0, exceptParticipantId: null }
}

/** Whether an event comes after a cursor: a connection with that cursor has yet to get it. */
export function isAfter(cursor: Cursor, event: OutgoingEvent): boolean {
  return event.seq > 0 ? event.seq > cursor.seq : event.tick > cursor.tick
}

/** Whether an event is for a participant. */
export function isFor(event: OutgoingEvent, participantId: ParticipantId): boolean {
  const { exceptParticipantId, onlyParticipantIds } = event
  return exceptParticipantId !== participantId && (onlyParticipantIds?.includes(participantId) ?? true)
}

/** Whether an event is for everybody, but the one whom it is about. */
export function isShared({ onlyParticipantIds }: OutgoingEvent): boolean {
  return onlyParticipantIds === undefined
}

/** Most characters of a frame with several events, so that a phone takes it in one piece. The rest goes into another frame. */
const FRAME_CHARACTERS_MAX = 262_144

/** Returns the frames that carry these events: one, except where they are too many for one. */
export function toFrames(batch: readonly OutgoingEvent[]): string[] {
  const [first] = batch
  if (first === undefined) return []
  if (batch.length === 1) return [first.json]
  const frames: string[] = []
  let events: string[] = []
  let size = 0
  for (const { json } of batch) {
    if (events.length > 0 && size + json.length > FRAME_CHARACTERS_MAX) {
      frames.push(toFrame(events))
      events = []
      size = 0
    }
    events.push(json)
    size += json.length
  }
  frames.push(toFrame(events))
  return frames
}

function toFrame(events: string[]): string {
  return events.length === 1 ? (events[0] as string) : `[${events.join(',')}]`
}
