import { afterEach, expect, test } from 'vitest'
import { keepShared } from '../browser/ask-carrier.ts'
import { firstMessage, handOverFirstMessage, keepFirstMessage, setFirstMessage } from './first-message.ts'

const shared = { text: 'seen on the way', pictures: [] }

afterEach(() => {
  setFirstMessage(null)
})

test('what the service worker did not keep is still in the lobby', async () => {
  setFirstMessage(shared)
  expect(await keepFirstMessage('a room', async () => false)).toBe(false)
  expect(firstMessage()).toBe(shared)
})

test('without a service worker nothing is kept', async () => {
  expect(await keepShared('a room', shared)).toBe(false)
})

test('what was kept is in the lobby until it is handed over', async () => {
  setFirstMessage(shared)
  const kept: unknown[] = []
  const keep = async (...asked: unknown[]) => kept.push(asked) > 0
  expect(await keepFirstMessage('a room', keep)).toBe(true)
  expect(kept).toEqual([['a room', shared]])
  expect(firstMessage()).toBe(shared)
  handOverFirstMessage('a room')
  expect(firstMessage()).toBeNull()
})

test('a room without a first message asks nobody', async () => {
  expect(await keepFirstMessage('a room', async () => false)).toBe(true)
})
