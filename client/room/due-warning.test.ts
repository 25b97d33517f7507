import { describe, expect, test } from 'vitest'
import type { Room } from '../../protocol/room.ts'
import { exampleRoom } from '../../test/support/examples.ts'
import { findDueWarning, isLongRoom } from './due-warning.ts'

interface DueCase {
  before: number
  now: number
  minutes: number | null
}

describe('a warning before the end', () => {
  test.each<DueCase>([
    { before: 301, now: 300, minutes: 5 },
    { before: 302, now: 301, minutes: null },
    { before: 300, now: 299, minutes: null },
    { before: 61, now: 60, minutes: 1 },
    { before: 400, now: 30, minutes: 1 },
    { before: 400, now: 200, minutes: 4 },
    { before: 660, now: 64, minutes: 2 },
    { before: 64, now: 60, minutes: 1 },
    { before: 10, now: 0, minutes: null },
    { before: 200, now: 800, minutes: null },
    { before: Number.POSITIVE_INFINITY, now: 30, minutes: 1 },
  ])('from $before to $now seconds: $minutes', ({ before, now, minutes }) => {
    expect(findDueWarning(before, now)).toBe(minutes)
  })

  test.each<{ room: Partial<Room>; isLong: boolean }>([
    { room: { startedAt: 1_000_000, expiresAt: 1_600_000 }, isLong: false },
    { room: { startedAt: 1_000_000, expiresAt: 1_600_001 }, isLong: true },
    { room: { createdAt: 0, startedAt: 1_000_000, expiresAt: 1_600_000 }, isLong: false },
    { room: { opensAt: 1_300_000, expiresAt: 1_700_000, closesAt: 1_700_000 }, isLong: false },
    { room: { lifetime: 601, expiresAt: 1_300_000 }, isLong: true },
    { room: { expiry: 'sliding', lifetime: 600, expiresAt: 9_000_000 }, isLong: false },
    { room: { expiry: 'sliding', lifetime: 601 }, isLong: true },
  ])('comes in rooms longer than ten minutes: $room', ({ room, isLong }) => {
    expect(isLongRoom(exampleRoom(room))).toBe(isLong)
  })
})
