import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { app } from '../../worker/app.ts'
import type { FrameChannel } from '../support/test-connection.ts'
import { Person } from './person.ts'

/** Somebody whose room stands in the frame of another site, at a Worker with this setting. */
export class EmbeddedGuest extends Person {
  readonly #origins: string

  /** @param origins the setting `EMBED_ORIGINS` */
  constructor(origins: string) {
    super()
    this.#origins = origins
  }

  override callRoom(roomId: string, method: string, path = '', body?: unknown) {
    return this.callApi(method, `/embed/api/rooms/${roomId}${path}`, body)
  }

  protected override openSocket(path: string): Promise<FrameChannel> {
    return super.openSocket(`/embed${path}`)
  }

  protected override async sendRequest(url: URL, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('cf-connecting-ip', this.address)
    const context = createExecutionContext()
    const bindings = { ...env, EMBED_ORIGINS: this.#origins }
    const response = await app.fetch(new Request(url, { ...init, headers }), bindings, context)
    await waitOnExecutionContext(context)
    return response
  }
}
