import { ACKNOWLEDGE_EVERY } from '../../protocol/connection-limits.ts'

/** An event that waits for the reader. */
interface WaitingEvent {
  text: string
  /** Characters of the room's frame; 0 where it is not from the room. */
  characters: number
  /** The newest message that the reader knows of once it has read this. */
  seq: number
}

const encoder = new TextEncoder()

/** The events that wait for the reader of a stream, and the chunks in which it gets them. */
export class WaitingEvents {
  readonly #chunkBytes: number
  #events: WaitingEvent[] = []
  #characters = 0
  /** The part of an event that is too long for one chunk and has yet to be handed over. */
  #rest: Uint8Array = new Uint8Array()
  /** Characters handed over since the last acknowledgement, and the newest message handed over. */
  #handed = { characters: 0, seq: 0 }

  /** @param chunkBytes how much is handed over at a time */
  constructor(chunkBytes: number) {
    this.#chunkBytes = chunkBytes
  }

  /** Characters of the room's frames that wait. */
  get characters(): number {
    return this.#characters
  }

  /** Whether no event waits. */
  get isEmpty(): boolean {
    return this.#events.length === 0
  }

  /** Adds an event. */
  enqueueEvent(event: WaitingEvent): void {
    this.#events.push(event)
    this.#characters += event.characters
  }

  /** Removes the events that wait. An event of which a part was handed over stays. */
  dropEvents(): void {
    this.#events = []
    this.#characters = 0
  }

  /** Takes the next chunk; null where there is none. */
  takeChunk(): Uint8Array | null {
    if (this.#rest.byteLength === 0) this.#encodeEvents()
    if (this.#rest.byteLength === 0) return null
    const chunk = this.#rest.subarray(0, this.#chunkBytes)
    this.#rest = this.#rest.subarray(chunk.byteLength)
    return chunk
  }

  /**
   * Takes the `seq` that the reader acknowledges once it has read what it got: the newest message handed over. Returns null
   * where too little was handed over since the last acknowledgement.
   */
  takeAcknowledgement(): number | null {
    if (this.#handed.characters < ACKNOWLEDGE_EVERY) return null
    this.#handed.characters = 0
    return this.#handed.seq
  }

  /** Encodes as many events as make a chunk. */
  #encodeEvents(): void {
    let text = ''
    while (text.length < this.#chunkBytes) {
      const next = this.#events.shift()
      if (next === undefined) break
      text += next.text
      this.#characters -= next.characters
      this.#handed = {
        characters: this.#handed.characters + next.characters,
        seq: Math.max(this.#handed.seq, next.seq),
      }
    }
    this.#rest = encoder.encode(text)
  }
}
