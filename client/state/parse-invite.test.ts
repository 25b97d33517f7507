import { expect, test } from 'vitest'
import { parseInvite } from './parse-invite.ts'

const roomId = 'V1StGXR8_Z5jdHi6B-myT'
const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
const link = `https://chat.example/room/${roomId}#${key}`

test.each([
  link,
  ` ${link}\n`,
  `Join me: <${link}>.`,
  `"${link}", please`,
  link.replace('#', '/#'),
  link.replace('#', '?utm=1#'),
  `/room/${roomId}#${key}`,
  `${link.slice(0, 40)}\n${link.slice(40, 80)}\r\n ${link.slice(80)}`,
])('finds the link in %j', (text) => {
  expect(parseInvite(text)).toEqual({ roomId, key })
})

test.each([
  '',
  'hello',
  `https://chat.example/room/${roomId}`,
  link.slice(0, -1),
  `${link}A`,
  link.replace(roomId, roomId.slice(1)),
  // 43 characters whose last one holds bits that no key has.
  `${link.slice(0, -1)}B`,
  link.replace('#', '%23'),
  key,
])('finds no whole link in %j', (text) => {
  expect(parseInvite(text)).toBeNull()
})
