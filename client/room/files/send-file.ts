import { createSignal } from 'solid-js'
import type { FileDetails } from '../../crypto/message-file.ts'
import { realTimers } from '../../net/timers.ts'
import type { RoomModel } from '../room-model.ts'
import type { Upload, UploadProgress } from '../room-upload.ts'
import { filesOf } from './room-files.ts'
import { makeUpload, type ReadyFile } from './upload.ts'

/** What is sent, before it is ready: a picture is drawn meanwhile, and may then be smaller. */
export interface FileToSend {
  details: FileDetails
  /** Makes it ready; null where it can't be read. It is asked once. */
  prepare(): Promise<ReadyFile | null>
}

/**
 * Sends a file: a message with `text` goes to the end of what waits to be sent, and names the file once all of it is in the room. A
 * recording goes the same way.
 */
export function sendFile(
  room: RoomModel,
  file: FileToSend,
  { text = '', replyTo }: { text?: string; replyTo?: number | undefined } = {},
): void {
  room.sendMessage(text, { replyTo, upload: createUpload(room, file) })
}

function createUpload(room: RoomModel, { details, prepare }: FileToSend): Upload {
  const files = filesOf(room)
  const [progress, setProgress] = createSignal<UploadProgress>({ is: 'waiting', sent: 0 })
  let ready: ReadyFile | null = null
  let isWanted = false
  const machine = makeUpload({
    roomId: files.roomId,
    async prepare() {
      ready = await prepare()
      return ready
    },
    announceFile: (size, chunks) =>
      room.runCommand((api, id) =>
        api.call('POST /api/rooms/:id/files', { param: { id }, json: { size, chunks } }),
      ),
    sendChunk: files.api.sendChunk,
    timers: realTimers,
    onChange: setProgress,
  })

  return {
    details,
    progress,
    async send() {
      isWanted = true
      setProgress(({ sent }) => ({ is: 'waiting', sent }))
      return files.takeTurn(async () => {
        // Stopped before its turn came.
        if (!isWanted) return { ok: false, failure: 'file-stopped' }
        const stopListening = files.onLine(machine.hurry)
        const result = await machine.send()
        stopListening()
        // The sender need not fetch what they have.
        if (result.ok && ready) files.cache.keepBlob(result.file.id, ready.blob)
        return result
      })
    },
    stop() {
      isWanted = false
      machine.stop()
    },
  }
}
