import { describe, expect, test } from 'vitest'
import { endReason, type Life, nextChange, type Phase, phaseOf, refuseIn } from './phase.ts'

const fixed: Life = { expiry: 'fixed', lifetime: 10, endsAt: 10_000, endsSetAt: 0, schedule: null }
const sliding: Life = { ...fixed, expiry: 'sliding' }
const scheduled: Life = { ...fixed, schedule: { opensAt: 5_000, retainFor: 3 } }
const unkept: Life = { ...fixed, schedule: { opensAt: 5_000, retainFor: 0 } }

interface Case {
  life: Life
  name: string
  lastMessageAt?: number
  now: number
  phase: Phase
  next: number
}

const CASES: Case[] = [
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
  test.for(CASES)('that is $name is $phase at $now', ({ life, lastMessageAt = null, now, phase, next }) => {
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

  test('says why no', () => {
    expect((['scheduled', 'open', 'closed', 'gone'] as const).map((phase) => refuseIn(phase).code)).toEqual([
      'room-not-open',
      'room-not-found',
      'room-closed',
      'room-not-found',
    ])
    expect([endReason(fixed), endReason(scheduled)]).toEqual(['expired', 'ended'])
  })
})
