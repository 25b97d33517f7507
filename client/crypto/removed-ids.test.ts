import { expect, test } from 'vitest'
import { removedBytes } from '../../test/support/epoch-crypto.ts'
import { encodeRemovedIds } from './encode-removed-ids.ts'
import { REMOVED_IDS_BYTES, REMOVED_IDS_MAX, splitRemovedIds } from './removed-ids.ts'

const idOf = (number: number) => `${String(number).padStart(12, '-')}_of-an-id`
const startOf = (number: number) => idOf(number).slice(0, 12)
const ids = (count: number) => Array.from({ length: count }, (_, index) => idOf(index))

/** What is read of ids that were written behind a key. */
const readBack = (list: readonly string[]) => splitRemovedIds(encodeRemovedIds(list), [0])?.removedIds

test('whoever was removed is read back, shortened, in the order of their removal', () => {
  expect(readBack([])).toEqual([])
  expect(readBack(ids(3))).toEqual([0, 1, 2].map(startOf))
  // What was shortened before is written again as it is.
  expect(readBack([0, 1].map(startOf))).toEqual([0, 1].map(startOf))
})

test('of more than there is room for, the newest are named, and nobody twice', () => {
  const all = ids(REMOVED_IDS_MAX + 5)
  expect(readBack([...all, ...all])).toEqual(all.slice(5).map((id) => id.slice(0, 12)))
})

test('however many were removed, it takes as many bytes', () => {
  for (const count of [0, 1, REMOVED_IDS_MAX, 200])
    expect(encodeRemovedIds(ids(count))).toHaveLength(REMOVED_IDS_BYTES)
})

test('what is no id leaves the others where they are', () => {
  expect(readBack([idOf(1), 'short', '!'.repeat(21), idOf(2)])).toEqual([1, 2].map(startOf))
})

test('the second implementation names the same', () => {
  for (const count of [0, 1, 20])
    expect(Buffer.from(encodeRemovedIds(ids(count)))).toEqual(removedBytes(ids(count)))
})
