import type { ApiClient } from './api-client.ts'

/** Takes the page's calls to a room, notes what was sent and what came back, and spoils what it is asked to. */
export class RecordedLine {
  readonly person: ApiClient
  /** Every body that was sent, as JSON says it. */
  readonly sent: unknown[] = []
  /** Every answer that came, as JSON says it. */
  readonly seen: unknown[] = []
  /** How many of the next answers to rotations get lost on their way, after the room has done what it was asked. */
  answersToLose = 0
  #meanwhile: { call: string; run: () => Promise<unknown> } | null = null

  constructor(person: ApiClient) {
    this.person = person
  }

  /** Has something happen before the next call that ends so, such as `POST /epochs`: between two steps of the page's code. */
  beforeNextCall(call: string, run: () => Promise<unknown>): void {
    this.#meanwhile = { call, run }
  }

  /** Sends a request as the page's code has it. */
  async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const url = new URL(input instanceof Request ? input.url : input)
    const method = init?.method ?? 'GET'
    const body = typeof init?.body === 'string' ? init.body : undefined
    if (body !== undefined) this.sent.push(JSON.parse(body))
    const isCall = (call: string) =>
      `${method} ${url.pathname}`.endsWith(call.replace(/^\w+ /, '')) && call.startsWith(method)
    if (this.#meanwhile && isCall(this.#meanwhile.call)) {
      const { run } = this.#meanwhile
      this.#meanwhile = null
      await run()
    }
    const response = await this.person.fetchResponse(method, url.pathname + url.search, body)
    const text = await response.text()
    if (this.answersToLose > 0 && isCall('POST /epochs')) {
      this.answersToLose -= 1
      throw new TypeError('the answer was lost')
    }
    if (text !== '') this.seen.push(JSON.parse(text))
    return new Response(response.status === 204 ? null : text, response)
  }
}
