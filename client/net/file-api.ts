import { type HttpOptions, type Reply, readReply } from './http.ts'

/** Milliseconds that a chunk may take: 512 KiB at some 4 KB a second, which is as slow as a line may be that carries files. */
const CHUNK_DEADLINE = 120_000

/** The calls about chunks of files: what they carry is octets, and no JSON. */
export interface FileApi {
  /** Sends a chunk, by its index. */
  sendChunk(fileId: string, index: number, octets: Uint8Array<ArrayBuffer>): Promise<Reply<unknown>>
  /** Returns the octets of a chunk. */
  fetchChunk(fileId: string, index: number): Promise<Reply<Uint8Array<ArrayBuffer>>>
}

/** Makes the calls about the chunks of a room's files. None throws. */
export function makeFileApi(
  roomId: string,
  { base = '../', fetch: send = fetch }: HttpOptions = {},
): FileApi {
  async function call(path: string, init: RequestInit): Promise<Response | null> {
    const signal = AbortSignal.timeout(CHUNK_DEADLINE)
    // Called as a plain function: a browser's fetch refuses to be anybody's method.
    return send(`${base}api/rooms/${roomId}/files/${path}`, { ...init, signal }).catch(() => null)
  }
  const unreachable = { ok: false, refusal: { code: 'unreachable' } } as const

  return {
    async sendChunk(fileId, index, octets) {
      const response = await call(`${fileId}/${index}`, { method: 'PUT', body: octets })
      return response ? readReply(response).catch(() => unreachable) : unreachable
    },
    async fetchChunk(fileId, index) {
      const response = await call(`${fileId}/${index}`, {})
      if (response === null) return unreachable
      try {
        if (!response.ok) return await readReply<Uint8Array<ArrayBuffer>>(response)
        return { ok: true, value: new Uint8Array(await response.arrayBuffer()) }
      } catch {
        return unreachable
      }
    },
  }
}
