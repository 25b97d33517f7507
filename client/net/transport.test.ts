import { expect, test } from 'vitest'
import { BLOCKED_AFTER, makeTransportChoice } from './transport.ts'

test('the socket is first, events come after four attempts that were blocked, and then they alternate', () => {
  const choice = makeTransportChoice()
  const chosen = Array.from({ length: BLOCKED_AFTER + 4 }, () => {
    const { current } = choice
    choice.recordBlocked()
    return current
  })
  expect(chosen).toEqual(['socket', 'socket', 'socket', 'socket', 'events', 'socket', 'events', 'socket'])
})

test('what opened is what is tried next', () => {
  const choice = makeTransportChoice()
  for (let attempt = 0; attempt < BLOCKED_AFTER; attempt++) choice.recordBlocked()
  choice.recordOpened('events')
  expect(choice.current).toBe('events')
  choice.recordOpened('socket')
  expect(choice.current).toBe('socket')
  for (let attempt = 1; attempt < BLOCKED_AFTER; attempt++) choice.recordBlocked()
  expect(choice.current).toBe('socket')
})
