import { expect, test } from 'vitest'
import { exampleRoom } from '../../../test/support/examples.ts'
import { endOfKeys } from './end-of-keys.ts'

test.for([
  { role: 'facilitator', room: { retainFor: 60 }, end: 5_060_000 },
  { role: 'facilitator', room: { retainFor: 0 }, end: 5_000_000 },
  { role: 'participant', room: { retainFor: 60 }, end: 5_000_000 },
  { role: 'host', room: {}, end: 5_000_000 },
  { role: 'host', room: { startedAt: null, lifetime: 600 }, end: 5_600_000 },
] as const)('the browser of a $role keeps the keys of a room $room until $end', ({ role, room, end }) => {
  expect(endOfKeys(exampleRoom({ expiresAt: 5_000_000, ...room }), role)).toBe(end)
})
