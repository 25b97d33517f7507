import { beforeEach, expect, test } from 'vitest'
import { makeForbiddenStorage, makeStorage } from '../../test/support/fake-storage.ts'
import { makeLinkKey } from '../../test/support/link-key.ts'
import { makeSafeStorage } from '../net/safe-storage.ts'
import { openStoredLinkKeys } from './stored-link-keys.ts'

const [KEY, OTHER] = [makeLinkKey(), makeLinkKey()]

let stored: Map<string, string>
const storage = makeSafeStorage(() => makeStorage(stored))
beforeEach(() => {
  stored = new Map()
})

test('a key is found again, by its account alone, and forgotten with it', () => {
  expect(openStoredLinkKeys('ada', storage).storeLinkKey('room', KEY)).toBe(true)
  expect(openStoredLinkKeys('ada', storage).findLinkKey('room')).toBe(KEY)
  expect(openStoredLinkKeys('ben', storage).findLinkKey('room')).toBe(null)
  openStoredLinkKeys('ada', storage).forgetLinkKeys()
  expect(stored.size).toBe(0)
})

test('the key of a room that is gone goes, and that of one made since the list was asked for stays', () => {
  const keys = openStoredLinkKeys('ada', storage)
  keys.storeLinkKey('gone', KEY)
  keys.storeLinkKey('here', OTHER)
  keys.pruneLinkKeys(['here'], Date.now() - 1_000)
  expect(keys.findLinkKey('gone')).toBe(KEY)
  keys.pruneLinkKeys(['here'], Date.now() + 1_000)
  expect(openStoredLinkKeys('ada', storage).findLinkKey('gone')).toBe(null)
  expect(keys.findLinkKey('here')).toBe(OTHER)
})

test.for([
  { where: 'is forbidden', broken: makeSafeStorage(makeForbiddenStorage) },
  {
    where: 'is full',
    broken: makeSafeStorage(() => ({
      ...makeStorage(stored),
      setItem() {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })),
  },
])('where storage $where a key is there as long as the page, and that is said', ({ broken }) => {
  const keys = openStoredLinkKeys('ada', broken)
  expect(keys.storeLinkKey('room', KEY)).toBe(false)
  expect(keys.findLinkKey('room')).toBe(KEY)
})

test('a key that was damaged in storage is none', () => {
  const keys = openStoredLinkKeys('ada', storage)
  keys.storeLinkKey('room', KEY)
  for (const [name, value] of stored) stored.set(name, value.replace(KEY, KEY.slice(1)))
  expect(openStoredLinkKeys('ada', storage).findLinkKey('room')).toBe(null)
})
