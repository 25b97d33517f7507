import { expect, test } from 'vitest'
import { CLOSE, REPLACED } from '../../protocol/close.ts'
import { beginOpen, countEvent, settlePromises } from '../../test/support/connection-fixture.ts'
import { type FakeSocket, makeFakeSocket } from '../../test/support/fake-socket.ts'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { makeConnection } from './connection.ts'
import { TIMEOUTS } from './connection-timeouts.ts'

test('a connection whose place another took stays off until somebody looks at it', async () => {
  const { sockets, socket, timers, connection, statuses } = beginOpen(async () => 'here')
  socket().closeFromServer(CLOSE.flooding, REPLACED)
  expect(statuses.at(-1)).toBe('resting')
  for (const hint of ['online', 'offline'] as const) connection.handleHint(hint)
  for (let minute = 0; minute < 60; minute++) {
    timers.passTime(60_000)
    await settlePromises()
  }
  expect(sockets).toHaveLength(1)
  connection.handleHint('focus')
  expect(sockets).toHaveLength(2)
  // One look is enough.
  connection.handleHint('focus')
  expect(sockets).toHaveLength(2)
})

test.each(['visible', 'focus', 'pageshow'] as const)('it is back on "%s"', (hint) => {
  const { sockets, socket, connection } = beginOpen()
  socket().closeFromServer(CLOSE.flooding, REPLACED)
  connection.handleHint(hint)
  expect(sockets).toHaveLength(2)
})

test('it is back once somebody writes in it', () => {
  const { sockets, socket, connection } = beginOpen()
  socket().closeFromServer(CLOSE.flooding, REPLACED)
  expect(connection.sendEvent({ event: 'chat.typing', data: {} })).toBe(false)
  expect(sockets).toHaveLength(2)
})

test('a room that is gone meanwhile is gone here as well', async () => {
  const { sockets, socket, timers, gone } = beginOpen(async () => CLOSE.gone)
  socket().closeFromServer(CLOSE.flooding, REPLACED)
  timers.passTime(TIMEOUTS.resting)
  await settlePromises()
  expect([sockets.length, gone, timers.waitingCount]).toEqual([1, [CLOSE.gone], 0])
})

test('fourteen tabs of one person come to rest, twelve of them open', () => {
  const timers = makeFakeTimers()
  const open: { socket: FakeSocket; at: number }[] = []
  let attempts = 0
  const tabs = Array.from({ length: 14 }, () =>
    makeConnection({
      makeUrl: () => 'ws://room/',
      onEvents: () => {},
      makeSocket(url) {
        attempts += 1
        const socket = makeFakeSocket(url)
        // What the room does: with one too many the quietest is closed.
        timers.after(10, () => {
          open.push({ socket, at: timers.now() })
          socket.receive(countEvent(1))
          if (open.length > 12) open.shift()?.socket.closeFromServer(CLOSE.flooding, REPLACED)
        })
        return socket
      },
      timers,
      random: () => 1,
    }),
  )
  // Long enough for all of them to have come back several times.
  timers.passTime(TIMEOUTS.silence - 1)
  expect(tabs.map(({ status }) => status).sort()).toEqual([
    ...Array(12).fill('open'),
    ...Array(2).fill('resting'),
  ])
  expect(attempts).toBe(14)
})
