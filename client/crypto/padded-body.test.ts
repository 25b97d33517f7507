import { expect, test } from 'vitest'
import { pad, unpad } from '../../test/support/epoch-crypto.ts'
import { MESSAGE_BODY_MAX, packBody, unpackBody } from './padded-body.ts'

const value = { text: 'hello', more: [1, null, { é: '👋' }] }
const good = pad('message', JSON.stringify(value))

test('what is packed is unpacked, here and by the second implementation', () => {
  const packed = packBody('message', value)
  expect(Buffer.from(packed)).toEqual(good)
  expect(unpad(good)).toEqual(value)
  expect(unpackBody('message', packed)).toEqual(value)
  expect(unpackBody('card', packBody('card', value))).toEqual(value)
})

test('a body has the smallest size that holds it, and none is cut', () => {
  const sizeOf = (bytes: number) => packBody('message', { text: 'x'.repeat(bytes - 11) }).byteLength
  expect([11, 508, 509, 2_044, 2_045, 6_140, 6_141, MESSAGE_BODY_MAX].map(sizeOf)).toEqual([
    512, 512, 2_048, 2_048, 6_144, 6_144, 12_252, 12_252,
  ])
  expect(() => sizeOf(MESSAGE_BODY_MAX + 1)).toThrow(RangeError)
})

/** The body with another value of one of its bytes. */
function change(at: number, byte: number): Buffer {
  const bytes = Buffer.from(good)
  bytes[at] = byte
  return bytes
}
const full = good.subarray(4, 4 + good.readUInt16BE(2))

test.each([
  { what: 'of version 1', body: change(0, 1) },
  { what: 'of a later version', body: change(0, 3) },
  { what: 'a card', body: change(1, 2) },
  { what: 'of no kind', body: change(1, 0) },
  { what: 'of a later kind', body: change(1, 9) },
  { what: 'longer than it is', body: change(2, 255) },
  { what: 'longer than it is, and full', body: Buffer.concat([Buffer.from([2, 1, 255, 255]), full]) },
  { what: 'cut within its JSON', body: change(3, 3) },
  { what: 'no UTF-8', body: change(4, 255) },
  { what: 'no UTF-8 within a text', body: change(good.indexOf('hello'), 255) },
  { what: 'no JSON', body: change(4, 0) },
  { what: 'JSON, and no object', body: pad('message', '7') },
  { what: 'null', body: pad('message', 'null') },
  { what: 'empty', body: Buffer.alloc(0) },
  { what: 'one byte', body: Buffer.from([2]) },
  { what: 'a part of a header', body: Buffer.from([2, 1, 0]) },
  { what: 'a header alone', body: Buffer.from([2, 1, 0, 0]) },
  { what: 'not there', body: null },
])('a body that is $what is none', ({ body }) => {
  expect(unpackBody('message', body)).toBeNull()
})
