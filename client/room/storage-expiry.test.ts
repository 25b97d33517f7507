import { expect, test } from 'vitest'
import { type Drawers, keepUntil, sweep } from './storage-expiry.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const HOUR = 3_600_000

/** A tab that keeps these. */
function tab(...keys: string[]): { drawers: Drawers; keys: () => string[] } {
  const kept = new Map(keys.map((key) => [key, 'something']))
  return {
    keys: () => [...kept.keys()],
    drawers: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      key: (at) => [...kept.keys()][at] ?? null,
      get length() {
        return kept.size
      },
    },
  }
}

const DRAFT = `private-chat.draft.${ROOM}`
const OUTBOX = `private-chat.outbox.${ROOM}`
const OTHER = 'private-chat.draft.another-room'

test('what is kept of a room goes an hour after its end, and nothing else with it', () => {
  const { drawers, keys } = tab(DRAFT, OUTBOX, OTHER)
  keepUntil(ROOM, 60_000, drawers, 0)
  sweep(drawers, HOUR)
  expect(keys()).toHaveLength(4)
  sweep(drawers, HOUR + 60_001)
  expect(keys()).toEqual([OTHER])
})

test('where nothing is kept the note goes, too', () => {
  const { drawers, keys } = tab(OTHER)
  keepUntil(ROOM, 60_000, drawers, 0)
  sweep(drawers, 1)
  expect(keys()).toEqual([OTHER])
})
