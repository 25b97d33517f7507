import { expect, test } from 'vitest'
import { makeForbiddenStorage, makeStorage } from '../../test/support/fake-storage.ts'
import { deviceStorage, tabStorage } from '../browser/browser-storage.ts'
import { makeSafeStorage } from './safe-storage.ts'

test('what is stored is read, listed and removed', () => {
  const storage = makeSafeStorage(() => makeStorage(stored))
  const stored = new Map([['other', 'one']])
  storage.writeItem('key', 'value')
  expect([storage.readItem('key'), storage.listKeys()]).toEqual(['value', ['other', 'key']])
  storage.removeItem('key')
  expect([storage.readItem('key'), storage.listKeys()]).toEqual([null, ['other']])
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
  storage.removeItem('key')
  expect([storage.readItem('key'), storage.listKeys()]).toEqual([null, []])
})
