import { CLOSE } from '../../protocol/close.ts'
import {
  advanceCursor,
  formatClose,
  formatFrame,
  formatRetry,
  KEEP_ALIVE,
  type StreamCursor,
} from './format-event.ts'
import { WaitingEvents } from './waiting-events.ts'

/** Limits of a stream of events. */
export const STREAM = {
  /** Milliseconds between two comments, and between two pings to the room: proxies cut what is silent for a minute. */
  beatEvery: 15_000,
  /** Beats without a read after which the reader is too slow: a chunk a minute is a kilobyte a second. */
  stalledBeats: 4,
  /**
   * Most characters (UTF-16 units) of frames that may wait for a reader. The room closes a connection that is 1 Mi behind,
   * and counts a welcome apart. This limit holds whatever the room does, because many streams share a Worker's memory.
   */
  waitingMax: 4_194_304,
  /** Bytes handed to a reader at a time. */
  chunk: 65_536,
  /** Milliseconds after which an `EventSource` reconnects. They are spread, because a deploy cuts all streams at once. */
  retry: { least: 1_000, spread: 4_000 },
} as const

/** The part of a WebSocket that is used here. */
export interface RoomSocket {
  accept(): void
  send(data: string): void
  close(code: number, reason: string): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { code: number; reason: string }) => void): void
  addEventListener(type: 'error', listener: () => void): void
}

/**
 * Translates a room's socket into server-sent events. To the room it is a socket like any other: the translator acknowledges
 * what the reader has read, and sends pings for as long as the reader reads.
 * @param afterSeq the highest `seq` that the reader has; undefined where it has none
 * @returns the body of the response. Cancelling it closes the socket.
 */
export function translateSocket(
  socket: RoomSocket,
  afterSeq: number | undefined,
): ReadableStream<Uint8Array> {
  const translator = new Translator(socket, afterSeq)
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => translator.start(controller),
      pull: () => translator.pull(),
      cancel: () => translator.cancel(),
    },
    // A chunk is taken only once the reader asks for it. So asking for the next one shows that it has read the one before.
    { highWaterMark: 0 },
  )
}

class Translator {
  readonly #socket: RoomSocket
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null
  #timer: ReturnType<typeof setInterval> | undefined
  #cursor: StreamCursor
  readonly #waiting = new WaitingEvents(STREAM.chunk)
  /** Whether the reader has asked for a chunk that it has not got yet. */
  #isWanted = false
  /** Whether the reader has asked for a chunk since the last beat. */
  #hasRead = true
  /** Beats in a row without that. */
  #stalledBeats = 0
  /** Whether the socket is closed, by the room or from here. */
  #isClosed = false

  constructor(socket: RoomSocket, afterSeq: number | undefined) {
    this.#socket = socket
    this.#cursor = { id: afterSeq, rev: 0, epoch: 0, seq: 0 }
  }

  start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#controller = controller
    this.#enqueueText(formatRetry(STREAM.retry.least + Math.random() * STREAM.retry.spread))
    this.#socket.addEventListener('message', ({ data }) => this.#receiveFrame(String(data)))
    this.#socket.addEventListener('close', ({ code, reason }) => this.#socketClosed(code, reason))
    this.#socket.addEventListener('error', () => this.#socketClosed(1006, ''))
    this.#socket.accept()
    // With the first acknowledgement the room begins to count what this connection has not acknowledged.
    this.#sendFrame(acknowledgement(0))
    this.#timer = setInterval(() => this.#runBeat(), STREAM.beatEvery)
  }

  /** Called where the reader asks for more. It has read what it got before. */
  pull(): void {
    this.#isWanted = true
    this.#hasRead = true
    const seq = this.#waiting.takeAcknowledgement()
    if (seq !== null && !this.#isClosed) this.#sendFrame(acknowledgement(seq))
    this.#handOver()
  }

  /** Called where the reader is gone. */
  cancel(): void {
    this.#controller = null
    clearInterval(this.#timer)
    if (!this.#isClosed) this.#socket.close(1000, 'the reader is gone')
    this.#isClosed = true
  }

  #receiveFrame(frame: string): void {
    if (frame === 'pong' || this.#isClosed) return
    this.#cursor = advanceCursor(this.#cursor, frame)
    this.#enqueueText(formatFrame(frame, this.#cursor), frame.length, this.#cursor.seq)
    if (this.#waiting.characters > STREAM.waitingMax) this.#abortStream()
  }

  #enqueueText(text: string, characters = 0, seq = 0): void {
    this.#waiting.enqueueEvent({ text, characters, seq })
    this.#handOver()
  }

  /** Hands over the next chunk, where the reader has asked for one and there is one. */
  #handOver(): void {
    if (!this.#isWanted || this.#controller === null) return
    const chunk = this.#waiting.takeChunk()
    if (chunk !== null) {
      this.#isWanted = false
      this.#controller.enqueue(chunk)
    } else if (this.#isClosed) {
      clearInterval(this.#timer)
      this.#controller.close()
      this.#controller = null
    }
  }

  /** The room has closed the connection, or it broke. The reader gets the code after everything that came before it. */
  #socketClosed(code: number, reason: string): void {
    if (this.#isClosed) return
    this.#isClosed = true
    // A reader that is too slow need not read what it is too slow for: it resumes after what it has.
    if (code === CLOSE.tooSlow) this.#waiting.dropEvents()
    this.#enqueueText(formatClose(code, reason))
  }

  /** Pings the room while the reader reads, and ends the stream where it has not read for too long. */
  #runBeat(): void {
    this.#stalledBeats = this.#hasRead || this.#isWanted ? 0 : this.#stalledBeats + 1
    this.#hasRead = false
    if (this.#stalledBeats >= STREAM.stalledBeats) return this.#abortStream()
    if (this.#stalledBeats > 0 || this.#isClosed) return
    this.#sendFrame('ping')
    if (this.#waiting.isEmpty) this.#enqueueText(KEEP_ALIVE)
  }

  #sendFrame(frame: string): void {
    try {
      this.#socket.send(frame)
    } catch {
      // The socket has just closed: `close` follows.
    }
  }

  /** Breaks the stream off where the reader doesn't read what waits for it. It resumes after what it has read whole. */
  #abortStream(): void {
    clearInterval(this.#timer)
    this.#waiting.dropEvents()
    if (!this.#isClosed) this.#socket.close(CLOSE.tooSlow, 'too slow')
    this.#isClosed = true
    this.#controller?.error(new Error('the reader is too slow'))
    this.#controller = null
  }
}

function acknowledgement(seq: number): string {
  return JSON.stringify({ event: 'chat.ack', data: { seq } })
}
