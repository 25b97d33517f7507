import { expect, test } from 'vitest'
import { readLink, readServer } from './address.ts'

const ID = 'a'.repeat(21)
const KEY = `${'k'.repeat(42)}A`

test.for([
  ['https://chat.example', 'https://chat.example'],
  [' https://chat.example/room/x ', 'https://chat.example'],
  ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
] as const)('%s is the server %s', ([text, server]) => {
  expect(readServer(text).value).toBe(server)
})

test.for(['chat.example', 'ftp://chat.example', '', 'undefined'])('%s is no server', (text) => {
  expect(readServer(text).refusal?.code).toBe('bad-server')
})

test('a link says its server, room and key, of either version or none', () => {
  const at = (fragment: string) => readLink(`https://chat.example/room/${ID}${fragment}`).value
  const place = { server: 'https://chat.example', roomId: ID }
  expect(at('')).toEqual({ ...place, linkKey: null, epochLink: null })
  expect(at(`#${KEY}`)).toEqual({ ...place, linkKey: KEY, epochLink: null })
  expect(at(`#2p${KEY}`)).toEqual({ ...place, linkKey: null, epochLink: { linkKey: KEY, hasPassword: true } })
})

test.for([
  `https://chat.example/room/${ID}#2${KEY.slice(2)}`,
  `https://chat.example/room/${ID}#x`,
  `https://chat.example/room/${ID.slice(1)}`,
  `https://chat.example/rooms/${ID}`,
  'https://chat.example/',
  'hello',
])('%s is no whole link', (text) => {
  expect(readLink(text).refusal?.code).toBe('bad-link')
})
