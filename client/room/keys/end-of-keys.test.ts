import { expect, test } from 'vitest'
import { endOfKeys } from './end-of-keys.ts'

test.for([
  { role: 'facilitator', room: { expiresAt: 1_000, retainFor: 60 }, end: 61_000 },
  { role: 'facilitator', room: { expiresAt: 1_000, retainFor: 0 }, end: 1_000 },
  { role: 'participant', room: { expiresAt: 1_000, retainFor: 60 }, end: 1_000 },
  { role: 'host', room: { expiresAt: 1_000 }, end: 1_000 },
] as const)('the browser of a $role keeps the keys of a room $room until $end', ({ role, room, end }) => {
  expect(endOfKeys(room, role)).toBe(end)
})
