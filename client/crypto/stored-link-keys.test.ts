import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStoredLinkKeys } from './stored-link-keys.ts'

let stored: Map<string, string>

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a key is found again, by its account alone, and forgotten with it', () => {
  expect(openStoredLinkKeys('ada').storeLinkKey('room', 'key')).toBe(true)
  expect(openStoredLinkKeys('ada').findLinkKey('room')).toBe('key')
  expect(openStoredLinkKeys('ben').findLinkKey('room')).toBe(null)
  openStoredLinkKeys('ada').forgetLinkKeys()
  expect(stored.size).toBe(0)
})

test('the key of a room that is gone goes, and that of one made since the list was asked for stays', () => {
  const keys = openStoredLinkKeys('ada')
  keys.storeLinkKey('gone', 'a')
  keys.storeLinkKey('here', 'b')
  keys.pruneLinkKeys(['here'], Date.now() - 1_000)
  expect(keys.findLinkKey('gone')).toBe('a')
  keys.pruneLinkKeys(['here'], Date.now() + 1_000)
  expect(openStoredLinkKeys('ada').findLinkKey('gone')).toBe(null)
  expect(keys.findLinkKey('here')).toBe('b')
})

test('where storage is forbidden a key is there as long as the page, and that is said', () => {
  vi.stubGlobal('localStorage', undefined)
  const keys = openStoredLinkKeys('ada')
  expect(keys.storeLinkKey('room', 'key')).toBe(false)
  expect(keys.findLinkKey('room')).toBe('key')
})
