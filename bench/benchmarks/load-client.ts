import { ACKNOWLEDGE_EVERY } from '../../protocol/connection-limits.ts'
import { RawConnection } from '../raw-connection.ts'
import type { ServerAdapter } from '../server-adapters.ts'

const SEQ = '"seq":'
/** How the app's answer to a message that it refuses starts. */
const REFUSAL_START = '{"event":"error"'

/** A client in a room: it sends messages, and checks that each message comes once and in order. */
export class LoadClient {
  readonly connection: RawConnection
  /** Bytes that joining took: every answer, and the welcome. */
  readonly joinBytes: number
  readonly #adapter: ServerAdapter
  readonly #name: string
  #sentCount = 0
  #acknowledgedBytes = 0
  /** The newest message that was received. */
  seq = 0
  /** Messages that were received. */
  receivedCount = 0
  /** Called when messages were received, with how many and the newest one's number. */
  onMessages: (count: number, seq: number) => void = () => {}

  private constructor(connection: RawConnection, adapter: ServerAdapter, name: string) {
    this.connection = connection
    this.joinBytes = connection.totalBytes
    this.#adapter = adapter
    this.#name = name
    connection.onText = (text) => this.#receiveFrame(text)
  }

  /** Joins a room over a connection of its own. */
  static async joinRoom(
    adapter: ServerAdapter,
    origin: string,
    room: string,
    name: string,
  ): Promise<LoadClient> {
    const connection = await RawConnection.connect(origin)
    await adapter.openSocket(connection, room, await adapter.takeSeat(connection, room))
    return new LoadClient(connection, adapter, name)
  }

  /** Sends a message. */
  sendMessage(text: string): void {
    this.#sentCount += 1
    this.connection.sendText(this.#adapter.messageFrame(`${this.#name}-${this.#sentCount}`, text))
  }

  #receiveFrame(text: string): void {
    // socket.io's heartbeat.
    if (text === '2') return this.connection.sendText('3')
    let count = 0
    for (let at = text.indexOf(SEQ); at >= 0; at = text.indexOf(SEQ, at)) {
      at += SEQ.length
      let seq = 0
      for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(++at)) {
        seq = seq * 10 + code - 48
      }
      if (seq !== this.seq + 1) throw new Error(`${this.#name} received ${seq} after ${this.seq}`)
      this.seq = seq
      count += 1
    }
    // A message that was refused never comes, and would be waited for without end.
    if (count === 0 && text.startsWith(REFUSAL_START)) throw new Error(`${this.#name} was refused: ${text}`)
    if (count === 0) return
    this.receivedCount += count
    if (
      this.#adapter.acknowledgeFrame &&
      this.connection.receivedBytes - this.#acknowledgedBytes > ACKNOWLEDGE_EVERY
    ) {
      this.#acknowledgedBytes = this.connection.receivedBytes
      this.connection.sendText(this.#adapter.acknowledgeFrame(this.seq))
    }
    this.onMessages(count, this.seq)
  }
}

/** Runs `step` for 0 to `count - 1`, `concurrency` of them at a time. Returns the results in order. */
export async function mapInParallel<T>(
  count: number,
  concurrency: number,
  step: (at: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = new Array(count)
  let next = 0
  const worker = async () => {
    while (next < count) {
      const at = next
      next += 1
      results[at] = await step(at)
    }
  }
  await Promise.all(Array.from({ length: Math.min(count, concurrency) }, worker))
  return results
}
