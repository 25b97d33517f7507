import { expect, test } from 'vitest'
import { formatKeyFile, parseKeyFile } from './key-file.ts'
import { makeRoomKey } from './room-key.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'

test('a key file brings back the room and every key', () => {
  const keys = new Map([1, 2, 4096].map((epoch) => [epoch, makeRoomKey()]))
  expect(parseKeyFile(formatKeyFile({ roomId: ROOM, keys }))).toEqual({ roomId: ROOM, keys })
})

test('a key file has the version, the room and the keys, and nothing else', () => {
  const file = { version: 2, roomId: ROOM, keys: { 7: KEY } }
  const read = parseKeyFile(JSON.stringify(file))
  expect(read && JSON.parse(formatKeyFile(read))).toEqual(file)
})

test.each([
  { what: 'text', file: 'hello' },
  { what: 'null', file: null },
  { what: 'a list', file: [] },
  { what: 'another version', file: { version: 1, roomId: ROOM, keys: { 1: KEY } } },
  { what: 'no room', file: { version: 2, keys: { 1: KEY } } },
  { what: 'a room that is none', file: { version: 2, roomId: 'a/../../..', keys: { 1: KEY } } },
  { what: 'one more field', file: { version: 2, roomId: ROOM, keys: { 1: KEY }, name: 'Ada' } },
  { what: 'no keys', file: { version: 2, roomId: ROOM, keys: {} } },
  { what: 'keys that are a list', file: { version: 2, roomId: ROOM, keys: [KEY] } },
  { what: 'an epoch 0', file: { version: 2, roomId: ROOM, keys: { 0: KEY } } },
  { what: 'an epoch above the last', file: { version: 2, roomId: ROOM, keys: { 4097: KEY } } },
  { what: 'an epoch that is no number', file: { version: 2, roomId: ROOM, keys: { __proto__1: KEY } } },
  { what: 'a key that is too short', file: { version: 2, roomId: ROOM, keys: { 1: KEY.slice(4) } } },
  { what: 'a key that is no text', file: { version: 2, roomId: ROOM, keys: { 1: 1 } } },
])('$what is no key file', ({ file }) => {
  expect(parseKeyFile(typeof file === 'string' ? file : JSON.stringify(file))).toBe(null)
})
