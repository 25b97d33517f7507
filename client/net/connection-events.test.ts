import { expect, test } from 'vitest'
import {
  beginBlocked,
  beginConnection,
  countEvent,
  makeFakeEvents,
  settlePromises,
} from '../../test/support/connection-fixture.ts'
import { type FakeSocket, makeFakeSocket } from '../../test/support/fake-socket.ts'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { makeConnection } from './connection.ts'
import { TIMEOUTS } from './connection-timeouts.ts'
import { makeSocketTrial } from './socket-trial.ts'
import { BLOCKED_AFTER } from './transport.ts'

test('after four attempts that never opened, while HTTP answers, it changes over to server-sent events', async () => {
  const { sockets, streams, stream, connection, received, statuses } = await beginBlocked()
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER, 1])
  expect(stream().url).toBe('events://room/?after=4')
  expect(connection.sendEvent({ event: 'chat.typing', data: {} })).toBe(false)
  stream().receive(countEvent(2))
  expect(received).toEqual([countEvent(2)])
  expect(statuses.at(-1)).toBe('open')
  expect(connection.sendEvent({ event: 'chat.typing', data: {} })).toBe(true)
  expect(stream().sent).toEqual(['{"event":"chat.typing","data":{}}'])
})

test.each([
  { what: 'where nothing else answers either', probe: async () => null },
  { what: 'where the question fails', probe: () => Promise.reject(new Error('no network')) },
])('$what it goes on trying the socket', async ({ probe }) => {
  const { sockets, socket, streams, timers } = beginConnection(probe)
  for (let attempt = 1; attempt <= 10; attempt++) {
    socket().closeFromServer(1006)
    await settlePromises()
    timers.passTime(15_000)
    await settlePromises()
  }
  expect([sockets.length, streams.length]).toEqual([11, 0])
})

test('a socket that opens in between counts for all', async () => {
  const { socket, streams, timers } = beginConnection(async () => 'here')
  for (let attempt = 1; attempt <= 12; attempt++) {
    if (attempt % 4 === 0) socket().receive(countEvent(1))
    socket().closeFromServer(1006)
    await settlePromises()
    timers.passTime(15_000)
    await settlePromises()
  }
  expect(streams).toHaveLength(0)
})

test('beside the events a socket is tried from time to time, less and less often, and takes over with its first word', async () => {
  const { sockets, stream, timers, statuses, received, connection } = await beginBlocked()
  stream().receive(countEvent(2))
  const answerPing = () => stream().receive('pong')
  /** Lets time pass as a stream lets it pass that lives. */
  const pass = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 15_000) {
      timers.passTime(Math.min(15_000, ms - passed))
      answerPing()
    }
  }
  for (const [tries, wait] of [60_000, 120_000, 240_000, 480_000, 900_000, 900_000].entries()) {
    pass(wait - 1)
    expect(sockets).toHaveLength(BLOCKED_AFTER + tries)
    pass(1)
    expect(sockets).toHaveLength(BLOCKED_AFTER + tries + 1)
    expect(stream().isClosedByClient).toBe(false)
    sockets.at(-1)?.closeFromServer(1006)
  }
  pass(900_000)
  const before = statuses.length
  sockets.at(-1)?.receive(countEvent(3))
  expect(received).toEqual([countEvent(2), countEvent(3)])
  // Nobody sees a line that broke.
  expect(statuses).toHaveLength(before)
  expect(stream().isClosedByClient).toBe(true)
  connection.sendEvent({ event: 'chat.typing', data: {} })
  expect(sockets.at(-1)?.sent).toHaveLength(1)
  timers.passTime(TIMEOUTS.silence)
  expect(sockets.at(-1)?.sent.at(-1)).toBe('ping')
  sockets.at(-1)?.receive(countEvent(4))
  expect(received.at(-1)).toEqual(countEvent(4))
  sockets.at(-1)?.closeFromServer(1006)
  expect(connection.status).toBe('waiting')
})

test('a socket that is tried and hangs is abandoned, and the events go on', async () => {
  const { sockets, stream, timers, connection } = await beginBlocked()
  stream().receive(countEvent(2))
  connection.handleHint('online')
  stream().receive('pong')
  expect(sockets).toHaveLength(BLOCKED_AFTER + 1)
  connection.handleHint('online')
  stream().receive('pong')
  expect(sockets).toHaveLength(BLOCKED_AFTER + 1)
  timers.passTime(TIMEOUTS.opening)
  expect(sockets.at(-1)?.isClosedByClient).toBe(true)
  expect(connection.status).toBe('open')
  connection.handleHint('online')
  expect(sockets).toHaveLength(BLOCKED_AFTER + 2)
})

test('events that are lost are opened again; where they no longer get through, the socket is tried again', async () => {
  const { sockets, streams, stream, timers } = await beginBlocked()
  stream().receive(countEvent(2))
  stream().closeFromServer(1006)
  timers.passTime(15_000)
  expect(streams).toHaveLength(2)
  stream().closeFromServer(1006)
  await settlePromises()
  timers.passTime(15_000)
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER + 1, 2])
  sockets.at(-1)?.closeFromServer(1006)
  await settlePromises()
  timers.passTime(15_000)
  await settlePromises()
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER + 1, 3])
})

test('events that are silent for longer than their comments come are lost', async () => {
  const { streams, stream, timers } = await beginBlocked()
  stream().receive(countEvent(2))
  timers.passTime(TIMEOUTS.silence + TIMEOUTS.answer + 15_000)
  expect(streams).toHaveLength(2)
  expect(streams[0]?.isClosedByClient).toBe(true)
})

test('a browser without sockets, or that forbids them, is a network that blocks them', async () => {
  const timers = makeFakeTimers()
  const streams: FakeSocket[] = []
  makeConnection({
    makeUrl: (transport) => transport,
    onEvents: () => {},
    makeSocket() {
      throw new ReferenceError('WebSocket is not defined')
    },
    loadEvents: async () => makeFakeEvents(streams),
    checkRoom: async () => 'here',
    timers,
    random: () => 1,
  })
  for (let attempt = 1; attempt <= BLOCKED_AFTER; attempt++) {
    await settlePromises()
    timers.passTime(15_000)
  }
  await settlePromises()
  expect(streams).toHaveLength(1)
})

test('after a network came, a socket is tried as soon as the events are open again', async () => {
  const { sockets, stream, streams, timers, connection } = await beginBlocked()
  stream().receive(countEvent(2))
  stream().closeFromServer(1006)
  connection.handleHint('online')
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER, 2])
  stream().receive(countEvent(2))
  expect(sockets).toHaveLength(BLOCKED_AFTER + 1)
  // The next time they open it is the same network.
  stream().closeFromServer(1006)
  timers.passTime(15_000)
  stream().receive(countEvent(2))
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER + 1, 3])
})

test('while the events are still loading, a hint tries the socket at once', () => {
  const sockets: FakeSocket[] = []
  const connection = makeConnection({
    makeUrl: (transport) => transport,
    onEvents: () => {},
    makeSocket(url) {
      const socket = makeFakeSocket(url)
      sockets.push(socket)
      return socket
    },
    startWith: 'events',
    loadEvents: () => new Promise(() => {}),
    timers: makeFakeTimers(),
    random: () => 1,
  })
  expect([connection.status, sockets.length]).toEqual(['waiting', 0])
  connection.handleHint('visible')
  expect(sockets.map(({ url }) => url)).toEqual(['socket'])
})

test('where events got through last they are tried first, and the socket beside them as ever', async () => {
  const timers = makeFakeTimers()
  const urls: string[] = []
  const made: FakeSocket[] = []
  const make = (url: string) => {
    urls.push(url)
    const socket = makeFakeSocket(url)
    made.push(socket)
    return socket
  }
  makeConnection({
    makeUrl: (transport) => transport,
    onEvents: () => {},
    makeSocket: make,
    startWith: 'events',
    loadEvents: async () => ({ openStream: make, startSocketTrial: makeSocketTrial }),
    timers,
    random: () => 1,
  })
  await settlePromises()
  expect(urls).toEqual(['events'])
  made[0]?.receive(countEvent(1))
  for (let minute = 0; minute < 4; minute++) {
    timers.passTime(15_000)
    made[0]?.receive('pong')
  }
  expect(urls).toEqual(['events', 'socket'])
  made[1]?.receive(countEvent(1))
  expect(made.map(({ isClosedByClient: left }) => left)).toEqual([true, false])
})

test('closing it ends the events, too, and what is tried beside them', async () => {
  const { sockets, stream, timers, connection } = await beginBlocked()
  stream().receive(countEvent(2))
  connection.handleHint('online')
  connection.closeConnection()
  expect([stream().isClosedByClient, sockets.at(-1)?.isClosedByClient, timers.waitingCount]).toEqual([
    true,
    true,
    0,
  ])
})
