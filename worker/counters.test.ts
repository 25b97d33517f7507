import { describe, expect, test, vi } from 'vitest'
import { Counters, counters, REPORT_EVERY_MS, reportCounters, toDataPoints } from './counters.ts'
import { CountersLine } from './log-line.ts'

const NONE = { roomsOpened: 0, roomsEnded: 0, messages: 0, relays: 0, refusals: {} }

describe('counters', () => {
  test('are reported at once, and then once a minute with all that was counted since', () => {
    const counting = new Counters()
    counting.count('roomsOpened')
    expect(counting.takeIfDue(1_000)).toEqual({ ...NONE, seconds: 0, roomsOpened: 1 })
    const reports = []
    for (let now = 2_000; now <= 1_000 + REPORT_EVERY_MS; now += 100) {
      counting.count('messages')
      counting.countRefusal(now % 200 === 0 ? 'room-full' : 'slow-down')
      const report = counting.takeIfDue(now)
      if (report) reports.push(report)
    }
    const refusals = { 'room-full': 296, 'slow-down': 295 }
    expect(reports).toEqual([{ ...NONE, seconds: 60, messages: 591, refusals }])
  })

  test('say nothing where nothing happened', () => {
    const counting = new Counters()
    for (const now of [0, REPORT_EVERY_MS, 10 * REPORT_EVERY_MS]) expect(counting.takeIfDue(now)).toBe(null)
  })

  test('are reported by a clock that was set back', () => {
    const counting = new Counters()
    counting.count('messages')
    counting.takeIfDue(10 * REPORT_EVERY_MS)
    counting.count('messages')
    expect(counting.takeIfDue(0)).toEqual({ ...NONE, seconds: 0, messages: 1 })
  })

  test('count nothing twice', () => {
    const counting = new Counters()
    counting.count('messages')
    counting.takeIfDue(0)
    counting.count('relays')
    expect(counting.takeIfDue(REPORT_EVERY_MS)).toEqual({ ...NONE, seconds: 60, relays: 1 })
    expect(counting.takeIfDue(2 * REPORT_EVERY_MS)).toBe(null)
  })
})

describe('a report', () => {
  const write = vi.fn()
  const writeDataPoint = vi.fn()

  test('is a line of the log, or the same numbers in Analytics Engine where that is bound', () => {
    counters.count('roomsOpened')
    counters.count('messages')
    counters.count('messages')
    counters.countRefusal('room-full')
    reportCounters({}, 0, write)
    expect(write).toHaveBeenCalledOnce()
    const line = CountersLine.parse(write.mock.lastCall?.[0])
    expect(line).toMatchObject({ ...NONE, roomsOpened: 1, messages: 2, refusals: { 'room-full': 1 } })

    counters.count('roomsOpened')
    counters.count('messages')
    counters.count('messages')
    counters.countRefusal('room-full')
    reportCounters({ COUNTERS: { writeDataPoint } }, REPORT_EVERY_MS, write)
    expect(write).toHaveBeenCalledOnce()
    expect(writeDataPoint.mock.calls).toEqual(toDataPoints(line).map((point) => [point]))
    expect(writeDataPoint.mock.calls.flat()).toEqual([
      { indexes: ['roomsOpened'], blobs: ['roomsOpened', ''], doubles: [1] },
      { indexes: ['messages'], blobs: ['messages', ''], doubles: [2] },
      { indexes: ['refusals'], blobs: ['refusals', 'room-full'], doubles: [1] },
    ])
  })
})
