import { expect, test } from 'vitest'
import { exampleRoom } from '../../../test/support/examples.ts'
import { emptyRoom, type RoomState } from '../room-state.ts'
import { findFileLimit } from './file-limit.ts'

const NOW = 1_000_000
const me = { participantId: 'me', alias: 'me', role: 'participant' } as const

test.each<{ what: string; change: Partial<RoomState>; limit: string | null; hasKeys?: boolean }>([
  { what: 'who may speak', change: {}, limit: null },
  { what: 'a room without keys that rotate', change: {}, hasKeys: false, limit: 'no-keys' },
  { what: 'a room whose files are off', change: { room: exampleRoom({ files: false }) }, limit: 'off' },
  { what: 'one of 200', change: { present: 200 }, limit: null },
  { what: 'one of 201', change: { present: 201 }, limit: 'crowded' },
  { what: 'a host of 201', change: { present: 201, me: { ...me, role: 'host' } }, limit: null },
  { what: 'who is muted', change: { me: { ...me, muted: NOW + 1 } }, limit: 'muted' },
  { what: 'who was muted', change: { me: { ...me, muted: NOW } }, limit: null },
  { what: 'a quiet room', change: { room: exampleRoom({ quiet: true }) }, limit: 'quiet' },
  { what: 'a slow room', change: { room: exampleRoom({ slow: 60 }) }, limit: null },
])('$what: $limit', ({ change, limit, hasKeys = true }) => {
  const state = { ...emptyRoom(), me, room: exampleRoom(), present: 2, ...change }
  expect(findFileLimit(state, hasKeys, NOW)).toBe(limit)
})
