import { expect, test } from 'vitest'
import { claimRoomId } from '../ids.ts'
import { ALARM_RETRY_MS } from '../storage/alarm-retry.ts'
import { isCheckDue, nextAlarm } from './alarm-schedule.ts'
import type { RoomEntry, RoomStep } from './room-index.ts'

const NOW = 1_000_000_000
const NOTHING = { hasUnreported: false, nextExpiry: null }

function entry(step: RoomStep, goneIn: number): RoomEntry {
  return { roomId: claimRoomId('r'), step, titleKey: 't', nextTitleKey: null, goneAt: NOW + goneIn }
}

test('nothing is due where there is nothing', () => {
  expect(nextAlarm([], NOTHING, NOW)).toBe(null)
})

test('what is unfinished is looked at soon, before any room that goes by itself', () => {
  for (const step of ['creating', 'changing', 'deleting'] as const) {
    expect(isCheckDue(entry(step, 1e9), NOW)).toBe(true)
    expect(nextAlarm([entry('live', 1e9), entry(step, 1e9)], NOTHING, NOW)).toBe(NOW + ALARM_RETRY_MS)
  }
})

test('a room is asked for a little after it should be gone, and never without a pause', () => {
  expect(nextAlarm([entry('live', 1e8), entry('live', 1e9)], NOTHING, NOW)).toBe(NOW + 1e8 + 5_000)
  expect(nextAlarm([entry('live', -1e8)], NOTHING, NOW)).toBe(NOW + ALARM_RETRY_MS)
  expect([isCheckDue(entry('live', 1), NOW), isCheckDue(entry('live', 0), NOW)]).toEqual([false, true])
})

test('ended sessions are reported to their rooms soon, and the alarm does not miss a session’s end', () => {
  const rooms = [entry('live', 1e9)]
  expect(nextAlarm(rooms, { hasUnreported: true, nextExpiry: null }, NOW)).toBe(NOW + ALARM_RETRY_MS)
  expect(nextAlarm(rooms, { hasUnreported: false, nextExpiry: NOW + 1e8 }, NOW)).toBe(NOW + 1e8)
  expect(nextAlarm(rooms, { hasUnreported: false, nextExpiry: NOW - 1 }, NOW)).toBe(NOW + ALARM_RETRY_MS)
})
