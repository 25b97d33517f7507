import { expect, test } from 'vitest'
import { EXIT_ADDRESS, parseExitAddress } from './exit-address.ts'

test.each([
  ['https://example.org/weather?today', 'https://example.org/weather?today'],
  [' example.org ', 'https://example.org/'],
  ['example.org:8443/news', 'https://example.org:8443/news'],
  ['HTTPS://Example.ORG', 'https://example.org/'],
  [EXIT_ADDRESS, EXIT_ADDRESS],
])('%s is the address of a page', (typed, address) => {
  expect(parseExitAddress(typed, 'chat.example.org')).toBe(address)
})

test.each([
  '',
  'weather',
  'http://example.org',
  'javascript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,hello',
  'blob:https://example.org/1',
  'file:///etc/hosts',
  'https://ada:secret@example.org',
  'ada@example.org',
  'https://',
  'https://chat.example.org/room/V1StGXR8_Z5jdHi6B-myT#key',
  `https://example.org/${'a'.repeat(2_000)}`,
])('%s is not taken', (typed) => {
  expect(parseExitAddress(typed, 'chat.example.org')).toBeNull()
})
