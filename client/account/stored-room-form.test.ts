import { expect, test } from 'vitest'
import { toLocalInput } from '../i18n/local-time.ts'
import { emptyRoomForm } from './room-form.ts'
import { forgetPlan, forgetPlanOfOther, keepPlan, recallPlan } from './stored-room-form.ts'

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

const CHOSEN = { opensAt: toLocalInput(NOW + 2 * HOUR), closesAt: toLocalInput(NOW + 5 * HOUR) }
const PLAN = {
  ...emptyRoomForm(NOW),
  ...CHOSEN,
  title: 'Circle',
  password: 'open sesame',
  who: 'some' as const,
}

test('what was typed is there again, but for the password', () => {
  const tab = drawer()
  keepPlan(PLAN, 'ann', NOW, tab)
  expect([...tab.kept.values()].join()).not.toContain('sesame')
  expect(recallPlan(NOW + HOUR, tab)).toEqual({ ...PLAN, password: '' })
  forgetPlan(tab)
  expect(recallPlan(NOW, tab)).toEqual(emptyRoomForm(NOW))
})

test.for([
  { what: 'have passed', plan: PLAN, after: 6 * HOUR },
  { what: 'are an opening that has passed', plan: PLAN, after: 3 * HOUR },
  { what: 'nobody chose', plan: { ...emptyRoomForm(NOW), title: 'Circle' }, after: HOUR / 2 },
])('times that $what are chosen anew', ({ plan, after }) => {
  const tab = drawer()
  keepPlan(plan, 'ann', NOW, tab)
  const { opensAt, closesAt } = emptyRoomForm(NOW + after)
  expect(recallPlan(NOW + after, tab)).toMatchObject({ title: 'Circle', opensAt, closesAt })
})

test('it is forgotten where it is somebody else’s', () => {
  const tab = drawer()
  keepPlan(PLAN, '', NOW, tab)
  expect(forgetPlanOfOther('ann', tab)).toBe(false)
  keepPlan(PLAN, 'ann', NOW, tab)
  expect(forgetPlanOfOther('ann', tab)).toBe(false)
  expect(forgetPlanOfOther('ben', tab)).toBe(true)
  expect(tab.kept.size).toBe(0)
})

test('what was damaged, or can’t be read, is an empty form', () => {
  const tab = drawer()
  tab.setItem('private-chat.plan', '{')
  expect(recallPlan(NOW, tab)).toEqual(emptyRoomForm(NOW))
  expect(recallPlan(NOW, undefined)).toEqual(emptyRoomForm(NOW))
})
