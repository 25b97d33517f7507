import { expect, test, vi } from 'vitest'
import { FILE_CHUNK } from '../../../protocol/file-limits.ts'
import { makeFakeTimers } from '../../../test/support/fake-timers.ts'
import { decryptChunk, importFileKey } from '../../crypto/file-cipher.ts'
import type { Reply } from '../../net/http.ts'
import type { UploadProgress } from '../room-upload.ts'
import { makeUpload } from './upload.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const until = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 15_000 })
const unreachable = { ok: false, refusal: { code: 'unreachable' } } as const
const refusal = (code: 'slow-down' | 'storage-full' | 'file-not-found' | 'quiet', retryAfter?: number) =>
  ({ ok: false, refusal: { code, retryAfter } }) as Reply<never>

/** What the room says, or will say. */
type Answer = Reply<never> | Promise<Reply<never>>

/** A file of so many octets, on a line whose answers the test gives; what it gives none for is taken. */
function begin(size: number, answers: { announce?: Answer[]; chunks?: Answer[] } = {}) {
  const timers = makeFakeTimers()
  const stored = new Map<string, Uint8Array<ArrayBuffer>>()
  const asked: string[] = []
  const states: UploadProgress[] = []
  const octets = crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536)))
  const blob = new Blob([octets, new Uint8Array(size - octets.length)])
  let files = 0
  const prepare = vi.fn(async () => ({ blob, details: { name: 'a.bin', type: 'a/b', size } }))
  const upload = makeUpload({
    roomId: ROOM,
    prepare,
    async announceFile(padded, chunks) {
      asked.push(`announce ${padded} ${chunks}`)
      const answer = answers.announce?.shift()
      files += 1
      return answer ?? { ok: true, value: { fileId: `file-${files}` } }
    },
    async sendChunk(id, index, sealed) {
      asked.push(`${id} ${index}`)
      const answer = answers.chunks?.shift()
      if (!answer) stored.set(`${id} ${index}`, sealed)
      return answer ?? { ok: true, value: undefined }
    },
    timers,
    onChange: (progress) => states.push(progress),
  })
  return { upload, timers, stored, asked, states, octets, prepare }
}

test('a file is announced with its padded size, sent chunk by chunk, and opens with what the message says', async () => {
  const size = FILE_CHUNK.plain + 1_000
  const { upload, asked, stored, states, octets } = begin(size)
  const result = await upload.send()
  expect(asked).toEqual(['announce 540672 2', 'file-1 0', 'file-1 1'])
  expect(result).toEqual({
    ok: true,
    file: { id: 'file-1', key: expect.any(String), chunks: 2, name: 'a.bin', type: 'a/b', size },
  })
  if (!result.ok) return
  const key = await importFileKey(result.file.key)
  const sealed = stored.get('file-1 0')
  if (!key || !sealed) throw new Error('the first chunk is stored')
  const address = { roomId: ROOM, fileId: 'file-1', index: 0, chunks: 2 }
  const plain = await decryptChunk(key, address, sealed, size)
  expect(plain?.subarray(0, octets.length)).toEqual(octets)
  expect(states.at(0)).toEqual({ is: 'waiting', sent: 0 })
  expect(states).toContainEqual({ is: 'sending', sent: FILE_CHUNK.plain })
  expect(states.at(-1)).toEqual({ is: 'sent', sent: size })
})

test('a line that is cut in chunk 7 pauses it, and it goes on with chunk 7', async () => {
  const cut = Array.from({ length: 7 }, (_, at) => (at < 6 ? undefined : unreachable)) as Reply<never>[]
  const { upload, asked, states, timers } = begin(FILE_CHUNK.plain * 9, { chunks: [...cut, unreachable] })
  const sent = upload.send()
  await until(() => expect(states.at(-1)).toEqual({ is: 'paused', sent: 6 * FILE_CHUNK.plain }))
  expect(timers.waitingCount).toBe(1)
  timers.passTime(999)
  expect(asked.at(-1)).toBe('file-1 6')
  expect(asked).toHaveLength(8)
  timers.passTime(1)
  await until(() => expect(asked).toHaveLength(9))
  // The line is back before the longer pause is over.
  await until(() => expect(timers.waitingCount).toBe(1))
  upload.hurry()
  expect(await sent).toMatchObject({ ok: true })
  expect(asked.slice(7)).toEqual(['file-1 6', 'file-1 6', 'file-1 6', 'file-1 7', 'file-1 8'])
  expect(timers.waitingCount).toBe(0)
})

test('who sends too fast waits as long as the room says, and it never fails by that', async () => {
  const slow = Array.from({ length: 8 }, () => refusal('slow-down', 3))
  const { upload, asked, timers } = begin(10, { chunks: slow })
  const sent = upload.send()
  for (let at = 1; at <= 8; at += 1) {
    await until(() => expect(timers.waitingCount).toBe(1))
    timers.passTime(2_999)
    await Promise.resolve()
    expect(asked).toHaveLength(1 + at)
    timers.passTime(1)
  }
  expect(await sent).toMatchObject({ ok: true })
})

test('a refusal ends it and says why; what was sent is not sent again', async () => {
  const { upload, asked, states } = begin(FILE_CHUNK.plain * 2, {
    chunks: [undefined as never, refusal('quiet')],
  })
  expect(await upload.send()).toEqual({ ok: false, failure: 'quiet' })
  expect(states.at(-1)).toEqual({ is: 'stopped', sent: FILE_CHUNK.plain })
  expect(await upload.send()).toMatchObject({ ok: true, file: { id: 'file-1' } })
  expect(asked.slice(1)).toEqual(['file-1 0', 'file-1 1', 'file-1 1'])
})

test('a full room refuses it before anything is sent', async () => {
  const { upload, asked } = begin(10, { announce: [refusal('storage-full')] })
  expect(await upload.send()).toEqual({ ok: false, failure: 'storage-full' })
  expect(asked).toEqual(['announce 1024 1'])
})

test('stopped in a pause it ends at once, and goes on where it was', async () => {
  const { upload, asked, timers } = begin(FILE_CHUNK.plain * 2, { chunks: [undefined as never, unreachable] })
  const sent = upload.send()
  await until(() => expect(timers.waitingCount).toBe(1))
  upload.stop()
  expect(await sent).toEqual({ ok: false, failure: 'file-stopped' })
  expect(timers.waitingCount).toBe(0)
  expect(await upload.send()).toMatchObject({ ok: true })
  expect(asked).toEqual(['announce 1048576 2', 'file-1 0', 'file-1 1', 'file-1 1'])
})

test('stopped while a chunk is on its way it ends at once, and that chunk is sent again', async () => {
  const { upload, asked } = begin(FILE_CHUNK.plain * 2, {
    chunks: [undefined as never, new Promise<never>(() => {})],
  })
  const sent = upload.send()
  await until(() => expect(asked.at(-1)).toBe('file-1 1'))
  upload.stop()
  expect(await sent).toEqual({ ok: false, failure: 'file-stopped' })
  expect(await upload.send()).toMatchObject({ ok: true, file: { id: 'file-1' } })
  expect(asked.slice(1)).toEqual(['file-1 0', 'file-1 1', 'file-1 1'])
})

test('a file that the room has forgotten meanwhile begins anew, three times at most', async () => {
  const gone = refusal('file-not-found')
  const { upload, asked } = begin(FILE_CHUNK.plain * 2, { chunks: [undefined as never, gone] })
  expect(await upload.send()).toMatchObject({ ok: true, file: { id: 'file-2' } })
  expect(asked.slice(2)).toEqual(['file-1 1', 'announce 1048576 2', 'file-2 0', 'file-2 1'])
  const hopeless = begin(10, { chunks: [gone, gone, gone, gone] })
  expect(await hopeless.upload.send()).toEqual({ ok: false, failure: 'file-not-found' })
  expect(hopeless.asked.filter((one) => one.startsWith('announce'))).toHaveLength(3)
})

test('once it is all there, sending again announces it anew: no message named it in time', async () => {
  const { upload, asked, prepare } = begin(10)
  expect(await upload.send()).toMatchObject({ file: { id: 'file-1' } })
  expect(await upload.send()).toMatchObject({ file: { id: 'file-2' } })
  expect(asked).toHaveLength(4)
  expect(prepare).toHaveBeenCalledTimes(1)
})

test('a file that is gone from its disk fails as that', async () => {
  const { upload } = begin(10)
  const blob = new Blob(['x'])
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValueOnce(new DOMException('gone', 'NotReadableError'))
  expect(blob.size).toBe(1)
  expect(await upload.send()).toEqual({ ok: false, failure: 'file-unreadable' })
})
