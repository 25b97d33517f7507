import { expect, test } from 'vitest'
import { beginConnection, beginOpen } from '../../test/support/connection-fixture.ts'
import type { Hint } from './connection-options.ts'
import { TIMEOUTS } from './connection-timeouts.ts'

const BACK: Hint[] = ['online', 'visible', 'pageshow']

test.each(BACK)('on "%s" an open socket is asked, and kept if it answers', (hint) => {
  const { sockets, socket, timers, connection } = beginOpen()
  connection.handleHint(hint)
  expect(socket().sent).toEqual(['ping'])
  timers.passTime(TIMEOUTS.probe - 1)
  socket().receive('pong')
  timers.passTime(TIMEOUTS.silence - 1)
  expect(sockets).toHaveLength(1)
})

test.each(BACK)('on "%s" an open socket that does not answer is replaced at once', (hint) => {
  const { sockets, timers, connection, statuses } = beginOpen()
  connection.handleHint(hint)
  timers.passTime(TIMEOUTS.probe)
  expect(sockets).toHaveLength(2)
  expect(sockets[0]?.isClosedByClient).toBe(true)
  expect(statuses).toEqual(['opening', 'open', 'opening'])
})

test('several hints in a row ask once and don’t put off the answer', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  for (let tick = 0; tick < 5; tick++) {
    connection.handleHint('visible')
    timers.passTime(TIMEOUTS.probe / 5)
  }
  expect(sockets[0]?.sent).toEqual(['ping'])
  expect(socket()).not.toBe(sockets[0])
})

test('a hint shortens the wait for a pong that is due already', () => {
  const { sockets, timers, connection } = beginOpen()
  timers.passTime(TIMEOUTS.silence)
  connection.handleHint('visible')
  timers.passTime(TIMEOUTS.probe)
  expect(sockets).toHaveLength(2)
})

test('a socket found closed on coming back is replaced without asking', () => {
  const { sockets, connection } = beginOpen()
  sockets[0]?.close()
  connection.handleHint('pageshow')
  expect(sockets).toHaveLength(2)
})

test.each(BACK)('on "%s" it tries at once instead of waiting', (hint) => {
  const { sockets, socket, connection } = beginOpen()
  socket().closeFromServer(1006)
  connection.handleHint(hint)
  expect(sockets).toHaveLength(2)
})

test('on "offline" it asks too, because the page may be wrong, and then waits', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  connection.handleHint('offline')
  socket().receive('pong')
  timers.passTime(TIMEOUTS.probe)
  expect(connection.status).toBe('open')
  connection.handleHint('offline')
  timers.passTime(TIMEOUTS.probe)
  expect(connection.status).toBe('waiting')
  expect(sockets).toHaveLength(1)
})

test('an attempt from before the network came back is replaced, a young one is left alone', () => {
  const { sockets, timers, connection } = beginConnection()
  connection.handleHint('online')
  expect(sockets).toHaveLength(1)
  timers.passTime(TIMEOUTS.probe)
  connection.handleHint('online')
  expect(sockets).toHaveLength(1)
  timers.passTime(1)
  connection.handleHint('online')
  expect(sockets).toHaveLength(2)
  connection.handleHint('online')
  expect(sockets).toHaveLength(2)
})
