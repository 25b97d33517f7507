import { expect, test } from 'vitest'
import { makeFakeStorage, makeForbiddenStorage } from '../../test/support/fake-storage.ts'
import { makeSafeStorage } from '../net/safe-storage.ts'
import { deleteExpired, storeExpiry } from './storage-expiry.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const HOUR = 3_600_000

/** A tab that stores something under each of these keys. */
function makeTab(...keys: string[]) {
  const stored = new Map(keys.map((key) => [key, 'something']))
  return { ...makeFakeStorage(stored), listKeys: () => [...stored.keys()] }
}

const DRAFT = `private-chat.draft.${ROOM}`
const OUTBOX = `private-chat.outbox.${ROOM}`
const OTHER = 'private-chat.draft.another-room'

test('what is kept of a room goes an hour after its end, and nothing else with it', () => {
  const tab = makeTab(DRAFT, OUTBOX, OTHER)
  storeExpiry(ROOM, 60_000, tab, 0)
  deleteExpired(tab, HOUR)
  expect(tab.listKeys()).toHaveLength(4)
  deleteExpired(tab, HOUR + 60_001)
  expect(tab.listKeys()).toEqual([OTHER])
})

test('where nothing is kept the note goes, too', () => {
  const tab = makeTab(OTHER)
  storeExpiry(ROOM, 60_000, tab, 0)
  deleteExpired(tab, 1)
  expect(tab.listKeys()).toEqual([OTHER])
})

test('where storage is forbidden nothing is stored, and nothing fails', () => {
  const storage = makeSafeStorage(makeForbiddenStorage)
  storeExpiry(ROOM, 60_000, storage, 0)
  deleteExpired({ ...storage, listKeys: () => [DRAFT, `private-chat.until.${ROOM}`] }, HOUR)
  expect(storage.readItem(DRAFT)).toBe(null)
})
