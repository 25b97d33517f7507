import { expect, test } from 'vitest'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { fromLocalInput } from '../i18n/local-time.ts'
import {
  changeableRules,
  emptyRoomForm,
  findFormErrors,
  repeatNextWeek,
  toPatch,
  toPlan,
  toRoomForm,
} from './room-form.ts'

const NOW = new Date('2026-03-25T12:00').getTime()
const at = (local: string) => new Date(local).getTime()
const room = {
  title: 'Workshop',
  opensAt: at('2026-03-26T14:00'),
  closesAt: at('2026-03-26T16:00'),
  capacity: null,
  encryption: 'none',
  retainFor: 604_800,
  door: 'open',
  history: 'all',
  destroyBy: 'host',
  files: true,
} as AccountRoom

test('a new room is one that its server can’t read, until somebody chooses otherwise', () => {
  expect(emptyRoomForm(NOW).encryption).toBe('e2ee')
})

test('a week later it is the same time of day, also where the clocks change in between', () => {
  const draft = repeatNextWeek(room, NOW)
  expect(draft.opensAt).toBe('2026-04-02T14:00')
  expect(draft.closesAt).toBe('2026-04-02T16:00')
  expect(draft.title).toBe('Workshop, 2 Apr')
  expect(repeatNextWeek({ ...room, title: 'Workshop, 26 Mar' }, NOW).title).toBe('Workshop, 2 Apr')
})

test('a room of long ago comes again in the week that follows', () => {
  expect(repeatNextWeek(room, at('2026-05-01T12:00')).opensAt).toBe('2026-05-07T14:00')
})

test.for([
  ['a new room', undefined, ['door', 'history', 'destroyBy']],
  ['a room to come', { state: 'scheduled' }, ['door', 'history', 'destroyBy']],
  ['an open room', { state: 'open' }, ['door', 'destroyBy']],
  ['an open room that anyone may destroy', { state: 'open', destroyBy: 'anyone' }, ['door']],
  ['a closed room', { state: 'closed' }, []],
] as const)('the rules that can be chosen for %s', ([, differing, rules]) => {
  const changed = differing && ({ ...room, ...differing } as AccountRoom)
  expect(Object.keys(changeableRules(toRoomForm(changed ?? room), changed))).toEqual(rules)
})

test('files can be turned off where an envelope carries their keys, and in a closed room no more', () => {
  const encrypted: AccountRoom = { ...room, encryption: 'e2ee', state: 'open' }
  expect(changeableRules(toRoomForm(encrypted), encrypted)).toMatchObject({ files: true })
  expect(changeableRules(emptyRoomForm(NOW), undefined)).toMatchObject({ files: true })
  expect(changeableRules(toRoomForm(encrypted), { ...encrypted, state: 'closed' })).toEqual({})
})

test('the rules that were chosen are sent', () => {
  const rules = { door: 'knock', history: 'from-join', destroyBy: 'anyone', files: false } as const
  const was = toRoomForm(room)
  expect(toPlan({ ...was, ...rules })).toMatchObject(rules)
  expect(toPatch({ ...was, ...rules }, was)).toEqual(rules)
})

test('what was not touched is not sent', () => {
  const was = toRoomForm({ ...room, opensAt: room.opensAt + 31_000 })
  expect(toPatch(was, was)).toEqual({})
  expect(toPatch({ ...was, title: 'Other' }, was)).toEqual({ title: 'Other' })
  expect(toPatch({ ...was, removesPassword: true }, was)).toEqual({ password: null })
  const later = '2026-03-26T17:00'
  expect(toPatch({ ...was, closesAt: later }, was)).toEqual({ closesAt: fromLocalInput(later) })
})

test.for([
  ['no title', { title: ' ' }, { title: 'title' }],
  ['no end', { closesAt: '' }, { closesAt: 'closesAt' }],
  ['an end that is past', { closesAt: '2026-03-25T11:00' }, { closesAt: 'past' }],
  [
    'an end before the opening',
    { opensAt: '2026-03-27T11:00', closesAt: '2026-03-26T11:00' },
    { closesAt: 'order' },
  ],
  ['an end in years', { closesAt: '2030-03-26T11:00' }, { closesAt: 'far' }],
  ['one seat', { who: 'some', upTo: 1 }, { capacity: 'capacity' }],
  ['a short password', { password: 'abc' }, { password: 'password' }],
  ['nothing', {}, {}],
] as const)('the form says what is wrong: %s', ([, change, wrong]) => {
  expect(findFormErrors({ ...emptyRoomForm(NOW), title: 'A', ...change }, NOW)).toEqual(wrong)
})
