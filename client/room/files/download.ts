import { FILE_CHUNKS_MAX } from '../../../protocol/file-limits.ts'
import { decryptChunk, importFileKey } from '../../crypto/file-cipher.ts'
import type { MessageFile } from '../../crypto/message-file.ts'
import type { Reply } from '../../net/http.ts'
import type { Timers } from '../../net/timers.ts'
import { makePatience } from './call-patiently.ts'

/** Times that a chunk is fetched which does not open: it may have been damaged on its way. */
const TRIES = 2

/** Why a file can't be had: the room does not have it (any more), or a part of it does not open. */
export type DownloadFailure = 'gone' | 'damaged' | 'refused'

/** What was fetched, or why not; null where it was stopped. */
export type DownloadResult =
  | { ok: true; parts: Uint8Array<ArrayBuffer>[] }
  | { ok: false; failure: DownloadFailure }
  | null

interface DownloadOptions {
  roomId: string
  fetchChunk(fileId: string, index: number): Promise<Reply<Uint8Array<ArrayBuffer>>>
  timers: Timers
  /** @param received octets that are here @param isPaused whether the room can't be reached, or asks to wait */
  onProgress(received: number, isPaused: boolean): void
}

/** What fetches a file, chunk by chunk, as often as it takes. */
export interface Download {
  /** Fetches a file and opens it. */
  fetchFile(file: MessageFile): Promise<DownloadResult>
  /** Fetches a file of which nothing but its id is known: its octets as they are. */
  fetchRaw(fileId: string): Promise<DownloadResult>
  /** There may be a line again. */
  hurry(): void
  stop(): void
}

/** Makes what fetches a file, one chunk after the other. */
export function makeDownload({ roomId, fetchChunk, timers, onProgress }: DownloadOptions): Download {
  let received = 0
  let stops = 0
  const patience = makePatience(timers, (isPaused) => onProgress(received, isPaused))

  /** Fetches a chunk. @returns its octets, or why the room has none; null where it was stopped */
  async function ask(fileId: string, index: number) {
    const answer = await patience.call(() => fetchChunk(fileId, index))
    if (answer?.ok) return answer.value
    if (answer === null) return null
    return answer.code === 'file-not-found' ? ('gone' as const) : ('refused' as const)
  }

  return {
    async fetchFile({ id, key: keyText, size, chunks }) {
      const key = await importFileKey(keyText)
      if (key === null) return { ok: false, failure: 'damaged' }
      const parts: Uint8Array<ArrayBuffer>[] = []
      const before = stops
      received = 0
      for (let index = 0; index < chunks; index += 1) {
        let plain: Uint8Array<ArrayBuffer> | null = null
        for (let tries = 0; plain === null && tries < TRIES; tries += 1) {
          const octets = await ask(id, index)
          if (octets === null) return null
          if (typeof octets === 'string') return { ok: false, failure: octets }
          plain = await decryptChunk(key, { roomId, fileId: id, index, chunks }, octets, size)
          // Between two calls nothing else says so, and what was stopped must not be kept.
          if (before !== stops) return null
        }
        if (plain === null) return { ok: false, failure: 'damaged' }
        parts.push(plain)
        received += plain.byteLength
        onProgress(received, false)
      }
      return { ok: true, parts }
    },
    async fetchRaw(fileId) {
      const parts: Uint8Array<ArrayBuffer>[] = []
      received = 0
      // No file has more, whatever the room says.
      while (parts.length < FILE_CHUNKS_MAX) {
        const octets = await ask(fileId, parts.length)
        if (octets === null) return null
        // There is nothing behind the last chunk.
        if (octets === 'gone' && parts.length > 0) return { ok: true, parts }
        if (typeof octets === 'string') return { ok: false, failure: octets }
        parts.push(octets)
        received += octets.byteLength
        onProgress(received, false)
      }
      return { ok: true, parts }
    },
    hurry: patience.hurry,
    stop() {
      stops += 1
      patience.stop()
    },
  }
}
