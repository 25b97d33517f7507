import { expect, test } from 'vitest'
import { CLOSE, type CloseCode, REPLACED } from '../../protocol/close.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { type FakeSocket, makeFakeSocket } from '../../test/support/fake-socket.ts'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { makeConnection } from './connection.ts'
import type { Connection, ConnectionStatus, Hint, RoomCheck } from './connection-options.ts'
import { TIMEOUTS } from './connection-timeouts.ts'
import type { EventsTransport } from './events-transport.ts'
import { makeSocketTrial } from './socket-trial.ts'
import { BLOCKED_AFTER } from './transport.ts'

const count = (present: number): RoomEvent => ({ event: 'presence.count', data: { present } })

interface Scene {
  connection: Connection
  timers: ReturnType<typeof makeFakeTimers>
  sockets: FakeSocket[]
  /** The newest socket. */
  socket(): FakeSocket
  /** Streams of server-sent events that were opened. */
  streams: FakeSocket[]
  statuses: ConnectionStatus[]
  received: RoomEvent[]
  gone: CloseCode[]
}

/** Server-sent events that come from fake sockets. @param streams each one that is opened */
function makeFakeEvents(streams: FakeSocket[]): EventsTransport {
  return {
    openStream(url) {
      const stream = makeFakeSocket(url)
      streams.push(stream)
      return stream
    },
    startSocketTrial: makeSocketTrial,
  }
}

/** A connection whose random delays are as long as they can be. */
function begin(probe?: () => Promise<RoomCheck>): Scene {
  const timers = makeFakeTimers()
  const sockets: FakeSocket[] = []
  const streams: FakeSocket[] = []
  const statuses: ConnectionStatus[] = []
  const received: RoomEvent[] = []
  const gone: CloseCode[] = []
  let attempts = 0
  const connection = makeConnection({
    makeUrl: (transport) => `${transport === 'socket' ? 'ws' : 'events'}://room/?after=${attempts++}`,
    onEvents: (events) => received.push(...events),
    onStatus: (status) => statuses.push(status),
    onGone: (code) => gone.push(code),
    checkRoom: probe,
    makeSocket(url) {
      const socket = makeFakeSocket(url)
      sockets.push(socket)
      return socket
    },
    loadEvents: async () => makeFakeEvents(streams),
    timers,
    random: () => 1,
  })
  const socket = () => sockets.at(-1) as FakeSocket
  return { connection, timers, sockets, socket, streams, statuses, received, gone }
}

function beginOpen(probe?: () => Promise<RoomCheck>): Scene {
  const fixture = begin(probe)
  fixture.socket().receive(count(1))
  return fixture
}

/** Lets the callbacks of settled promises run. */
const settle = async () => {
  for (let tick = 0; tick < 5; tick++) await Promise.resolve()
}

test('it sends a sign of life also where so much is received that it never has to ask', () => {
  const { timers, socket, connection } = beginOpen()
  for (let second = 1; second <= 200; second += 1) {
    timers.passTime(1_000)
    socket().receive(count(second))
  }
  expect(socket().sent.filter((frame) => frame === 'ping').length).toBeGreaterThanOrEqual(4)
  // It waits for no answer: what it receives is answer enough.
  expect(connection.status).toBe('open')
  const before = socket().sent.length
  timers.passTime(TIMEOUTS.silence)
  expect(socket().sent.length).toBeGreaterThan(before)
})

test('it is open once the room has said its first word', () => {
  const { connection, socket, statuses } = begin()
  expect(connection.status).toBe('opening')
  expect(connection.sendEvent({ event: 'chat.typing', data: {} })).toBe(false)
  socket().receive(count(1))
  expect(statuses).toEqual(['opening', 'open'])
  expect(connection.sendEvent({ event: 'chat.typing', data: {} })).toBe(true)
  expect(socket().sent).toEqual(['{"event":"chat.typing","data":{}}'])
})

test('a frame holds one event or several, and what is no JSON is ignored', () => {
  const { socket, received } = begin()
  socket().receive(count(1))
  socket().receive([count(2), count(3)])
  socket().onmessage?.({ data: '<html>' })
  expect(received).toEqual([count(1), count(2), count(3)])
})

test('the address is asked for at each attempt', () => {
  const { sockets, timers } = begin()
  sockets[0]?.closeFromServer(1006)
  timers.passTime(250)
  expect(sockets.map(({ url }) => url)).toEqual(['ws://room/?after=0', 'ws://room/?after=1'])
})

test('an attempt that hangs is abandoned', () => {
  const { sockets, timers, connection } = begin()
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
  socket().receive(count(2))
  timers.passTime(TIMEOUTS.answer)
  timers.passTime(250)
  expect(statuses).toEqual(['opening', 'open', 'waiting', 'opening'])
  expect(sockets).toHaveLength(2)
  expect(sockets[0]?.isClosedByClient).toBe(true)
  sockets[0]?.receive(count(9))
  expect(received).toEqual([count(1), count(2)])
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
    socket().receive(count(1))
  }
})

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
  const { sockets, timers, connection } = begin()
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

test('when an attempt never opened it asks whether the room is still there, and goes for good if it isn’t', async () => {
  const { sockets, socket, timers, gone } = begin(async () => CLOSE.gone)
  socket().closeFromServer(1006)
  await settle()
  timers.passTime(60_000)
  expect(gone).toEqual([CLOSE.gone])
  expect(sockets).toHaveLength(1)
})

test.each([
  { probe: async () => null, outcome: 'finds the room' },
  { probe: () => Promise.reject(new Error('no network')), outcome: 'fails' },
])('where the question whether the room exists $outcome, it tries again', async ({ probe }) => {
  const { sockets, socket, timers, gone } = begin(probe)
  socket().closeFromServer(1006)
  timers.passTime(1_000)
  expect(sockets).toHaveLength(1)
  await settle()
  timers.passTime(250)
  expect(sockets).toHaveLength(2)
  expect(gone).toEqual([])
})

test('where the server asks to stay away it does, whatever the page hints, and a little longer', async () => {
  const { sockets, socket, timers, connection } = begin(async () => ({ stayAway: 60_000 }))
  socket().closeFromServer(1006)
  await settle()
  timers.passTime(60_000)
  connection.handleHint('visible')
  expect(sockets).toHaveLength(1)
  timers.passTime(250)
  expect(sockets).toHaveLength(2)
})

test('a question without an answer holds it up for some seconds only', async () => {
  const { sockets, socket, timers } = begin(() => new Promise(() => {}))
  socket().closeFromServer(1006)
  timers.passTime(TIMEOUTS.roomCheck + 250)
  expect(sockets).toHaveLength(2)
})

test('an answer that comes late changes nothing any more', async () => {
  const { promise, resolve } = Promise.withResolvers<RoomCheck>()
  const { sockets, socket, timers, streams } = begin(() => promise)
  for (let attempt = 1; attempt < BLOCKED_AFTER; attempt++) {
    socket().closeFromServer(1006)
    timers.passTime(TIMEOUTS.roomCheck + 15_000)
  }
  socket().closeFromServer(1006)
  timers.passTime(TIMEOUTS.roomCheck + 1_999)
  resolve('here')
  await settle()
  timers.passTime(1)
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER + 1, 0])
})

test('an answer leaves one timer, which closing stops', async () => {
  const { socket, timers, connection } = begin(async () => null)
  socket().closeFromServer(1006)
  await settle()
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
  await settle()
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

/** A network that lets no socket through, and everything else: as many attempts as it takes to notice. */
async function beginBlocked(): Promise<Scene & { stream(): FakeSocket }> {
  const fixture = begin(async () => 'here')
  for (let attempt = 1; attempt <= BLOCKED_AFTER; attempt++) {
    fixture.socket().closeFromServer(1006)
    await settle()
    fixture.timers.passTime(15_000)
    await settle()
  }
  return { ...fixture, stream: () => fixture.streams.at(-1) as FakeSocket }
}

test('after four attempts that never opened, while HTTP answers, it changes over to server-sent events', async () => {
  const { sockets, streams, stream, connection, received, statuses } = await beginBlocked()
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER, 1])
  expect(stream().url).toBe('events://room/?after=4')
  expect(connection.sendEvent({ event: 'chat.typing', data: {} })).toBe(false)
  stream().receive(count(2))
  expect(received).toEqual([count(2)])
  expect(statuses.at(-1)).toBe('open')
  expect(connection.sendEvent({ event: 'chat.typing', data: {} })).toBe(true)
  expect(stream().sent).toEqual(['{"event":"chat.typing","data":{}}'])
})

test.each([
  { what: 'where nothing else answers either', probe: async () => null },
  { what: 'where the question fails', probe: () => Promise.reject(new Error('no network')) },
])('$what it goes on trying the socket', async ({ probe }) => {
  const { sockets, socket, streams, timers } = begin(probe)
  for (let attempt = 1; attempt <= 10; attempt++) {
    socket().closeFromServer(1006)
    await settle()
    timers.passTime(15_000)
    await settle()
  }
  expect([sockets.length, streams.length]).toEqual([11, 0])
})

test('a socket that opens in between counts for all', async () => {
  const { socket, streams, timers } = begin(async () => 'here')
  for (let attempt = 1; attempt <= 12; attempt++) {
    if (attempt % 4 === 0) socket().receive(count(1))
    socket().closeFromServer(1006)
    await settle()
    timers.passTime(15_000)
    await settle()
  }
  expect(streams).toHaveLength(0)
})

test('beside the events a socket is tried from time to time, less and less often, and takes over with its first word', async () => {
  const { sockets, stream, timers, statuses, received, connection } = await beginBlocked()
  stream().receive(count(2))
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
  sockets.at(-1)?.receive(count(3))
  expect(received).toEqual([count(2), count(3)])
  // Nobody sees a line that broke.
  expect(statuses).toHaveLength(before)
  expect(stream().isClosedByClient).toBe(true)
  connection.sendEvent({ event: 'chat.typing', data: {} })
  expect(sockets.at(-1)?.sent).toHaveLength(1)
  timers.passTime(TIMEOUTS.silence)
  expect(sockets.at(-1)?.sent.at(-1)).toBe('ping')
  sockets.at(-1)?.receive(count(4))
  expect(received.at(-1)).toEqual(count(4))
  sockets.at(-1)?.closeFromServer(1006)
  expect(connection.status).toBe('waiting')
})

test('a socket that is tried and hangs is abandoned, and the events go on', async () => {
  const { sockets, stream, timers, connection } = await beginBlocked()
  stream().receive(count(2))
  connection.handleHint('online')
  stream().receive('pong')
  expect(sockets).toHaveLength(BLOCKED_AFTER + 1)
  connection.handleHint('online')
  stream().receive('pong')
  expect(sockets).toHaveLength(BLOCKED_AFTER + 1)
  timers.passTime(TIMEOUTS.opening)
  expect(sockets.at(-1)?.isClosedByClient).toBe(true)
  expect(connection.status).toBe('open')
})

test('events that are lost are opened again; where they no longer get through, the socket is tried again', async () => {
  const { sockets, streams, stream, timers } = await beginBlocked()
  stream().receive(count(2))
  stream().closeFromServer(1006)
  timers.passTime(15_000)
  expect(streams).toHaveLength(2)
  stream().closeFromServer(1006)
  await settle()
  timers.passTime(15_000)
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER + 1, 2])
  sockets.at(-1)?.closeFromServer(1006)
  await settle()
  timers.passTime(15_000)
  await settle()
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER + 1, 3])
})

test('events that are silent for longer than their comments come are lost', async () => {
  const { streams, stream, timers } = await beginBlocked()
  stream().receive(count(2))
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
    await settle()
    timers.passTime(15_000)
  }
  await settle()
  expect(streams).toHaveLength(1)
})

test('after a network came, a socket is tried as soon as the events are open again', async () => {
  const { sockets, stream, streams, timers, connection } = await beginBlocked()
  stream().receive(count(2))
  stream().closeFromServer(1006)
  connection.handleHint('online')
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER, 2])
  stream().receive(count(2))
  expect(sockets).toHaveLength(BLOCKED_AFTER + 1)
  // The next time they open it is the same network.
  stream().closeFromServer(1006)
  timers.passTime(15_000)
  stream().receive(count(2))
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
  await settle()
  expect(urls).toEqual(['events'])
  made[0]?.receive(count(1))
  for (let minute = 0; minute < 4; minute++) {
    timers.passTime(15_000)
    made[0]?.receive('pong')
  }
  expect(urls).toEqual(['events', 'socket'])
  made[1]?.receive(count(1))
  expect(made.map(({ isClosedByClient: left }) => left)).toEqual([true, false])
})

test('closing it ends the events, too, and what is tried beside them', async () => {
  const { sockets, stream, timers, connection } = await beginBlocked()
  stream().receive(count(2))
  connection.handleHint('online')
  connection.closeConnection()
  expect([stream().isClosedByClient, sockets.at(-1)?.isClosedByClient, timers.waitingCount]).toEqual([
    true,
    true,
    0,
  ])
})

test('a connection whose place another took stays off until somebody looks at it', async () => {
  const { sockets, socket, timers, connection, statuses } = beginOpen(async () => 'here')
  socket().closeFromServer(CLOSE.flooding, REPLACED)
  expect(statuses.at(-1)).toBe('resting')
  for (const hint of ['online', 'offline'] as const) connection.handleHint(hint)
  for (let minute = 0; minute < 60; minute++) {
    timers.passTime(60_000)
    await settle()
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
  await settle()
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
          socket.receive(count(1))
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
