import { describe, expect, test } from 'vitest'
import { checkLock, checkSeat, isAbandoned, isAway, isUnused } from './entry.ts'

describe('a seat', () => {
  interface Case {
    what: string
    hasSpoken: boolean
    isConnected: boolean
    idle: number
    abandoned: boolean
    hasClosed?: boolean
  }
  const CASES: Case[] = [
    { what: 'silent for a minute', hasSpoken: false, isConnected: false, idle: 60_000, abandoned: true },
    { what: 'silent for a day', hasSpoken: false, isConnected: false, idle: 86_400_000, abandoned: true },
    { what: 'silent for less', hasSpoken: false, isConnected: false, idle: 59_999, abandoned: false },
    {
      what: 'closed ten seconds ago',
      hasSpoken: false,
      isConnected: false,
      idle: 10_000,
      abandoned: true,
      hasClosed: true,
    },
    {
      what: 'closed for less',
      hasSpoken: false,
      isConnected: false,
      idle: 9_999,
      abandoned: false,
      hasClosed: true,
    },
    {
      what: 'closed by one who spoke',
      hasSpoken: true,
      isConnected: false,
      idle: 86_400_000,
      abandoned: false,
      hasClosed: true,
    },
    { what: 'just taken', hasSpoken: false, isConnected: false, idle: 0, abandoned: false },
    { what: 'silent and connected', hasSpoken: false, isConnected: true, idle: 86_400_000, abandoned: false },
    { what: 'of one who spoke', hasSpoken: true, isConnected: false, idle: 86_400_000, abandoned: false },
    {
      what: 'of one who spoke and is connected',
      hasSpoken: true,
      isConnected: true,
      idle: 0,
      abandoned: false,
    },
  ]
  test.for(CASES)('$what is abandoned: $abandoned', (seat) => {
    const { hasSpoken, isConnected, idle, abandoned, hasClosed = false } = seat
    const now = 1_700_000_000_000
    expect(isAbandoned({ hasSpoken, isConnected, hasClosed, idleSince: now - idle }, now)).toBe(abandoned)
  })

  interface Unused {
    what: string
    wasConnected: boolean
    hasSpoken: boolean
    isConnected: boolean
    idle: number
    unused: boolean
  }
  const SILENT = { hasSpoken: false, isConnected: false }
  const UNUSED: Unused[] = [
    {
      what: 'never had a connection, for a minute',
      ...SILENT,
      wasConnected: false,
      idle: 60_000,
      unused: true,
    },
    { what: 'never had a connection, for less', ...SILENT, wasConnected: false, idle: 59_999, unused: false },
    { what: 'had one, for a quarter of an hour', ...SILENT, wasConnected: true, idle: 900_000, unused: true },
    { what: 'had one, for less', ...SILENT, wasConnected: true, idle: 899_999, unused: false },
    { what: 'spoke', ...SILENT, hasSpoken: true, wasConnected: true, idle: 86_400_000, unused: false },
    {
      what: 'is connected',
      ...SILENT,
      isConnected: true,
      wasConnected: true,
      idle: 86_400_000,
      unused: false,
    },
  ]
  test.for(UNUSED)(
    'of one who $what is unused: $unused',
    ({ wasConnected, idle, unused, hasSpoken, isConnected }) => {
      const now = 1_700_000_000_000
      const seat = { hasSpoken, isConnected, hasClosed: false, idleSince: now - idle }
      expect(isUnused(seat, wasConnected, now)).toBe(unused)
    },
  )

  test('may be freed by a host once nobody was connected to it for a minute, spoken or not', () => {
    const now = 1_700_000_000_000
    expect(isAway({ isConnected: false, idleSince: now - 60_000 }, now)).toBe(true)
    expect(isAway({ isConnected: false, idleSince: now - 59_999 }, now)).toBe(false)
    expect(isAway({ isConnected: true, idleSince: now - 60_000 }, now)).toBe(false)
  })

  interface Room {
    what: string
    capacity: number | null
    taken: number
    abandoned: number
    answer: string | undefined
  }
  const ROOMS: Room[] = [
    { what: 'an empty room', capacity: 2, taken: 0, abandoned: 0, answer: undefined },
    { what: 'the last seat', capacity: 2, taken: 1, abandoned: 0, answer: undefined },
    { what: 'a full room', capacity: 2, taken: 2, abandoned: 0, answer: 'room-full' },
    { what: 'an overfull room', capacity: 2, taken: 3, abandoned: 0, answer: 'room-full' },
    { what: 'an abandoned seat', capacity: 2, taken: 2, abandoned: 1, answer: undefined },
    { what: 'no limit', capacity: null, taken: 99_999, abandoned: 0, answer: undefined },
    {
      what: 'no limit and as many as a room can take',
      capacity: null,
      taken: 100_000,
      abandoned: 0,
      answer: 'room-full',
    },
  ]
  test.for(ROOMS)('is asked for in $what: $answer', ({ answer, ...room }) => {
    expect(checkSeat(room, { isHost: false }).refusal?.code).toBe(answer)
  })
})

describe('the host of a room', () => {
  const taken = (number: number, abandoned = 0) =>
    checkSeat({ capacity: 2, taken: number, abandoned }, { isHost: true }).refusal?.code

  test('gets a seat above the capacity, and one only', () => {
    expect(taken(2)).toBe(undefined)
    expect(taken(3)).toBe('room-full')
    expect(taken(3, 1)).toBe(undefined)
  })
})

describe('the lock of a room', () => {
  test('keeps out those removed, and everybody else while it is locked', () => {
    const visitor = { isRemoved: false, isHost: false }
    const removed = { isRemoved: true, isHost: false }
    expect(checkLock(visitor, { locked: false }).ok).toBe(true)
    expect(checkLock(visitor, { locked: true }).refusal).toEqual({ code: 'room-locked' })
    expect(checkLock(removed, { locked: false }).refusal).toEqual({ code: 'removed' })
    expect(checkLock(removed, { locked: true }).refusal).toEqual({ code: 'removed' })
  })

  test('lets in whoever locked it', () => {
    expect(checkLock({ isRemoved: false, isHost: true }, { locked: true }).ok).toBe(true)
  })
})
