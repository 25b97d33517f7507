import { nanoid } from 'nanoid'
import type { Down } from '../../protocol/down.ts'
import { serialise } from './say.ts'

/** One event for everyone, serialised once. */
export interface Told {
  json: string
  /** The message's; 0 where the event is no message. */
  seq: number
  /** Where an event that is no message stands among all that the room told since it woke. */
  tick: number
  /** The participant it is not told to, because it is about that one. */
  except: string | null
}

/** How far a listener is by what it was told on arriving: what came before is not told again. */
export interface Mark {
  seq: number
  tick: number
}

/** Who is there, and who types. */
const CAN_WAIT: ReadonlySet<Down['event']> = new Set([
  'presence.join',
  'presence.leave',
  'presence.update',
  'presence.count',
  'chat.typing',
])

/** What a room has to tell, in order, until it is told. What is no message gets a number that only rises while it is awake. */
export class Telling {
  /** Tells the numbers of one waking from those of another. */
  readonly born: string = nanoid(8)
  #tick = 0
  #waiting: Told[] = []
  /** Whether something among it can't wait. */
  #isUrgent = false

  /** The number of the newest event. */
  get tick(): number {
    return this.#tick
  }

  /** Whether nothing waits to be told. */
  get isQuiet(): boolean {
    return this.#waiting.length === 0
  }

  /** Whether something waits to be told, and nothing of it is missed by anybody for a moment. */
  get canWait(): boolean {
    return this.#waiting.length > 0 && !this.#isUrgent
  }

  /** Adds an event that is no message. @param except the participant it is about, who isn't told */
  add(event: Down, except: string | null = null): void {
    this.#tick += 1
    this.#isUrgent ||= !CAN_WAIT.has(event.event)
    this.#waiting.push({ json: serialise(event), seq: 0, tick: this.#tick, except })
  }

  /** Adds a message. @param json the message, serialised */
  addMessage(seq: number, json: string): void {
    this.#isUrgent = true
    this.#waiting.push(toldMessage(seq, json))
  }

  /** All that waits to be told, oldest first; from now on it counts as told. */
  take(): Told[] {
    if (this.#waiting.length === 0) return []
    const told = this.#waiting
    this.#waiting = []
    this.#isUrgent = false
    return told
  }
}

/** A message as it is told. @param json the message, serialised */
export function toldMessage(seq: number, json: string): Told {
  return { json: `{"event":"chat.message","data":${json}}`, seq, tick: 0, except: null }
}

/** Whether a listener with this mark is to hear of an event. */
export function isNewTo(mark: Mark, told: Told): boolean {
  return told.seq > 0 ? told.seq > mark.seq : told.tick > mark.tick
}

/** Characters of a frame with several events: above it the rest goes into another one. What a phone takes in one piece. */
const FRAME_TOLD_MAX = 262_144

/** The frames that say these events: one, but where they are too many for one. */
export function framesOf(batch: readonly Told[]): string[] {
  const [first] = batch
  if (first === undefined) return []
  if (batch.length === 1) return [first.json]
  const frames: string[] = []
  let events: string[] = []
  let size = 0
  for (const { json } of batch) {
    if (events.length > 0 && size + json.length > FRAME_TOLD_MAX) {
      frames.push(frameOf(events))
      events = []
      size = 0
    }
    events.push(json)
    size += json.length
  }
  frames.push(frameOf(events))
  return frames
}

function frameOf(events: string[]): string {
  return events.length === 1 ? (events[0] as string) : `[${events.join(',')}]`
}
