import { describe, expect, test } from 'vitest'
import { clockChangeAt, fromLocalInput, toLocalInput } from './local-time.ts'

interface Case {
  zone: string
  at: string
  is: 'skipped' | 'repeated' | 'like any other'
  /** What is meant, in UTC. */
  meant?: string
}
const CASES: Case[] = [
  { zone: 'Europe/Berlin', at: '2027-03-28T01:59', is: 'like any other' },
  { zone: 'Europe/Berlin', at: '2027-03-28T02:00', is: 'skipped', meant: '2027-03-28T01:00' },
  { zone: 'Europe/Berlin', at: '2027-03-28T02:30', is: 'skipped', meant: '2027-03-28T01:30' },
  { zone: 'Europe/Berlin', at: '2027-03-28T03:00', is: 'like any other' },
  { zone: 'Europe/Berlin', at: '2026-10-25T01:59', is: 'like any other' },
  { zone: 'Europe/Berlin', at: '2026-10-25T02:00', is: 'repeated', meant: '2026-10-25T00:00' },
  { zone: 'Europe/Berlin', at: '2026-10-25T02:59', is: 'repeated', meant: '2026-10-25T00:59' },
  { zone: 'Europe/Berlin', at: '2026-10-25T03:00', is: 'like any other' },
  { zone: 'Europe/Berlin', at: '2026-10-24T12:00', is: 'like any other' },
  { zone: 'America/New_York', at: '2027-03-14T02:30', is: 'skipped', meant: '2027-03-14T07:30' },
  { zone: 'America/New_York', at: '2026-11-01T01:30', is: 'repeated', meant: '2026-11-01T05:30' },
  { zone: 'America/New_York', at: '2026-11-01T00:59', is: 'like any other' },
  { zone: 'Australia/Lord_Howe', at: '2026-10-04T02:15', is: 'skipped', meant: '2026-10-03T15:45' },
  { zone: 'Australia/Lord_Howe', at: '2027-04-04T01:45', is: 'repeated', meant: '2027-04-03T14:45' },
  { zone: 'Asia/Kolkata', at: '2027-03-28T02:30', is: 'like any other' },
  { zone: 'UTC', at: '2026-10-25T02:30', is: 'like any other' },
  { zone: 'UTC', at: '', is: 'like any other' },
  { zone: 'UTC', at: '12026-10-25T02:30', is: 'like any other' },
]

describe('a time in a box', () => {
  test.for(CASES)('$at in $zone is $is', ({ zone, at, is, meant }) => {
    const expected = is === 'like any other' ? null : { is, meant: Date.parse(`${meant}Z`) }
    expect(clockChangeAt(at, zone)).toEqual(expected)
  })

  test('means here what the platform makes of it, also where the clocks change', () => {
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const value = new Date(Date.UTC(2026, 0, 1, hour, 30)).toISOString().slice(0, 16)
      const instant = fromLocalInput(value) ?? 0
      const change = clockChangeAt(value)
      expect(change?.meant ?? instant).toBe(instant)
      expect(toLocalInput(instant) === value).toBe(change?.is !== 'skipped')
    }
  })
})
