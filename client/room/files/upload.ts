import { FILE_CHUNK } from '../../../protocol/file-limits.ts'
import { countChunks, encryptChunk, importFileKey, makeFileKey } from '../../crypto/file-cipher.ts'
import type { FileDetails } from '../../crypto/message-file.ts'
import { padSize } from '../../crypto/pad-size.ts'
import type { Reply } from '../../net/http.ts'
import type { SendFailure } from '../../net/outbox-store.ts'
import type { Timers } from '../../net/timers.ts'
import type { UploadProgress, UploadResult } from '../room-upload.ts'
import { makePatience } from './call-patiently.ts'

/** Files that are announced for one message at most: the room may forget one whose line was gone for long. */
const ANNOUNCED_MAX = 3

/** A file that can be sent: its octets, and what is said of it. */
export interface ReadyFile {
  blob: Blob
  details: FileDetails
}

interface UploadOptions {
  roomId: string
  /** Makes the file ready; null where it can't be read. It is asked once. */
  prepare(): Promise<ReadyFile | null>
  /** @param size octets, padded */
  announceFile(size: number, chunks: number): Promise<Reply<{ fileId: string }>>
  sendChunk(fileId: string, index: number, octets: Uint8Array<ArrayBuffer>): Promise<Reply<unknown>>
  timers: Timers
  onChange(progress: UploadProgress): void
}

/** What sends a file, chunk by chunk, as often as it takes. */
export interface UploadMachine {
  /** Sends what is not in the room yet. Called again after all of it was sent, it begins anew. */
  send(): Promise<UploadResult>
  /** There may be a line again. */
  hurry(): void
  stop(): void
}

/**
 * Makes what sends a file: it is announced, then its chunks go one after the other, each encrypted just before. What is in the room
 * is not sent again, after a lost line or a stop.
 */
export function makeUpload(options: UploadOptions): UploadMachine {
  const { roomId, timers, announceFile, sendChunk } = options
  const keyText = makeFileKey()
  let ready: ReadyFile | null = null
  let fileId: string | null = null
  /** Chunks that are in the room. */
  let done = 0
  let isStopped = false

  const report = (is: UploadProgress['is']) =>
    options.onChange({ is, sent: Math.min(done * FILE_CHUNK.plain, ready?.details.size ?? 0) })
  const patience = makePatience(timers, (isPaused) => report(isPaused ? 'paused' : 'sending'))

  function fail(failure: SendFailure): UploadResult {
    report('stopped')
    return { ok: false, failure }
  }

  function forget() {
    fileId = null
    done = 0
  }

  /** Sends the chunks that are missing. @returns why not, or null */
  async function sendAll({ blob, details: { size } }: ReadyFile): Promise<SendFailure | null> {
    const chunks = countChunks(size)
    const key = await importFileKey(keyText)
    if (key === null) return 'file-unreadable'
    if (fileId === null) {
      const announced = await patience.call(() => announceFile(padSize(size), chunks))
      if (announced === null) return 'file-stopped'
      if (!announced.ok) return announced.code
      fileId = announced.value.fileId
    }
    for (const id = fileId; done < chunks; done += 1) {
      report('sending')
      const start = done * FILE_CHUNK.plain
      const plain = await readOctets(blob.slice(start, start + FILE_CHUNK.plain))
      if (plain === null) return 'file-unreadable'
      const octets = await encryptChunk(key, { roomId, fileId: id, index: done, chunks }, plain, size)
      if (isStopped) return 'file-stopped'
      const sent = await patience.call(() => sendChunk(id, done, octets))
      if (sent === null) return 'file-stopped'
      if (!sent.ok) return sent.code
    }
    return null
  }

  return {
    async send() {
      isStopped = false
      report('waiting')
      ready ??= await options.prepare()
      if (ready === null) return fail('file-unreadable')
      if (isStopped) return fail('file-stopped')
      let failure: SendFailure | null = null
      for (let tries = 0; tries < ANNOUNCED_MAX; tries += 1) {
        failure = await sendAll(ready)
        if (failure !== 'file-not-found') break
        forget()
      }
      if (failure !== null || fileId === null) return fail(failure ?? 'file-stopped')
      report('sent')
      const { details } = ready
      const file = { id: fileId, key: keyText, chunks: countChunks(details.size), ...details }
      forget()
      return { ok: true, file }
    },
    hurry: patience.hurry,
    stop() {
      isStopped = true
      patience.stop()
    },
  }
}

/** Reads octets of a file; null where it was changed or taken away on its disk since it was chosen. */
async function readOctets(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch {
    return null
  }
}
