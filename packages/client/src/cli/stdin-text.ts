import type { Readable } from 'node:stream'

const LINE_FEED = 10

/** Standard input, read line by line: first the secrets that were asked for, then what is to be said. */
export class StdinText {
  readonly #chunks: AsyncIterator<Buffer>
  #rest = Buffer.alloc(0)
  #isOver = false

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** Returns the next line without its end; what is behind the last one is a line, too. Null where there is none. */
  async readLine(): Promise<string | null> {
    while (!this.#rest.includes(LINE_FEED) && !this.#isOver) await this.#readMore()
    const end = this.#rest.indexOf(LINE_FEED)
    if (end === -1 && this.#rest.length === 0) return null
    const line = this.#rest.subarray(0, end === -1 ? undefined : end)
    this.#rest = end === -1 ? Buffer.alloc(0) : this.#rest.subarray(end + 1)
    return line.toString('utf8').replace(/\r$/, '')
  }

  /**
   * Returns all that follows.
   * @param max octets; one more ends the reading, so that nobody's gigabyte is held
   * @returns null where there are more
   */
  async readRest(max: number): Promise<Buffer | null> {
    while (this.#rest.length <= max && !this.#isOver) await this.#readMore()
    return this.#rest.length > max ? null : this.#rest
  }

  async #readMore(): Promise<void> {
    const { value, done } = await this.#chunks.next()
    if (done) this.#isOver = true
    else this.#rest = Buffer.concat([this.#rest, value])
  }
}
