import { expect, test } from 'vitest'
import { CLOSE } from '../../protocol/close.ts'
import {
  beginConnection,
  beginOpen,
  countEvent,
  settlePromises,
} from '../../test/support/connection-fixture.ts'
import { makeFakeSocket } from '../../test/support/fake-socket.ts'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { makeConnection } from './connection.ts'
import type { ConnectionStatus, RoomCheck } from './connection-options.ts'
import { TIMEOUTS } from './connection-timeouts.ts'
import { BLOCKED_AFTER } from './transport.ts'

test('it sends a sign of life also where so much is received that it never has to ask', () => {
  const { timers, socket, connection } = beginOpen()
  for (let second = 1; second <= 200; second += 1) {
    timers.passTime(1_000)
    socket().receive(countEvent(second))
  }
  expect(socket().sent.filter((frame) => frame === 'ping').length).toBeGreaterThanOrEqual(4)
  // It waits for no answer: what it receives is answer enough.
  expect(connection.status).toBe('open')
  const before = socket().sent.length
  timers.passTime(TIMEOUTS.silence)
  expect(socket().sent.length).toBeGreaterThan(before)
})

test('it is open once the room has said its first word', () => {
  const { connection, socket, statuses } = beginConnection()
  expect(connection.status).toBe('opening')
  expect(connection.sendEvent({ event: 'chat.typing', data: {} })).toBe(false)
  socket().receive(countEvent(1))
  expect(statuses).toEqual(['opening', 'open'])
  expect(connection.sendEvent({ event: 'chat.typing', data: {} })).toBe(true)
  expect(socket().sent).toEqual(['{"event":"chat.typing","data":{}}'])
})

test('a frame holds one event or several, and what is no JSON is ignored', () => {
  const { socket, received } = beginConnection()
  socket().receive(countEvent(1))
  socket().receive([countEvent(2), countEvent(3)])
  socket().onmessage?.({ data: '<html>' })
  expect(received).toEqual([countEvent(1), countEvent(2), countEvent(3)])
})

test('a frame without an event is passed on to nobody', () => {
  const { socket, frameLengths } = beginOpen()
  socket().receive('pong')
  socket().receive([countEvent(2), countEvent(3)])
  const length = JSON.stringify(countEvent(1)).length
  expect(frameLengths).toEqual([length, 2 * length + '[,]'.length])
})

test('the address is asked for at each attempt', () => {
  const { sockets, timers } = beginConnection()
  sockets[0]?.closeFromServer(1006)
  timers.passTime(250)
  expect(sockets.map(({ url }) => url)).toEqual(['ws://room/?after=0', 'ws://room/?after=1'])
})

test('an attempt that hangs is abandoned', () => {
  const { sockets, timers, connection } = beginConnection()
  timers.passTime(TIMEOUTS.opening)
  expect(connection.status).toBe('waiting')
  expect(sockets[0]?.isClosedByClient).toBe(true)
})

test('an upgrade that nobody answers is abandoned sooner than a welcome that takes its time', () => {
  const timers = makeFakeTimers()
  const statuses: ConnectionStatus[] = []
  const connection = makeConnection({
    makeUrl: () => 'ws://room/',
    onEvents: () => {},
    onStatus: (status) => statuses.push(status),
    makeSocket: (url) => makeFakeSocket(url, 0),
    timers,
    random: () => 1,
  })
  timers.passTime(TIMEOUTS.upgrade - 1)
  expect(connection.status).toBe('opening')
  timers.passTime(1)
  expect(statuses).toEqual(['opening', 'waiting'])
  connection.closeConnection()
  expect(timers.waitingCount).toBe(0)
})

test('after 20 s of silence it asks, and a pong within 5 s keeps the socket', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  timers.passTime(TIMEOUTS.silence - 1)
  expect(socket().sent).toEqual([])
  timers.passTime(1)
  expect(socket().sent).toEqual(['ping'])
  timers.passTime(TIMEOUTS.answer - 1)
  socket().receive('pong')
  timers.passTime(TIMEOUTS.silence - 1)
  expect(connection.status).toBe('open')
  expect(socket().sent).toEqual(['ping'])
  timers.passTime(1)
  expect(socket().sent).toEqual(['ping', 'ping'])
  expect(sockets).toHaveLength(1)
})

test('without a pong it comes back on another socket, and nothing of the old one is received any more', () => {
  const { sockets, socket, timers, received, statuses } = beginOpen()
  timers.passTime(TIMEOUTS.silence)
  // It lay in a buffer: it is no answer.
  socket().receive(countEvent(2))
  timers.passTime(TIMEOUTS.answer)
  timers.passTime(250)
  expect(statuses).toEqual(['opening', 'open', 'waiting', 'opening'])
  expect(sockets).toHaveLength(2)
  expect(sockets[0]?.isClosedByClient).toBe(true)
  sockets[0]?.receive(countEvent(9))
  expect(received).toEqual([countEvent(1), countEvent(2)])
})

test.each([1000, 1001, 1005, 1006, 1011, 1012, 4000, CLOSE.tooSlow])('it comes back after %i', (code) => {
  const { sockets, socket, timers, gone } = beginOpen()
  socket().closeFromServer(code)
  timers.passTime(2_000)
  expect(sockets).toHaveLength(2)
  expect(gone).toEqual([])
})

test.each([CLOSE.notAParticipant, CLOSE.removed, CLOSE.gone, CLOSE.frameTooLarge])(
  'it never comes back after %i',
  (code) => {
    const { sockets, socket, timers, gone, connection } = beginOpen()
    socket().closeFromServer(code)
    for (const hint of ['online', 'visible', 'pageshow'] as const) connection.handleHint(hint)
    timers.passTime(1_000_000)
    expect(sockets).toHaveLength(1)
    expect(gone).toEqual([code])
    expect(connection.status).toBe('gone')
    expect(timers.waitingCount).toBe(0)
  },
)

test('after 4429 it stays away for some seconds, whatever the page hints', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  socket().closeFromServer(CLOSE.flooding)
  timers.passTime(TIMEOUTS.flooding)
  connection.handleHint('visible')
  expect(sockets).toHaveLength(1)
  timers.passTime(250)
  expect(sockets).toHaveLength(2)
})

test('each loss in a row waits longer, and opening for a moment is no success', () => {
  const { sockets, socket, timers } = beginOpen()
  for (const delay of [250, 500, 1_000, 2_000]) {
    const before = sockets.length
    socket().closeFromServer(1006)
    timers.passTime(delay - 1)
    expect(sockets).toHaveLength(before)
    timers.passTime(1)
    expect(sockets).toHaveLength(before + 1)
    socket().receive(countEvent(1))
  }
})

test('when an attempt never opened it asks whether the room is still there, and goes for good if it isn’t', async () => {
  const { sockets, socket, timers, gone } = beginConnection(async () => CLOSE.gone)
  socket().closeFromServer(1006)
  await settlePromises()
  timers.passTime(60_000)
  expect(gone).toEqual([CLOSE.gone])
  expect(sockets).toHaveLength(1)
})

test.each([
  { probe: async () => null, outcome: 'finds the room' },
  { probe: () => Promise.reject(new Error('no network')), outcome: 'fails' },
])('where the question whether the room exists $outcome, it tries again', async ({ probe }) => {
  const { sockets, socket, timers, gone } = beginConnection(probe)
  socket().closeFromServer(1006)
  timers.passTime(1_000)
  expect(sockets).toHaveLength(1)
  await settlePromises()
  timers.passTime(250)
  expect(sockets).toHaveLength(2)
  expect(gone).toEqual([])
})

test('where the server asks to stay away it does, whatever the page hints, and a little longer', async () => {
  const { sockets, socket, timers, connection } = beginConnection(async () => ({ stayAway: 60_000 }))
  socket().closeFromServer(1006)
  await settlePromises()
  timers.passTime(60_000)
  connection.handleHint('visible')
  expect(sockets).toHaveLength(1)
  timers.passTime(250)
  expect(sockets).toHaveLength(2)
})

test('a question without an answer holds it up for some seconds only', async () => {
  const { sockets, socket, timers } = beginConnection(() => new Promise(() => {}))
  socket().closeFromServer(1006)
  timers.passTime(TIMEOUTS.roomCheck + 250)
  expect(sockets).toHaveLength(2)
})

test('an answer that comes late changes nothing any more', async () => {
  const { promise, resolve } = Promise.withResolvers<RoomCheck>()
  const { sockets, socket, timers, streams } = beginConnection(() => promise)
  for (let attempt = 1; attempt < BLOCKED_AFTER; attempt++) {
    socket().closeFromServer(1006)
    timers.passTime(TIMEOUTS.roomCheck + 15_000)
  }
  socket().closeFromServer(1006)
  timers.passTime(TIMEOUTS.roomCheck + 1_999)
  resolve('here')
  await settlePromises()
  timers.passTime(1)
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER + 1, 0])
})

test('an answer leaves one timer, which closing stops', async () => {
  const { socket, timers, connection } = beginConnection(async () => null)
  socket().closeFromServer(1006)
  await settlePromises()
  expect(timers.waitingCount).toBe(1)
  connection.closeConnection()
  expect(timers.waitingCount).toBe(0)
})

test('a socket that was open is lost without a question', async () => {
  let questions = 0
  const { socket } = beginOpen(async () => {
    questions++
    return null
  })
  socket().closeFromServer(1006)
  await settlePromises()
  expect(questions).toBe(0)
})

test('closing it ends everything without a word', async () => {
  const { sockets, socket, timers, gone, connection } = beginOpen()
  connection.closeConnection()
  socket().closeFromServer(1000)
  timers.passTime(1_000_000)
  expect(connection.status).toBe('gone')
  expect([sockets.length, gone.length, timers.waitingCount]).toEqual([1, 0, 0])
  expect(socket().isClosedByClient).toBe(true)
})
