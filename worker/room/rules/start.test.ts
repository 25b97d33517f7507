import { expect, test } from 'vitest'
import { ARRIVED_AFTER_MS } from '../../../protocol/limits.ts'
import { type Arrival, hasStarted, startsBySpeaking, startTime } from './start.ts'

/** Somebody in this seat, connected since then. */
const here = (seatNumber: number, connectedSince: number | null): Arrival => ({ seatNumber, connectedSince })

interface Case {
  what: string
  firstSeat: number | null
  present: Arrival[]
  /** From when on the life has begun; null where it does not begin. */
  at: number | null
}
const CASES: Case[] = [
  { what: 'nobody', firstSeat: null, present: [], at: null },
  { what: 'whoever sat first, alone', firstSeat: 1, present: [here(1, 0)], at: null },
  { what: 'a second one', firstSeat: 1, present: [here(1, 0), here(2, 5_000)], at: 15_000 },
  { what: 'a second one, while the first is away', firstSeat: 1, present: [here(2, 5_000)], at: 15_000 },
  { what: 'a second one whose line is cut', firstSeat: 1, present: [here(1, 0), here(2, null)], at: null },
  {
    what: 'several, by whoever has been here for longest',
    firstSeat: 1,
    present: [here(1, 0), here(2, 9_000), here(3, 7_000), here(4, null)],
    at: 17_000,
  },
  { what: 'who is the first by now, alone', firstSeat: 2, present: [here(2, 0)], at: null },
  {
    what: 'who was first and came back later',
    firstSeat: 2,
    present: [here(2, 0), here(3, 8_000)],
    at: 18_000,
  },
]
test.for(CASES)('$what: begins at $at', ({ firstSeat, present, at }) => {
  expect(startTime(firstSeat, present)).toBe(at)
  for (const now of [0, 14_999, 15_000, 17_000, 18_000])
    expect(hasStarted(firstSeat, present, now)).toBe(at !== null && now >= at)
})

test('ten seconds are enough', () => {
  expect(ARRIVED_AFTER_MS).toBe(10_000)
})

test('a word of anybody but whoever sat first begins the life', () => {
  expect([here(1, 0), here(2, 0), here(3, null)].map((each) => startsBySpeaking(1, each))).toEqual([
    false,
    true,
    true,
  ])
})
