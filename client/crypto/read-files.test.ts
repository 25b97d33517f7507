import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FILE_MAX_BYTES } from '../../protocol/file-limits.ts'
import { makeFileKey } from './file-cipher.ts'
import type { MessageFile } from './message-file.ts'
import { readFiles } from './read-files.ts'

const FILE: MessageFile = {
  id: 'q7XcZ0aB1cD2eF3gH4iJ5',
  key: makeFileKey(),
  name: 'photo.jpg',
  type: 'image/jpeg',
  size: 600_000,
  chunks: 2,
}

test('a file, a picture and a recording come out as they went in', () => {
  const picture = { ...FILE, width: 2_560, height: 1_920, preview: 'abc-_' }
  const recording = { ...FILE, type: 'audio/webm', duration: 61_500, wave: 'AAECAw' }
  expect(readFiles([FILE, picture, recording])).toEqual([FILE, picture, recording])
})

test('a file whose fields are none is left out', () => {
  for (const change of [
    { id: undefined },
    { id: '../../messages' },
    { id: 7 },
    { key: 'short' },
    { key: undefined },
    { name: undefined },
    { name: 7 },
    { size: -1 },
    { size: 1.5 },
    { size: '600000' },
    { size: FILE_MAX_BYTES + 1, chunks: 51 },
    { chunks: 1 },
    { chunks: 3 },
    { chunks: undefined },
  ])
    expect(readFiles([{ ...FILE, ...change }]), JSON.stringify(change)).toEqual([])
  for (const value of [null, 7, 'file', {}, [null], [7], [[]], Array(11).fill(FILE)])
    expect(readFiles(value), JSON.stringify(value)).toEqual([])
})

test('what else is said of it is left out where it is not as it should be', () => {
  const odd = {
    ...FILE,
    width: 0,
    height: 10,
    preview: 'a'.repeat(1_501),
    duration: 1e9,
    wave: 'not base64url!',
    later: 1,
  }
  expect(readFiles([odd])).toEqual([FILE])
  expect(readFiles([{ ...FILE, width: 1e9, height: 1 }])).toEqual([FILE])
  for (const type of ['text/html;charset=x', 'IMAGE', 7, undefined, `a/${'b'.repeat(81)}`])
    expect(readFiles([{ ...FILE, type }])).toEqual([{ ...FILE, type: 'application/octet-stream' }])
})

test('a name is safe as soon as it is read', () => {
  expect(readFiles([{ ...FILE, name: '../../photo\u202egpj.exe' }])[0]?.name).toBe('photo_gpj.exe')
})

test('whatever somebody with the room key says, reading it does not throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, field) => {
      readFiles(value)
      readFiles([value, { ...FILE, name: field }, { ...FILE, width: field, height: field, type: field }])
    }),
  )
})
