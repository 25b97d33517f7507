import type { LineSocket } from './line.ts'

/** Reads server-sent events by the rules of the standard that matter here, as if they came over a socket. */
export class EventStream extends EventTarget<WebSocketEventMap> implements LineSocket {
  /** The `id` of each event that came. */
  readonly ids: string[] = []
  readonly comments: string[] = []
  /** Milliseconds after which the server wants it to come back; null before it said so. */
  retry: number | null = null
  #readyState = WebSocket.CONNECTING
  #lastId = ''
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>

  constructor(body: ReadableStream<Uint8Array>) {
    super()
    this.#reader = body.getReader()
  }

  get readyState(): number {
    return this.#readyState
  }

  accept(): void {
    this.#readyState = WebSocket.OPEN
    void this.#read()
  }

  send(): void {
    throw new Error('nothing is said over a stream: it goes by HTTP')
  }

  close(): void {
    void this.#reader.cancel()
    this.#end(1000, '')
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder()
    let text = ''
    try {
      for (;;) {
        const { done, value } = await this.#reader.read()
        if (done) break
        text += decoder.decode(value, { stream: true })
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) this.#take(block)
      }
    } catch {
      // Broken off: there is no last word.
    }
    this.#end(1006, '')
  }

  #take(block: string): void {
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
      this.dispatchEvent(new MessageEvent('message', { data: data.join('\n') }))
    } else if (type === 'close') {
      const { code, reason = '' }: { code: number; reason?: string } = JSON.parse(data.join('\n'))
      this.#end(code, reason)
    }
  }

  #end(code: number, reason: string): void {
    if (this.#readyState === WebSocket.CLOSED) return
    this.#readyState = WebSocket.CLOSED
    this.dispatchEvent(new CloseEvent('close', { code, reason }))
  }
}
