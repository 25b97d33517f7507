import { ACKNOWLEDGE_EVERY } from '../../protocol/limits.ts'
import type { Dialect } from '../dialect.ts'
import { Wire } from '../wire.ts'

const SEQ = '"seq":'

/** Somebody in a room: says things, and checks that everything comes, in order and once. */
export class Listener {
  readonly wire: Wire
  readonly #dialect: Dialect
  readonly #name: string
  #said = 0
  #acknowledged = 0
  /** The newest message that came. */
  seq = 0
  /** Messages that came. */
  count = 0
  /** Is called when messages came, with how many, and the newest one's number. */
  onMessages: (count: number, seq: number) => void = () => {}

  private constructor(wire: Wire, dialect: Dialect, name: string) {
    this.wire = wire
    this.#dialect = dialect
    this.#name = name
    wire.onText = (text) => this.#hear(text)
  }

  /** Comes into a room, over a connection that does nothing else. */
  static async enter(dialect: Dialect, origin: string, room: string, name: string): Promise<Listener> {
    const wire = await Wire.open(origin)
    await dialect.connect(wire, room, await dialect.sit(wire, room))
    return new Listener(wire, dialect, name)
  }

  say(text: string): void {
    this.#said += 1
    this.wire.send(this.#dialect.say(`${this.#name}-${this.#said}`, text))
  }

  #hear(text: string): void {
    // socket.io asks whether one is there.
    if (text === '2') return this.wire.send('3')
    let count = 0
    for (let at = text.indexOf(SEQ); at >= 0; at = text.indexOf(SEQ, at)) {
      at += SEQ.length
      let seq = 0
      for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(++at)) {
        seq = seq * 10 + code - 48
      }
      if (seq !== this.seq + 1) throw new Error(`${this.#name} heard ${seq} after ${this.seq}`)
      this.seq = seq
      count += 1
    }
    if (count === 0) return
    this.count += count
    if (this.#dialect.acknowledge && this.wire.bytes - this.#acknowledged > ACKNOWLEDGE_EVERY) {
      this.#acknowledged = this.wire.bytes
      this.wire.send(this.#dialect.acknowledge(this.seq))
    }
    this.onMessages(count, this.seq)
  }
}

/** Runs `step` for 0 to `count - 1`, so many at a time. */
export async function inParallel<T>(
  count: number,
  atOnce: number,
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
  await Promise.all(Array.from({ length: Math.min(count, atOnce) }, worker))
  return results
}
