import { describe, expect, test } from 'vitest'
import {
  checkOpen,
  endReason,
  endTime,
  type Lifetime,
  latestEnd,
  nextChange,
  type Phase,
  phaseOf,
  refusalIn,
} from './phase.ts'

/** A room of ten seconds made at 1,000 that ends, if nothing happens, at 11,000. */
const FIXED: Lifetime = {
  expiry: 'fixed',
  lifetime: 10,
  startedAt: 1_000,
  endsAt: 11_000,
  endsSetAt: 1_000,
  schedule: null,
}
const SLIDING: Lifetime = { ...FIXED, expiry: 'sliding' }

interface Case {
  what: string
  life: Lifetime
  lastMessageAt: number | null
  end: number
}
const CASES: Case[] = [
  { what: 'a fixed room in which nobody spoke', life: FIXED, lastMessageAt: null, end: 11_000 },
  { what: 'a fixed room in which somebody spoke', life: FIXED, lastMessageAt: 9_000, end: 11_000 },
  { what: 'a sliding room in which nobody spoke', life: SLIDING, lastMessageAt: null, end: 11_000 },
  { what: 'a sliding room', life: SLIDING, lastMessageAt: 9_000, end: 19_000 },
  {
    what: 'a sliding room that waits, in which somebody spoke',
    life: { ...SLIDING, startedAt: null },
    lastMessageAt: 9_000,
    end: 11_000,
  },
  {
    what: 'a sliding room in which somebody spoke at once',
    life: SLIDING,
    lastMessageAt: 1_000,
    end: 11_000,
  },
  {
    what: 'a sliding room whose end was set after the last message',
    life: { ...SLIDING, endsAt: 9_500, endsSetAt: 9_001 },
    lastMessageAt: 9_000,
    end: 9_500,
  },
  {
    what: 'a sliding room whose end was set later than a message moves it',
    life: { ...SLIDING, endsAt: 90_000, endsSetAt: 5_000 },
    lastMessageAt: 9_000,
    end: 90_000,
  },
  {
    what: 'a sliding room whose end was set sooner, and in which somebody spoke since',
    life: { ...SLIDING, endsAt: 6_000, endsSetAt: 5_000 },
    lastMessageAt: 5_500,
    end: 15_500,
  },
  {
    what: 'a fixed room whose end was moved to a later time',
    life: { ...FIXED, endsAt: 50_000, endsSetAt: 9_000 },
    lastMessageAt: 9_500,
    end: 50_000,
  },
]

describe('the end of', () => {
  test.for(CASES)('$what is at $end', ({ life, lastMessageAt, end }) => {
    expect(endTime(life, lastMessageAt)).toBe(end)
    expect(phaseOf(life, lastMessageAt, end - 1)).toBe('open')
    expect(phaseOf(life, lastMessageAt, end)).toBe('gone')
  })
})

const fixed: Lifetime = { ...FIXED, startedAt: 0, endsAt: 10_000, endsSetAt: 0 }
const sliding: Lifetime = { ...fixed, expiry: 'sliding' }
const scheduled: Lifetime = { ...fixed, schedule: { opensAt: 5_000, retainFor: 3 } }
const unkept: Lifetime = { ...fixed, schedule: { opensAt: 5_000, retainFor: 0 } }

interface PhaseCase {
  life: Lifetime
  name: string
  lastMessageAt?: number
  now: number
  phase: Phase
  next: number
}

const PHASES: PhaseCase[] = [
  { name: 'fixed', life: fixed, now: -1, phase: 'open', next: 10_000 },
  { name: 'fixed', life: fixed, now: 9_999, phase: 'open', next: 10_000 },
  { name: 'fixed', life: fixed, now: 10_000, phase: 'gone', next: 10_000 },
  { name: 'fixed', life: fixed, lastMessageAt: 9_000, now: 10_000, phase: 'gone', next: 10_000 },
  { name: 'sliding', life: sliding, lastMessageAt: 9_000, now: 18_999, phase: 'open', next: 19_000 },
  { name: 'sliding', life: sliding, lastMessageAt: 9_000, now: 19_000, phase: 'gone', next: 19_000 },
  { name: 'scheduled', life: scheduled, now: 4_999, phase: 'scheduled', next: 10_000 },
  { name: 'scheduled', life: scheduled, now: 5_000, phase: 'open', next: 10_000 },
  { name: 'scheduled', life: scheduled, now: 9_999, phase: 'open', next: 10_000 },
  { name: 'scheduled', life: scheduled, now: 10_000, phase: 'closed', next: 13_000 },
  { name: 'scheduled', life: scheduled, now: 12_999, phase: 'closed', next: 13_000 },
  { name: 'scheduled', life: scheduled, now: 13_000, phase: 'gone', next: 13_000 },
  { name: 'unkept', life: unkept, now: 9_999, phase: 'open', next: 10_000 },
  { name: 'unkept', life: unkept, now: 10_000, phase: 'gone', next: 10_000 },
]

describe('the phase of a room', () => {
  test.for(PHASES)('that is $name is $phase at $now', ({ life, lastMessageAt = null, now, phase, next }) => {
    expect(phaseOf(life, lastMessageAt, now)).toBe(phase)
    expect(nextChange(life, lastMessageAt, now)).toBe(next)
  })

  test('never goes back as time goes on', () => {
    const order: Phase[] = ['scheduled', 'open', 'closed', 'gone']
    for (const life of [fixed, sliding, scheduled, unkept]) {
      let reached = 0
      for (let now = 0; now < 20_000; now += 250) {
        const at = order.indexOf(phaseOf(life, null, now))
        expect(at).toBeGreaterThanOrEqual(reached)
        reached = at
      }
      expect(order[reached]).toBe('gone')
    }
  })

  test('decides the refusal of a call', () => {
    expect((['scheduled', 'open', 'closed', 'gone'] as const).map((phase) => refusalIn(phase).code)).toEqual([
      'room-not-open',
      'room-not-found',
      'room-closed',
      'room-not-found',
    ])
    expect([endReason(fixed), endReason(scheduled)]).toEqual(['expired', 'ended'])
  })

  test('lets the facilitator in always, and everybody else while it is open', () => {
    const phases = ['scheduled', 'open', 'closed', 'gone'] as const
    expect(phases.map((phase) => checkOpen(phase, false).refusal?.code)).toEqual([
      'room-not-open',
      undefined,
      'room-closed',
      'room-not-found',
    ])
    expect(phases.map((phase) => checkOpen(phase, true).ok)).toEqual([true, true, true, true])
  })
})

test('an end may be set a day after the life began, and in a sliding room a day from now', () => {
  const room = { lifetime: 600, startedAt: 2_000, endsAt: 600_000, endsSetAt: 2_000, schedule: null }
  expect(latestEnd({ ...room, expiry: 'fixed' }, 5_000)).toBe(86_402_000)
  expect(latestEnd({ ...room, expiry: 'sliding' }, 5_000)).toBe(86_405_000)
})
