import type { CloseInfo, FrameChannel } from '../support/test-connection.ts'

/** Reads server-sent events by the rules of the standard that matter here, as if they came over a socket. */
export class EventStream implements FrameChannel {
  /** The `id` of each event that came. */
  readonly ids: string[] = []
  readonly comments: string[] = []
  /** Milliseconds after which the server wants it to come back; null before it said so. */
  retry: number | null = null
  isClosed = false
  #lastId = ''
  #onFrame: (frame: string) => void = () => {}
  #onClose: (close: CloseInfo) => void = () => {}
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader()
  }

  receiveFrames(onFrame: (frame: string) => void, onClose: (close: CloseInfo) => void): void {
    this.#onFrame = onFrame
    this.#onClose = onClose
    void this.#readStream()
  }

  send(): void {
    throw new Error('nothing is sent over a stream: it goes by HTTP')
  }

  close(): void {
    void this.#reader.cancel()
    this.#end({ code: 1000, reason: '' })
  }

  async #readStream(): Promise<void> {
    const decoder = new TextDecoder()
    let text = ''
    try {
      for (;;) {
        const { done, value } = await this.#reader.read()
        if (done) break
        text += decoder.decode(value, { stream: true })
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) this.#readBlock(block)
      }
    } catch {
      // Broken off: there is no last word.
    }
    this.#end({ code: 1006, reason: '' })
  }

  #readBlock(block: string): void {
    let type = 'message'
    const data: string[] = []
    for (const line of block.split('\n')) {
      const colon = line.indexOf(':')
      const [field, value] = [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')]
      if (field === '') this.comments.push(value)
      else if (field === 'id') this.#lastId = value
      else if (field === 'retry') this.retry = Number(value)
      else if (field === 'event') type = value
      else if (field === 'data') data.push(value)
    }
    if (data.length === 0) return
    if (type === 'message') {
      this.ids.push(this.#lastId)
      this.#onFrame(data.join('\n'))
    } else if (type === 'close') {
      const { code, reason = '' }: { code: number; reason?: string } = JSON.parse(data.join('\n'))
      this.#end({ code, reason })
    }
  }

  #end(close: CloseInfo): void {
    if (this.isClosed) return
    this.isClosed = true
    this.#onClose(close)
  }
}
