import { expect, test } from 'vitest'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { CARRIED_FOR, makeCarrier } from './carrier.ts'

const shared = (text: string) => ({ text, pictures: [] })

function begin() {
  const timers = makeFakeTimers()
  const carrier = makeCarrier((run, ms) => timers.after(ms, run))
  /** Whether the service worker may end. */
  const released = new Set<string>()
  const keep = (to: string, text: string) =>
    void carrier.keep(to, shared(text)).then(() => released.add(text))
  return { carrier, keep, released, timers }
}

test('what was shared is given away once, to whom it is for', async () => {
  const { carrier, keep, released } = begin()
  keep('lobby', 'one')
  keep('a room', 'two')
  expect(carrier.take('another room')).toBeNull()
  expect(carrier.take('a room')).toEqual(shared('two'))
  await Promise.resolve()
  expect([...released]).toEqual(['two'])
  expect(carrier.take('lobby')).toEqual(shared('one'))
  expect(carrier.take('lobby')).toBeNull()
})

test('what nobody comes for is forgotten', async () => {
  const { carrier, keep, released, timers } = begin()
  keep('lobby', 'one')
  timers.passTime(CARRIED_FOR)
  await Promise.resolve()
  expect([...released]).toEqual(['one'])
  expect(carrier.take('lobby')).toBeNull()
})

test('who shares again means the second, for which the time begins anew', () => {
  const { carrier, keep, timers } = begin()
  keep('lobby', 'one')
  timers.passTime(CARRIED_FOR - 1)
  keep('lobby', 'two')
  timers.passTime(CARRIED_FOR - 1)
  expect(carrier.take('lobby')).toEqual(shared('two'))
})
