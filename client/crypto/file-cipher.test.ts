import { expect, test } from 'vitest'
import { FILE_CHUNK } from '../../protocol/file-limits.ts'
import { open, seal } from '../../test/support/epoch-crypto.ts'
import { toBase64Url } from './base64url.ts'
import { countChunks, decryptChunk, encryptChunk, importFileKey, makeFileKey } from './file-cipher.ts'

const ADDRESS = { roomId: 'V1StGXR8_Z5jdHi6B-myT', fileId: 'q7XcZ0aB1cD2eF3gH4iJ5', index: 1, chunks: 2 }
/** 512 KiB and five octets more, in two chunks. */
const SIZE = FILE_CHUNK.plain + 5
const END = new Uint8Array([1, 2, 3, 4, 5])

async function requireKey(text: string) {
  const key = await importFileKey(text)
  if (!key) throw new Error('this is the key of a file')
  return key
}

test('a chunk comes out as it went in, without what pads it', async () => {
  const key = await requireKey(makeFileKey())
  const sealed = await encryptChunk(key, ADDRESS, END, SIZE)
  expect(sealed.byteLength).toBe(540_672 - FILE_CHUNK.plain + FILE_CHUNK.added)
  expect(await decryptChunk(key, ADDRESS, sealed, SIZE)).toEqual(END)
  const first = crypto.getRandomValues(new Uint8Array(65_536))
  const whole = new Uint8Array(FILE_CHUNK.plain)
  whole.set(first)
  const chunk = await encryptChunk(key, { ...ADDRESS, index: 0 }, whole, SIZE)
  expect(chunk.byteLength).toBe(FILE_CHUNK.plain + FILE_CHUNK.added)
  expect(await decryptChunk(key, { ...ADDRESS, index: 0 }, chunk, SIZE)).toEqual(whole)
})

test('the second implementation opens a chunk, and what it makes is opened', async () => {
  const text = makeFileKey()
  const key = await requireKey(text)
  const raw = Buffer.from(text, 'base64url')
  const lines = ['file', ADDRESS.roomId, ADDRESS.fileId, 0, 1]
  const address = { ...ADDRESS, index: 0, chunks: 1 }
  const sealed = await encryptChunk(key, address, END, 5)
  const padded = open(raw, lines, toBase64Url(sealed))
  expect([padded.length, [...padded.subarray(0, 6)]]).toEqual([1_024, [1, 2, 3, 4, 5, 0]])
  const made = Buffer.from(seal(raw, lines, padded), 'base64url')
  expect(await decryptChunk(key, address, new Uint8Array(made), 5)).toEqual(END)
})

test('a chunk that is moved, damaged, cut or of another file does not open', async () => {
  const key = await requireKey(makeFileKey())
  const sealed = await encryptChunk(key, ADDRESS, END, SIZE)
  const read = (change: object, octets = sealed) => decryptChunk(key, { ...ADDRESS, ...change }, octets, SIZE)
  expect(await read({})).toEqual(END)
  for (const change of [{ index: 0 }, { chunks: 3 }, { fileId: 'another' }, { roomId: 'another' }])
    expect(await read(change), JSON.stringify(change)).toBeNull()
  const damaged = sealed.slice()
  damaged[40] = (damaged[40] ?? 0) ^ 1
  expect(await read({}, damaged)).toBeNull()
  expect(await read({}, sealed.slice(0, -1))).toBeNull()
  expect(await read({}, new Uint8Array())).toBeNull()
  expect(await decryptChunk(await requireKey(makeFileKey()), ADDRESS, sealed, SIZE)).toBeNull()
})

test('a chunk that is shorter than the file has to be is none', async () => {
  const key = await requireKey(makeFileKey())
  const address = { ...ADDRESS, index: 0, chunks: 1 }
  const sealed = await encryptChunk(key, address, END, 5)
  expect(await decryptChunk(key, address, sealed, 1_024)).toHaveLength(1_024)
  expect(await decryptChunk(key, address, sealed, 1_025)).toBeNull()
})

test('a file has as many chunks as it takes, and one where it is empty', () => {
  const sizes = [0, 1, FILE_CHUNK.plain, FILE_CHUNK.plain + 1, 26_214_400]
  expect(sizes.map(countChunks)).toEqual([1, 1, 1, 2, 50])
})

test('what is no key of 32 bytes is none', async () => {
  for (const text of ['', 'abc', makeFileKey().slice(1), `${makeFileKey()}AA`, 'ä'.repeat(43)])
    expect(await importFileKey(text), text).toBeNull()
})
