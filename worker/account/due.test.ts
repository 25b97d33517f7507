import { expect, test } from 'vitest'
import { isDue, nextDue, RETRY_MS } from './due.ts'
import type { RoomEntry, Step } from './room-index.ts'

const NOW = 1_000_000_000
const NOTHING = { isUntold: false, nextExpiry: null }

function entry(step: Step, goneIn: number): RoomEntry {
  return { roomId: 'r', step, titleKey: 't', nextTitleKey: null, goneAt: NOW + goneIn }
}

test('nothing is due where there is nothing', () => {
  expect(nextDue([], NOTHING, NOW)).toBe(null)
})

test('what is unfinished is looked at soon, before any room that goes by itself', () => {
  for (const step of ['creating', 'changing', 'deleting'] as const) {
    expect(isDue(entry(step, 1e9), NOW)).toBe(true)
    expect(nextDue([entry('live', 1e9), entry(step, 1e9)], NOTHING, NOW)).toBe(NOW + RETRY_MS)
  }
})

test('a room is asked for a little after it should be gone, and never without a pause', () => {
  expect(nextDue([entry('live', 1e8), entry('live', 1e9)], NOTHING, NOW)).toBe(NOW + 1e8 + 5_000)
  expect(nextDue([entry('live', -1e8)], NOTHING, NOW)).toBe(NOW + RETRY_MS)
  expect([isDue(entry('live', 1), NOW), isDue(entry('live', 0), NOW)]).toEqual([false, true])
})

test('rooms that are to be told of a session’s end are told soon, and the end of one is not slept through', () => {
  const rooms = [entry('live', 1e9)]
  expect(nextDue(rooms, { isUntold: true, nextExpiry: null }, NOW)).toBe(NOW + RETRY_MS)
  expect(nextDue(rooms, { isUntold: false, nextExpiry: NOW + 1e8 }, NOW)).toBe(NOW + 1e8)
  expect(nextDue(rooms, { isUntold: false, nextExpiry: NOW - 1 }, NOW)).toBe(NOW + RETRY_MS)
})
