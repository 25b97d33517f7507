import { expect, test, vi } from 'vitest'
import { FILE_CHUNK, FILE_CHUNKS_MAX } from '../../../protocol/file-limits.ts'
import { makeFakeTimers } from '../../../test/support/fake-timers.ts'
import { encryptChunk, importFileKey, makeFileKey } from '../../crypto/file-cipher.ts'
import type { Reply } from '../../net/http.ts'
import { makeDownload } from './download.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const SIZE = FILE_CHUNK.plain + 3
type Answer = Reply<Uint8Array<ArrayBuffer>>
const gone = { ok: false, refusal: { code: 'file-not-found' } } as const
const until = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 15_000 })

/** A file of two chunks in a room. `meddle` may put another answer in place of the true one. */
async function begin(
  meddle: (index: number, nth: number, answer: Answer) => Answer = (_, __, answer) => answer,
) {
  const key = makeFileKey()
  const imported = await importFileKey(key)
  if (!imported) throw new Error('this is the key of a file')
  const at = { roomId: ROOM, fileId: 'file-1', chunks: 2 }
  const chunks = [
    await encryptChunk(imported, { ...at, index: 0 }, new Uint8Array(FILE_CHUNK.plain).fill(7), SIZE),
    await encryptChunk(imported, { ...at, index: 1 }, new Uint8Array([1, 2, 3]), SIZE),
  ]
  const timers = makeFakeTimers()
  const asked: number[] = []
  const seen: [number, boolean][] = []
  const download = makeDownload({
    roomId: ROOM,
    async fetchChunk(_, index) {
      asked.push(index)
      const value = chunks[index]
      return meddle(index, asked.length, value ? { ok: true, value } : gone)
    },
    timers,
    onProgress: (received, isPaused) => seen.push([received, isPaused]),
  })
  const file = { id: 'file-1', key, name: 'a', type: 'a/b', size: SIZE, chunks: 2 }
  return { download, file, asked, seen, timers, chunks }
}

const damaged = (answer: Answer): Answer =>
  answer.ok ? { ok: true, value: answer.value.map((octet, at) => (at === 50 ? octet ^ 1 : octet)) } : answer

test('a file comes out as it was, and says how far it is', async () => {
  const { download, file, seen } = await begin()
  const fetched = await download.fetchFile(file)
  if (!fetched?.ok) throw new Error('it is there')
  expect(fetched.parts.map((part) => part.length)).toEqual([FILE_CHUNK.plain, 3])
  expect(fetched.parts[1]).toEqual(new Uint8Array([1, 2, 3]))
  expect(seen.at(-1)).toEqual([SIZE, false])
})

test('a chunk that does not open is fetched once more, and twice is enough', async () => {
  const once = await begin((_, nth, answer) => (nth === 2 ? damaged(answer) : answer))
  expect(await once.download.fetchFile(once.file)).toMatchObject({ ok: true })
  expect(once.asked).toEqual([0, 1, 1])
  const always = await begin((index, _, answer) => (index === 1 ? damaged(answer) : answer))
  expect(await always.download.fetchFile(always.file)).toEqual({ ok: false, failure: 'damaged' })
  expect(always.asked).toEqual([0, 1, 1])
})

test('a file that is gone says so, and one whose key is none is damaged', async () => {
  const { download, file } = await begin(() => gone)
  expect(await download.fetchFile(file)).toEqual({ ok: false, failure: 'gone' })
  expect(await download.fetchFile({ ...file, key: 'x' })).toEqual({ ok: false, failure: 'damaged' })
})

test('without a line it waits, and goes on with the chunk that is missing; stopped it ends', async () => {
  const lost = { ok: false, refusal: { code: 'unreachable' } } as const
  const { download, file, asked, seen, timers } = await begin((_, nth, answer) => (nth === 2 ? lost : answer))
  const fetching = download.fetchFile(file)
  await until(() => expect(seen.at(-1)).toEqual([FILE_CHUNK.plain, true]))
  timers.passTime(1_000)
  expect(await fetching).toMatchObject({ ok: true })
  expect(asked).toEqual([0, 1, 1])
  const stopped = await begin(() => lost)
  const waiting = stopped.download.fetchFile(stopped.file)
  await until(() => expect(stopped.timers.waitingCount).toBe(1))
  stopped.download.stop()
  expect(await waiting).toBeNull()
})

test('a file of which only the id is known comes as its octets are, up to its last chunk', async () => {
  const { download, chunks } = await begin()
  expect(await download.fetchRaw('file-1')).toEqual({ ok: true, parts: chunks })
  const none = await begin(() => gone)
  expect(await none.download.fetchRaw('file-1')).toEqual({ ok: false, failure: 'gone' })
})

test('a file that is stopped while a chunk of it is opened is not fetched on, and not kept', async () => {
  const { download, file } = await begin((_, __, answer) => {
    // The octets are here by then, and are being opened.
    setImmediate(() => download.stop())
    return answer
  })
  expect(await download.fetchFile(file)).toBeNull()
})

test('a room that has one more chunk without end is asked for no more than a file may have', async () => {
  const endless = await begin((_, __, answer) =>
    answer.ok ? answer : { ok: true, value: new Uint8Array(1) },
  )
  expect(await endless.download.fetchRaw('file-1')).toMatchObject({ ok: true })
  expect(endless.asked).toHaveLength(FILE_CHUNKS_MAX)
})
