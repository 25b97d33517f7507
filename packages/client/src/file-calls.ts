import { makeFileApi } from '../../../client/net/file-api.ts'
import { makeMessageId } from '../../../client/net/message-id.ts'
import { realTimers } from '../../../client/net/timers.ts'
import { makeDownload } from '../../../client/room/files/download.ts'
import { makeUpload } from '../../../client/room/files/upload.ts'
import { rotatingOf } from '../../../client/room/keys/rotating-cipher.ts'
import type { Upload, UploadProgress } from '../../../client/room/room-upload.ts'
import { FILE_MAX_BYTES } from '../../../protocol/file-limits.ts'
import { safeFileName } from '../../../protocol/safe-file-name.ts'
import type { LiveRoom } from './live-room.ts'
import type { FileToSend, Message } from './message.ts'
import { findOrFetch } from './message-calls.ts'
import { sourceOf } from './open-message.ts'
import { type ClientRefusalCode, done, type Outcome, refuse } from './refusal.ts'

/** What becomes of a file that can't be had. */
const FAILURES: Record<'gone' | 'damaged' | 'refused', ClientRefusalCode> = {
  gone: 'file-gone',
  damaged: 'file-damaged',
  refused: 'not-a-participant',
}

/** Sends a file with a message; resolves once the room has stored both. Files are sent where keys rotate, as on the page. */
export async function sendRoomFile(room: LiveRoom, file: FileToSend): Promise<Outcome<Message>> {
  if (!room.session) return refuse('room-over')
  if (!rotatingOf(room.cipher()) || room.state.room?.files === false) return refuse('files-off')
  if (file.bytes.byteLength > FILE_MAX_BYTES) return refuse('file-too-large')
  const { text = '', replyTo } = file
  const upload = makeRoomUpload(room, file)
  return room.sends.add(room.outbox, makeMessageId(), text, { replyTo, upload })
}

function makeRoomUpload({ api, http, roomId }: LiveRoom, { name, type, bytes }: FileToSend): Upload {
  const details = {
    name: safeFileName(name),
    type: type ?? 'application/octet-stream',
    size: bytes.byteLength,
  }
  let progress: UploadProgress = { is: 'waiting', sent: 0 }
  const machine = makeUpload({
    roomId,
    prepare: async () => ({ blob: new Blob([bytes]), details }),
    announceFile: (size, chunks) =>
      api.call('POST /api/rooms/:id/files', { param: { id: roomId }, json: { size, chunks } }),
    sendChunk: makeFileApi(roomId, http).sendChunk,
    timers: realTimers,
    onChange: (next) => {
      progress = next
    },
  })
  return { details, progress: () => progress, send: machine.send, stop: machine.stop }
}

/** Fetches a file of a message. */
export async function fetchRoomFile(
  room: LiveRoom,
  message: Message,
  index: number,
): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  if (!room.session) return refuse('room-over')
  const source = sourceOf(message) ?? (await findOrFetch(room, message.seq))
  const file = source?.attached?.[index] ?? source?.files?.[index]
  if (file === undefined) return refuse('file-gone')
  const download = makeDownload({
    roomId: room.roomId,
    fetchChunk: makeFileApi(room.roomId, room.http).fetchChunk,
    timers: realTimers,
    onProgress: () => {},
  })
  const result = await (typeof file === 'string' ? download.fetchRaw(file) : download.fetchFile(file))
  if (result === null) return refuse('file-stopped')
  if (!result.ok) return refuse(FAILURES[result.failure])
  return done(new Uint8Array(await new Blob(result.parts).arrayBuffer()))
}
