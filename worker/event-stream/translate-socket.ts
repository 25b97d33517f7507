import { CLOSE } from '../../protocol/close.ts'
import { ACKNOWLEDGE_EVERY } from '../../protocol/limits.ts'
import {
  advanceCursor,
  formatClose,
  formatFrame,
  formatRetry,
  KEEP_ALIVE,
  type StreamCursor,
} from './format-event.ts'

export const STREAM = {
  /** Milliseconds between two comments, and two `ping` to the room: proxies cut what is silent for a minute. */
  beatEvery: 15_000,
  /** Beats without a read after which a reader is too slow: a chunk a minute is a kilobyte a second. */
  stalledBeats: 4,
  /**
   * Characters (UTF-16 units) of frames that wait for a reader, at most. The room closes a connection that is 1 Mi
   * behind, and a welcome counts apart; this holds whatever the room does, since many streams share a Worker's memory.
   */
  waitingMax: 4_194_304,
  /** Bytes handed to a reader at a time. */
  chunk: 65_536,
  /** Milliseconds after which an `EventSource` comes back: spread, because a deploy cuts all streams at once. */
  retry: { least: 1_000, spread: 4_000 },
} as const

/** What is used of a WebSocket. */
export interface RoomSocket {
  accept(): void
  send(data: string): void
  close(code: number, reason: string): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { code: number; reason: string }) => void): void
  addEventListener(type: 'error', listener: () => void): void
}

/** An event that waits for the reader. */
interface WaitingEvent {
  text: string
  /** Characters of the room's frame; 0 where it is none. */
  characters: number
  /** What the reader knows of once it has read it. */
  seq: number
}

const encoder = new TextEncoder()

/**
 * Translates a room's socket into server-sent events. To the room it is a socket like any other: the translator
 * acknowledges what the reader has taken, and sends `ping` for as long as it reads.
 * @param after the highest `seq` that the reader has, where it has any
 * @returns the body of the answer; cancelling it closes the socket
 */
export function translateSocket(socket: RoomSocket, after: number | undefined): ReadableStream<Uint8Array> {
  const translator = new Translator(socket, after)
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => translator.start(controller),
      pull: () => translator.pull(),
      cancel: () => translator.cancel(),
    },
    // Nothing is taken from here before the reader asks for it: what it has not asked for, it has not read.
    { highWaterMark: 0 },
  )
}

class Translator {
  readonly #socket: RoomSocket
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null
  #timer: ReturnType<typeof setInterval> | undefined
  #cursor: StreamCursor
  #waiting: WaitingEvent[] = []
  #waitingCharacters = 0
  /** What is left of the event that is being handed over. */
  #rest: Uint8Array = new Uint8Array()
  /** Characters that were handed over since the last acknowledgement, and up to which `seq`. */
  #handed = { characters: 0, seq: 0 }
  /** Whether the reader has asked, and was given nothing yet. */
  #isWanted = false
  /** Whether it has asked since the last beat, and how many beats it had not. */
  #hasRead = true
  #stalledBeats = 0
  /** Whether the room, or this side, has closed the socket. */
  #isClosed = false

  constructor(socket: RoomSocket, after: number | undefined) {
    this.#socket = socket
    this.#cursor = { id: after, seq: 0 }
  }

  start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#controller = controller
    this.#add(formatRetry(STREAM.retry.least + Math.random() * STREAM.retry.spread))
    this.#socket.addEventListener('message', ({ data }) => this.#hear(String(data)))
    this.#socket.addEventListener('close', ({ code, reason }) => this.#closed(code, reason))
    this.#socket.addEventListener('error', () => this.#closed(1006, ''))
    this.#socket.accept()
    // From the first word on the room counts what this connection has not acknowledged.
    this.#say(acknowledgement(0))
    this.#timer = setInterval(() => this.#beat(), STREAM.beatEvery)
  }

  /** The reader asks for more: what it was given before, it has. */
  pull(): void {
    this.#isWanted = true
    this.#hasRead = true
    if (this.#handed.characters >= ACKNOWLEDGE_EVERY && !this.#isClosed) {
      this.#say(acknowledgement(this.#handed.seq))
      this.#handed.characters = 0
    }
    this.#flush()
  }

  /** The reader is gone. */
  cancel(): void {
    this.#controller = null
    clearInterval(this.#timer)
    if (!this.#isClosed) this.#socket.close(1000, 'the reader is gone')
    this.#isClosed = true
  }

  #hear(frame: string): void {
    if (frame === 'pong' || this.#isClosed) return
    this.#cursor = advanceCursor(this.#cursor, frame)
    this.#add(formatFrame(frame, this.#cursor.id), frame.length, this.#cursor.seq)
    if (this.#waitingCharacters > STREAM.waitingMax) this.#shut()
  }

  #add(text: string, characters = 0, seq = 0): void {
    this.#waiting.push({ text, characters, seq })
    this.#waitingCharacters += characters
    this.#flush()
  }

  /** Hands over the next chunk, where one is asked for and there is one. */
  #flush(): void {
    if (!this.#isWanted || this.#controller === null) return
    if (this.#rest.byteLength === 0) this.#takeNext()
    if (this.#rest.byteLength > 0) {
      const chunk = this.#rest.subarray(0, STREAM.chunk)
      this.#rest = this.#rest.subarray(chunk.byteLength)
      this.#isWanted = false
      this.#controller.enqueue(chunk)
    } else if (this.#isClosed) {
      clearInterval(this.#timer)
      this.#controller.close()
      this.#controller = null
    }
  }

  /** Takes events that wait, as many as make a chunk. */
  #takeNext(): void {
    let text = ''
    while (text.length < STREAM.chunk) {
      const next = this.#waiting.shift()
      if (next === undefined) break
      text += next.text
      this.#waitingCharacters -= next.characters
      this.#handed = {
        characters: this.#handed.characters + next.characters,
        seq: Math.max(this.#handed.seq, next.seq),
      }
    }
    this.#rest = encoder.encode(text)
  }

  /** The room closed the connection, or it broke: the reader hears with which code once it has read what came before. */
  #closed(code: number, reason: string): void {
    if (this.#isClosed) return
    this.#isClosed = true
    // Who is too slow is not made to read what it is too slow for: it resumes by what it has.
    if (code === CLOSE.tooSlow) this.#drop()
    this.#add(formatClose(code, reason))
  }

  #beat(): void {
    this.#stalledBeats = this.#hasRead || this.#isWanted ? 0 : this.#stalledBeats + 1
    this.#hasRead = false
    if (this.#stalledBeats >= STREAM.stalledBeats) return this.#shut()
    if (this.#stalledBeats > 0 || this.#isClosed) return
    this.#say('ping')
    if (this.#waiting.length === 0) this.#add(KEEP_ALIVE)
  }

  #drop(): void {
    this.#waiting = []
    this.#waitingCharacters = 0
  }

  #say(frame: string): void {
    try {
      this.#socket.send(frame)
    } catch {
      // It closed in this very moment: `close` follows.
    }
  }

  /** Breaks off with a reader that doesn't take what waits for it. It resumes by what it has read to the end. */
  #shut(): void {
    clearInterval(this.#timer)
    this.#drop()
    if (!this.#isClosed) this.#socket.close(CLOSE.tooSlow, 'too slow')
    this.#isClosed = true
    this.#controller?.error(new Error('the reader is too slow'))
    this.#controller = null
  }
}

function acknowledgement(seq: number): string {
  return JSON.stringify({ event: 'chat.ack', data: { seq } })
}
