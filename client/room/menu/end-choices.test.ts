import { describe, expect, test } from 'vitest'
import type { Role } from '../../../protocol/participant.ts'
import type { Room } from '../../../protocol/room.ts'
import { exampleRoom } from '../../../test/support/examples.ts'
import { endRangeOf, mayMoveEnd, nextInstantAt, stepsWithin } from './end-choices.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

interface MayCase {
  what: string
  room: Partial<Room>
  role: Role
  may: boolean
}

describe('the end of a room', () => {
  test.each<MayCase>([
    { what: 'anyone where anyone may destroy it', room: {}, role: 'participant', may: true },
    { what: 'nobody but a host', room: { destroyBy: 'host' }, role: 'participant', may: false },
    { what: 'a host', room: { destroyBy: 'host' }, role: 'host', may: true },
    {
      what: 'no participant of a facilitator’s room',
      room: { closesAt: 9 },
      role: 'participant',
      may: false,
    },
    { what: 'its facilitator', room: { closesAt: 9 }, role: 'facilitator', may: true },
    { what: 'nobody where messages move it', room: { expiry: 'sliding' }, role: 'host', may: false },
    { what: 'nobody while it waits', room: { startedAt: null }, role: 'host', may: false },
  ])('is moved by $what', ({ room, role, may }) => {
    expect(mayMoveEnd(exampleRoom(room), role)).toBe(may)
  })

  test('is a minute from now at the earliest, and a day after the start at the latest', () => {
    const range = endRangeOf(exampleRoom({ startedAt: 2_000_000 }), 3_000_000)
    expect(range).toEqual({ earliest: 3_000_000 + MINUTE, latest: 2_000_000 + 24 * HOUR })
  })

  test('is moved by steps that stay within that', () => {
    const range = { earliest: 10 * MINUTE, latest: 100 * MINUTE }
    expect(stepsWithin(40 * MINUTE, range)).toEqual({ later: [5, 10, 30, 60], earlier: [5, 10, 30] })
    expect(stepsWithin(41 * MINUTE, range).later).toEqual([5, 10, 30])
    expect(stepsWithin(39 * MINUTE, range).earlier).toEqual([5, 10])
  })
})

describe('a time that was typed', () => {
  const noon = new Date(2026, 10, 27, 12, 0, 30).getTime()

  test('is today where it is still to come', () => {
    expect(nextInstantAt('12:01', noon)).toBe(new Date(2026, 10, 27, 12, 1).getTime())
  })

  test('is tomorrow where it is past', () => {
    expect(nextInstantAt('11:59', noon)).toBe(new Date(2026, 10, 28, 11, 59).getTime())
  })

  test('is now, and not tomorrow, for the minute that it is', () => {
    expect(nextInstantAt('12:00', noon)).toBe(new Date(2026, 10, 27, 12, 0).getTime())
  })

  test('is nothing where the box is empty', () => {
    expect(nextInstantAt('', noon)).toBeNull()
  })
})
