import { describe, expect, test } from 'vitest'
import { SCHEDULE_AHEAD_MS } from '../../../protocol/limits.ts'
import type { PlanPatch } from '../../../protocol/schedule.ts'
import type { Phase } from './phase.ts'
import { changesOf, checkChanges, checkNewEnd, checkTimes } from './schedule.ts'

const NOW = 1_000_000

interface Case {
  phase: Phase
  changes: PlanPatch
  wrong: string[]
}

const CASES: Case[] = [
  { phase: 'scheduled', changes: { opensAt: NOW + 50, closesAt: NOW + 60 }, wrong: [] },
  { phase: 'scheduled', changes: { opensAt: NOW - 50 }, wrong: [] },
  { phase: 'scheduled', changes: { opensAt: NOW + 200 }, wrong: ['closesAt'] },
  { phase: 'scheduled', changes: { closesAt: NOW + 5 }, wrong: ['closesAt'] },
  { phase: 'scheduled', changes: { encryption: 'e2ee', admission: null }, wrong: [] },
  { phase: 'open', changes: { opensAt: NOW - 1 }, wrong: [] },
  { phase: 'open', changes: { opensAt: NOW }, wrong: [] },
  { phase: 'open', changes: { opensAt: NOW + 1 }, wrong: ['opensAt'] },
  { phase: 'open', changes: { closesAt: NOW + 1 }, wrong: [] },
  { phase: 'open', changes: { closesAt: NOW }, wrong: ['closesAt'] },
  { phase: 'open', changes: { encryption: 'none', admission: 'x' }, wrong: ['encryption', 'admission'] },
  { phase: 'open', changes: { history: 'all' }, wrong: ['history'] },
  { phase: 'open', changes: { title: 'x', capacity: 3, password: null, locked: true }, wrong: [] },
  { phase: 'closed', changes: { title: 'x', retainFor: 0 }, wrong: [] },
  { phase: 'closed', changes: { closesAt: NOW + 500, locked: true }, wrong: ['closesAt', 'locked'] },
  { phase: 'scheduled', changes: { retainFor: 61, destroyBy: 'host' }, wrong: [] },
  { phase: 'scheduled', changes: { retainFor: 61, opensAt: NOW }, wrong: [] },
  { phase: 'open', changes: { retainFor: 61 }, wrong: ['retainFor'] },
  { phase: 'open', changes: { retainFor: 61, opensAt: NOW - 20, closesAt: NOW + 1 }, wrong: ['retainFor'] },
  { phase: 'open', changes: { retainFor: 60 }, wrong: [] },
  { phase: 'open', changes: { retainFor: 59 }, wrong: [] },
  { phase: 'open', changes: { destroyBy: 'host' }, wrong: ['destroyBy'] },
  { phase: 'closed', changes: { retainFor: 61 }, wrong: ['retainFor'] },
]

describe('a change of a schedule', () => {
  test.for(CASES)('of $changes in a room that is $phase: $wrong', ({ phase, changes, wrong }) => {
    const times =
      phase === 'scheduled'
        ? { opensAt: NOW + 10, closesAt: NOW + 100 }
        : { opensAt: NOW - 10, closesAt: phase === 'closed' ? NOW - 5 : NOW + 100 }
    const issues = checkChanges({ phase, ...times, retainFor: 60, destroyBy: 'anyone' }, changes, NOW)
    expect(issues.map(({ path }) => path)).toEqual(wrong)
  })

  test('is only what differs', () => {
    const today: Record<string, unknown> = { title: 'a', locked: false }
    const patch: PlanPatch = { title: 'a', locked: true, closesAt: undefined }
    expect(changesOf(patch, (field, value) => value !== today[field])).toEqual({ locked: true })
  })
})

test('a room closes after it opens, not at once', () => {
  const issues = (closesAt: number) =>
    checkTimes({ opensAt: NOW + 10, closesAt }, NOW).map(({ path }) => path)
  expect(issues(NOW + 10)).toEqual(['closesAt'])
  expect(issues(NOW + 11)).toEqual([])
})

test('the end of a schedule lies within a year', () => {
  const issues = (closesAt: number) => checkTimes({ opensAt: NOW, closesAt }, NOW).length
  expect([NOW, NOW + 1, NOW + SCHEDULE_AHEAD_MS, NOW + SCHEDULE_AHEAD_MS + 1].map(issues)).toEqual([
    1, 0, 0, 1,
  ])
})

test('the end of a stranger’s room lies within a day of its beginning, that of a facilitator’s is free', () => {
  const life = { expiry: 'fixed', lifetime: 600, endsAt: NOW + 1, endsSetAt: NOW, startedAt: NOW } as const
  const stranger = { ...life, schedule: null }
  const own = { ...life, schedule: { opensAt: NOW, retainFor: 0 } }
  const ends = [NOW, NOW + 86_400_000, NOW + 86_400_001]
  expect(ends.map((end) => checkNewEnd(stranger, end, NOW).length)).toEqual([1, 0, 1])
  expect(ends.map((end) => checkNewEnd(own, end, NOW).length)).toEqual([1, 0, 0])
})

test('a room that waits for somebody is given no end, and says when', () => {
  const life = {
    expiry: 'fixed',
    lifetime: 600,
    endsAt: NOW + 100_000,
    endsSetAt: NOW,
    schedule: null,
  } as const
  for (const closesAt of [NOW + 1, NOW + 50_000, NOW + 86_400_000])
    expect(checkNewEnd({ ...life, startedAt: null }, closesAt, NOW)).toEqual([
      { path: 'closesAt', message: expect.stringContaining('after that') },
    ])
})
