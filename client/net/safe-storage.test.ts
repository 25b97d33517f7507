import { expect, test } from 'vitest'
import { makeForbiddenStorage, makeStorage } from '../../test/support/fake-storage.ts'
import { deviceStorage, tabStorage } from '../browser/browser-storage.ts'
import { listTabKeys } from '../browser/list-tab-keys.ts'
import { makeSafeStorage } from './safe-storage.ts'

test('what is stored is read and removed', () => {
  const stored = new Map([['other', 'one']])
  const storage = makeSafeStorage(() => makeStorage(stored))
  storage.writeItem('key', '')
  expect([storage.readItem('key'), [...stored.keys()]]).toEqual(['', ['other', 'key']])
  storage.writeItem('key', null)
  expect([storage.readItem('key'), [...stored.keys()]]).toEqual([null, ['other']])
})

test.each([
  { what: 'each call throws', storage: makeSafeStorage(makeForbiddenStorage) },
  {
    what: 'the look at it throws',
    storage: makeSafeStorage(() => {
      throw new Error('forbidden')
    }),
  },
  { what: 'there is no tab', storage: tabStorage },
  { what: 'there is no browser', storage: deviceStorage },
])('where $what, nothing is stored and nothing is thrown', ({ storage }) => {
  storage.writeItem('key', 'value')
  storage.writeItem('key', null)
  expect([storage.readItem('key'), listTabKeys()]).toEqual([null, []])
})
