import { expect, test, vi } from 'vitest'
import { exampleMessage, exampleRoom } from '../../test/support/examples.ts'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { readZip } from '../../test/support/read-zip.ts'
import { encryptChunk, importFileKey, makeFileKey } from '../crypto/file-cipher.ts'
import type { FileApi } from '../net/file-api.ts'
import { type ArchiveProgress, makeArchive } from './make-archive.ts'

const ROOM = { ...exampleRoom({ encryption: 'e2ee', keys: 2 }), title: 'Circle' }
const SIZE = 5
type Answer = Awaited<ReturnType<FileApi['fetchChunk']>>

/**
 * Makes an archive of a room in which each of `names` is the file of a message, with its id as content. `meddle` may put
 * another answer in place of the true one.
 */
async function begin(
  names: string[],
  meddle: (id: string, nth: number, answer: Answer) => Answer,
  onProgress: (stopping: AbortController) => void = () => {},
) {
  const chunks = new Map<string, Uint8Array<ArrayBuffer>>()
  const files = await Promise.all(
    names.map(async (name, at) => {
      const [id, key] = [`file${at + 1}`, makeFileKey()]
      const imported = await importFileKey(key)
      if (!imported) throw new Error('this is the key of a file')
      const address = { roomId: ROOM.roomId, fileId: id, index: 0, chunks: 1 }
      chunks.set(id, await encryptChunk(imported, address, new TextEncoder().encode(id), SIZE))
      return { seq: at + 1, file: { id, key, name, type: 'text/plain', size: SIZE, chunks: 1 } }
    }),
  )
  const messages = files.map(({ seq, file: { id, name, type, size } }) => {
    return { ...exampleMessage(seq), files: [id], attached: [{ id, name, type, size }] }
  })
  const room = { ...ROOM, closesAt: 2_000_000, retainFor: 60, messages: names.length }
  const timers = makeFakeTimers()
  const stopping = new AbortController()
  const asked: string[] = []
  const seen: ArchiveProgress[] = []
  const making = makeArchive(
    { transcript: { room, messages }, marked: 0, files },
    {
      async fetchChunk(id) {
        asked.push(id)
        const value = chunks.get(id)
        if (!value) throw new Error('nobody asks for another file')
        return meddle(id, asked.length, { ok: true, value })
      },
      timers,
      signal: stopping.signal,
      onProgress(progress) {
        seen.push(progress)
        onProgress(stopping)
      },
      nameMissing: (name) => `${name} (missing)`,
    },
  )
  return { making, timers, stopping, asked, seen }
}

test('an archive has the transcript, and each file under the name that the transcript says', async () => {
  const { making, seen } = await begin(['a.txt', 'b.txt', 'a.txt'], (_, __, answer) => answer)
  const made = await making
  if (!made) throw new Error('nobody stopped it')
  expect(made.missing).toBe(0)
  const entries = await readZip(made.blob)
  const { 'Circle.md': transcript, ...files } = Object.fromEntries(entries)
  expect(files).toEqual({ 'files/a.txt': 'file1', 'files/b.txt': 'file2', 'files/a (2).txt': 'file3' })
  expect(transcript?.match(/File: .*/g)).toEqual(['File: a.txt', 'File: b.txt', 'File: a (2).txt'])
  expect(seen.at(-1)).toEqual({ received: 15, size: 15, isPaused: false })
})

test('a file that the room has not, or that does not open, is left out and counted, and the transcript says so', async () => {
  const { making } = await begin(['gone.txt', 'odd.txt', 'a.txt'], (id, _, answer) => {
    if (id === 'file1') return { ok: false, refusal: { code: 'file-not-found' } }
    if (id === 'file2' && answer.ok) return { ok: true, value: answer.value.map((octet) => octet ^ 1) }
    return answer
  })
  const made = await making
  if (!made) throw new Error('nobody stopped it')
  expect(made.missing).toBe(2)
  const entries = await readZip(made.blob)
  expect([...entries.keys()]).toEqual(['files/a.txt', 'Circle.md'])
  const named = entries.get('Circle.md')?.match(/File: .*/g)
  expect(named).toEqual(['File: gone.txt (missing)', 'File: odd.txt (missing)', 'File: a.txt'])
})

test('a room that asks to wait is asked again after as long as it says', async () => {
  const slow = { ok: false, refusal: { code: 'slow-down', retryAfter: 7 } } as const
  const { making, timers, asked, seen } = await begin(['a.txt', 'b.txt'], (_, nth, answer) =>
    nth === 2 ? slow : answer,
  )
  await vi.waitFor(() => expect(timers.waitingCount).toBe(1), { interval: 1, timeout: 15_000 })
  expect(seen.at(-1)).toEqual({ received: SIZE, size: 2 * SIZE, isPaused: true })
  timers.passTime(6_999)
  expect(timers.waitingCount).toBe(1)
  timers.passTime(1)
  expect(await making).toMatchObject({ missing: 0 })
  expect(asked).toEqual(['file1', 'file2', 'file2'])
})

test('stopped, also while it waits, it makes nothing and asks for nothing more', async () => {
  const lost = { ok: false, refusal: { code: 'unreachable' } } as const
  const waiting = await begin(['a.txt', 'b.txt'], () => lost)
  await vi.waitFor(() => expect(waiting.timers.waitingCount).toBe(1), { interval: 1, timeout: 15_000 })
  waiting.stopping.abort()
  expect(await waiting.making).toBeNull()
  expect(waiting.asked).toEqual(['file1'])
})

test.each([
  { what: 'a chunk that does not open', flip: 1 },
  { what: 'a file', flip: 0 },
])('stopped after $what it asks for nothing more', async ({ flip }) => {
  const { making, asked } = await begin(
    ['a.txt', 'b.txt'],
    (_, __, answer) => (answer.ok ? { ok: true, value: answer.value.map((octet) => octet ^ flip) } : answer),
    (stopping) => stopping.abort(),
  )
  expect(await making).toBeNull()
  expect(asked).toEqual(['file1'])
})
