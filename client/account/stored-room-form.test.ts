import { expect, test } from 'vitest'
import { makeFakeStorage, makeForbiddenStorage } from '../../test/support/fake-storage.ts'
import { toLocalInput } from '../i18n/local-time.ts'
import { makeSafeStorage } from '../net/safe-storage.ts'
import { emptyRoomForm } from './room-form.ts'
import { clearRoomForm, clearRoomFormOfOther, loadRoomForm, storeRoomForm } from './stored-room-form.ts'

const HOUR = 3_600_000
const NOW = new Date(2026, 10, 26, 12).getTime()

function makeTab() {
  const kept = new Map<string, string>()
  return { kept, ...makeFakeStorage(kept) }
}

const CHOSEN = { opensAt: toLocalInput(NOW + 2 * HOUR), closesAt: toLocalInput(NOW + 5 * HOUR) }
const FORM = {
  ...emptyRoomForm(NOW),
  ...CHOSEN,
  title: 'Circle',
  password: 'open sesame',
  who: 'some' as const,
}

test('what was typed is there again, except the password', () => {
  const tab = makeTab()
  storeRoomForm({ form: FORM, accountId: 'ann', storedAt: NOW }, tab)
  expect([...tab.kept.values()].join()).not.toContain('sesame')
  expect(loadRoomForm(NOW + HOUR, tab)).toEqual({ ...FORM, password: '' })
  clearRoomForm(tab)
  expect(loadRoomForm(NOW, tab)).toEqual(emptyRoomForm(NOW))
})

test.for([
  { what: 'have passed', form: FORM, after: 6 * HOUR },
  { what: 'are an opening that has passed', form: FORM, after: 3 * HOUR },
  { what: 'nobody chose', form: { ...emptyRoomForm(NOW), title: 'Circle' }, after: HOUR / 2 },
])('times that $what are chosen again', ({ form, after }) => {
  const tab = makeTab()
  storeRoomForm({ form, accountId: 'ann', storedAt: NOW }, tab)
  const { opensAt, closesAt } = emptyRoomForm(NOW + after)
  expect(loadRoomForm(NOW + after, tab)).toMatchObject({ title: 'Circle', opensAt, closesAt })
})

test('it is forgotten where it is somebody else’s', () => {
  const tab = makeTab()
  storeRoomForm({ form: FORM, accountId: '', storedAt: NOW }, tab)
  expect(clearRoomFormOfOther('ann', tab)).toBe(false)
  storeRoomForm({ form: FORM, accountId: 'ann', storedAt: NOW }, tab)
  expect(clearRoomFormOfOther('ann', tab)).toBe(false)
  expect(clearRoomFormOfOther('ben', tab)).toBe(true)
  expect(tab.kept.size).toBe(0)
})

test('what was damaged, or can’t be read, is an empty form', () => {
  const tab = makeTab()
  tab.writeItem('private-chat.plan', '{')
  expect(loadRoomForm(NOW, tab)).toEqual(emptyRoomForm(NOW))
  expect(loadRoomForm(NOW, makeSafeStorage(makeForbiddenStorage))).toEqual(emptyRoomForm(NOW))
})
