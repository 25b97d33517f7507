import { expect, test } from 'vitest'
import { newDraft } from './draft-room.ts'
import { forgetPlan, keepPlan, recallPlan } from './kept-plan.ts'
import { toLocalInput } from './local-time.ts'

const HOUR = 3_600_000
const NOW = new Date(2026, 10, 26, 12).getTime()

function drawer() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const PLAN = { ...newDraft(NOW), title: 'Circle', password: 'open sesame', upTo: 7, who: 'some' as const }

test('what was typed is there again, but for the password', () => {
  const tab = drawer()
  keepPlan(PLAN, tab)
  expect([...tab.kept.values()].join()).not.toContain('sesame')
  expect(recallPlan(NOW, tab)).toEqual({ ...PLAN, password: '' })
  forgetPlan(tab)
  expect(recallPlan(NOW, tab)).toEqual(newDraft(NOW))
})

test('times that have passed meanwhile are chosen anew', () => {
  const tab = drawer()
  keepPlan({ ...PLAN, opensAt: toLocalInput(NOW), closesAt: toLocalInput(NOW + HOUR) }, tab)
  const later = NOW + 2 * HOUR
  const { opensAt, closesAt } = newDraft(later)
  expect(recallPlan(later, tab)).toMatchObject({ title: 'Circle', opensAt, closesAt })
})

test('what was damaged, or can’t be read, is an empty form', () => {
  const tab = drawer()
  tab.setItem('private-chat.plan', '{')
  expect(recallPlan(NOW, tab)).toEqual(newDraft(NOW))
  expect(recallPlan(NOW, undefined)).toEqual(newDraft(NOW))
})
