import { nanoid } from 'nanoid'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { serialiseEvent } from '../sockets/send.ts'

/** One event for everyone, serialised once. */
export interface OutgoingEvent {
  json: string
  /** The message's; 0 where the event is no message. */
  seq: number
  /** Where an event that is no message stands among all that the room broadcast since it woke. */
  tick: number
  /** The participant it does not go to, because it is about that one. */
  exceptParticipantId: string | null
}

/** How far a listener is by what it was sent on arriving: what came before is not sent again. */
export interface Cursor {
  seq: number
  tick: number
}

/** Who is there, and who types. */
const DEFERRABLE: ReadonlySet<RoomEvent['event']> = new Set([
  'presence.join',
  'presence.leave',
  'presence.update',
  'presence.count',
  'chat.typing',
])

/** What a room has to send, in order, until it is sent. What is no message gets a number that only rises while it is awake. */
export class EventQueue {
  /** Sends the numbers of one waking from those of another. */
  readonly wakeId: string = nanoid(8)
  #tick = 0
  #events: OutgoingEvent[] = []
  /** Whether something among it can't wait. */
  #isUrgent = false

  /** The number of the newest event. */
  get tick(): number {
    return this.#tick
  }

  /** Whether nothing waits to be sent. */
  get isEmpty(): boolean {
    return this.#events.length === 0
  }

  /** Whether something waits to be sent, and nothing of it is missed by anybody for a moment. */
  get isDeferrable(): boolean {
    return this.#events.length > 0 && !this.#isUrgent
  }

  /** Adds an event that is no message. @param except the participant it is about, who does not get it */
  enqueueEvent(event: RoomEvent, except: string | null = null): void {
    this.#tick += 1
    this.#isUrgent ||= !DEFERRABLE.has(event.event)
    this.#events.push({ json: serialiseEvent(event), seq: 0, tick: this.#tick, exceptParticipantId: except })
  }

  /** Adds a message. @param json the message, serialised */
  enqueueMessage(seq: number, json: string): void {
    this.#isUrgent = true
    this.#events.push(toMessageEvent(seq, json))
  }

  /** All that waits to be sent, oldest first; from now on it counts as sent. */
  takeEvents(): OutgoingEvent[] {
    if (this.#events.length === 0) return []
    const event = this.#events
    this.#events = []
    this.#isUrgent = false
    return event
  }
}

/** A message as it is sent. @param json the message, serialised */
export function toMessageEvent(seq: number, json: string): OutgoingEvent {
  return { json: `{"event":"chat.message","data":${json}}`, seq, tick: 0, exceptParticipantId: null }
}

/** Whether a listener at this cursor has yet to get an event. */
export function isAfter(cursor: Cursor, event: OutgoingEvent): boolean {
  return event.seq > 0 ? event.seq > cursor.seq : event.tick > cursor.tick
}

/** Characters of a frame with several events: above it the rest goes into another one. What a phone takes in one piece. */
const FRAME_CHARACTERS_MAX = 262_144

/** The frames that carry these events: one, but where they are too many for one. */
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
