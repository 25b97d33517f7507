import { expect, test } from 'vitest'
import { CLOSE, type CloseCode, REPLACED } from '../../protocol/close.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { type FakeSocket, makeFakeSocket } from '../../test/support/fake-socket.ts'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { type Connection, type Hint, type Link, makeConnection, PACE, type Verdict } from './connection.ts'
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
  links: Link[]
  heard: RoomEvent[]
  gone: CloseCode[]
}

/** Server-sent events that come from fake sockets. @param streams each one that is opened */
function makeFakeEvents(streams: FakeSocket[]): EventsTransport {
  return {
    open(url) {
      const stream = makeFakeSocket(url)
      streams.push(stream)
      return stream
    },
    tryBeside: makeSocketTrial,
  }
}

/** A connection whose random delays are as long as they can be. */
function begin(probe?: () => Promise<Verdict>): Scene {
  const timers = makeFakeTimers()
  const sockets: FakeSocket[] = []
  const streams: FakeSocket[] = []
  const links: Link[] = []
  const heard: RoomEvent[] = []
  const gone: CloseCode[] = []
  let attempts = 0
  const connection = makeConnection({
    url: (transport) => `${transport === 'socket' ? 'ws' : 'events'}://room/?after=${attempts++}`,
    onEvents: (events) => heard.push(...events),
    onLink: (link) => links.push(link),
    onGone: (code) => gone.push(code),
    probe,
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
  return { connection, timers, sockets, socket, streams, links, heard, gone }
}

function beginOpen(probe?: () => Promise<Verdict>): Scene {
  const fixture = begin(probe)
  fixture.socket().receive(count(1))
  return fixture
}

/** Lets promises that are already kept be heard of. */
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

test('it says that it is alive also where so much is heard that it never has to ask', () => {
  const { timers, socket, connection } = beginOpen()
  for (let second = 1; second <= 200; second += 1) {
    timers.passTime(1_000)
    socket().receive(count(second))
  }
  expect(socket().sent.filter((frame) => frame === 'ping').length).toBeGreaterThanOrEqual(4)
  // And waits for no answer: what it hears is answer enough.
  expect(connection.link).toBe('open')
  const before = socket().sent.length
  timers.passTime(PACE.silence)
  expect(socket().sent.length).toBeGreaterThan(before)
})

test('it is open once the room has said its first word', () => {
  const { connection, socket, links } = begin()
  expect(connection.link).toBe('opening')
  expect(connection.send({ event: 'chat.typing', data: {} })).toBe(false)
  socket().receive(count(1))
  expect(links).toEqual(['opening', 'open'])
  expect(connection.send({ event: 'chat.typing', data: {} })).toBe(true)
  expect(socket().sent).toEqual(['{"event":"chat.typing","data":{}}'])
})

test('a frame holds one event or several, and what is no JSON is ignored', () => {
  const { socket, heard } = begin()
  socket().receive(count(1))
  socket().receive([count(2), count(3)])
  socket().onmessage?.({ data: '<html>' })
  expect(heard).toEqual([count(1), count(2), count(3)])
})

test('the address is asked for at each attempt', () => {
  const { sockets, timers } = begin()
  sockets[0]?.closeFromServer(1006)
  timers.passTime(250)
  expect(sockets.map(({ url }) => url)).toEqual(['ws://room/?after=0', 'ws://room/?after=1'])
})

test('an attempt that hangs is given up', () => {
  const { sockets, timers, connection } = begin()
  timers.passTime(PACE.opening)
  expect(connection.link).toBe('waiting')
  expect(sockets[0]?.isClosedByClient).toBe(true)
})

test('an upgrade that nobody answers is given up sooner than a welcome that takes its time', () => {
  const timers = makeFakeTimers()
  const links: Link[] = []
  const connection = makeConnection({
    url: () => 'ws://room/',
    onEvents: () => {},
    onLink: (link) => links.push(link),
    makeSocket: (url) => makeFakeSocket(url, 0),
    timers,
    random: () => 1,
  })
  timers.passTime(PACE.upgrade - 1)
  expect(connection.link).toBe('opening')
  timers.passTime(1)
  expect(links).toEqual(['opening', 'waiting'])
  connection.close()
  expect(timers.waitingCount).toBe(0)
})

test('after 20 s of silence it asks, and a pong within 5 s keeps the socket', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  timers.passTime(PACE.silence - 1)
  expect(socket().sent).toEqual([])
  timers.passTime(1)
  expect(socket().sent).toEqual(['ping'])
  timers.passTime(PACE.answer - 1)
  socket().receive('pong')
  timers.passTime(PACE.silence - 1)
  expect(connection.link).toBe('open')
  expect(socket().sent).toEqual(['ping'])
  timers.passTime(1)
  expect(socket().sent).toEqual(['ping', 'ping'])
  expect(sockets).toHaveLength(1)
})

test('without a pong it comes back on another socket, and the old one is heard no more', () => {
  const { sockets, socket, timers, heard, links } = beginOpen()
  timers.passTime(PACE.silence)
  // It lay in a buffer: it is no answer.
  socket().receive(count(2))
  timers.passTime(PACE.answer)
  timers.passTime(250)
  expect(links).toEqual(['opening', 'open', 'waiting', 'opening'])
  expect(sockets).toHaveLength(2)
  expect(sockets[0]?.isClosedByClient).toBe(true)
  sockets[0]?.receive(count(9))
  expect(heard).toEqual([count(1), count(2)])
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
    for (const hint of ['online', 'visible', 'pageshow'] as const) connection.hint(hint)
    timers.passTime(1_000_000)
    expect(sockets).toHaveLength(1)
    expect(gone).toEqual([code])
    expect(connection.link).toBe('gone')
    expect(timers.waitingCount).toBe(0)
  },
)

test('after 4429 it stays away for some seconds, whatever the page hints', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  socket().closeFromServer(CLOSE.flooding)
  timers.passTime(PACE.flooding)
  connection.hint('visible')
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
  connection.hint(hint)
  expect(socket().sent).toEqual(['ping'])
  timers.passTime(PACE.probe - 1)
  socket().receive('pong')
  timers.passTime(PACE.silence - 1)
  expect(sockets).toHaveLength(1)
})

test.each(BACK)('on "%s" an open socket that gives no answer is replaced at once', (hint) => {
  const { sockets, timers, connection, links } = beginOpen()
  connection.hint(hint)
  timers.passTime(PACE.probe)
  expect(sockets).toHaveLength(2)
  expect(sockets[0]?.isClosedByClient).toBe(true)
  expect(links).toEqual(['opening', 'open', 'opening'])
})

test('several hints in a row ask once and don’t put off the answer', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  for (let turn = 0; turn < 5; turn++) {
    connection.hint('visible')
    timers.passTime(PACE.probe / 5)
  }
  expect(sockets[0]?.sent).toEqual(['ping'])
  expect(socket()).not.toBe(sockets[0])
})

test('a hint shortens the wait for a pong that is due already', () => {
  const { sockets, timers, connection } = beginOpen()
  timers.passTime(PACE.silence)
  connection.hint('visible')
  timers.passTime(PACE.probe)
  expect(sockets).toHaveLength(2)
})

test('a socket found closed on coming back is replaced without asking', () => {
  const { sockets, connection } = beginOpen()
  sockets[0]?.close()
  connection.hint('pageshow')
  expect(sockets).toHaveLength(2)
})

test.each(BACK)('on "%s" it tries at once instead of waiting', (hint) => {
  const { sockets, socket, connection } = beginOpen()
  socket().closeFromServer(1006)
  connection.hint(hint)
  expect(sockets).toHaveLength(2)
})

test('on "offline" it asks too, because the page may be wrong, and then waits', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  connection.hint('offline')
  socket().receive('pong')
  timers.passTime(PACE.probe)
  expect(connection.link).toBe('open')
  connection.hint('offline')
  timers.passTime(PACE.probe)
  expect(connection.link).toBe('waiting')
  expect(sockets).toHaveLength(1)
})

test('an attempt from before the network came back is replaced, a young one is left alone', () => {
  const { sockets, timers, connection } = begin()
  connection.hint('online')
  expect(sockets).toHaveLength(1)
  timers.passTime(PACE.probe + 1)
  connection.hint('online')
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
  { probe: async () => null, says: 'says it is there' },
  { probe: () => Promise.reject(new Error('no network')), says: 'fails' },
])('when the question $says it tries again', async ({ probe }) => {
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
  connection.hint('visible')
  expect(sockets).toHaveLength(1)
  timers.passTime(250)
  expect(sockets).toHaveLength(2)
})

test('a question without an answer holds it up for some seconds only', async () => {
  const { sockets, socket, timers } = begin(() => new Promise(() => {}))
  socket().closeFromServer(1006)
  timers.passTime(PACE.verdict + 250)
  expect(sockets).toHaveLength(2)
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
  connection.close()
  socket().closeFromServer(1000)
  timers.passTime(1_000_000)
  expect(connection.link).toBe('gone')
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
  const { sockets, streams, stream, connection, heard, links } = await beginBlocked()
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER, 1])
  expect(stream().url).toBe('events://room/?after=4')
  expect(connection.send({ event: 'chat.typing', data: {} })).toBe(false)
  stream().receive(count(2))
  expect(heard).toEqual([count(2)])
  expect(links.at(-1)).toBe('open')
  expect(connection.send({ event: 'chat.typing', data: {} })).toBe(true)
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
  const { sockets, stream, timers, links, heard, connection } = await beginBlocked()
  stream().receive(count(2))
  const says = () => stream().receive('pong')
  /** Lets time pass as a stream lets it pass that lives. */
  const pass = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 15_000) {
      timers.passTime(Math.min(15_000, ms - passed))
      says()
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
  const before = links.length
  sockets.at(-1)?.receive(count(3))
  expect(heard).toEqual([count(2), count(3)])
  // Nobody sees a line that broke.
  expect(links).toHaveLength(before)
  expect(stream().isClosedByClient).toBe(true)
  connection.send({ event: 'chat.typing', data: {} })
  expect(sockets.at(-1)?.sent).toHaveLength(1)
  timers.passTime(PACE.silence)
  expect(sockets.at(-1)?.sent.at(-1)).toBe('ping')
})

test('a socket that is tried and hangs is given up, and the events go on', async () => {
  const { sockets, stream, timers, connection } = await beginBlocked()
  stream().receive(count(2))
  connection.hint('online')
  stream().receive('pong')
  expect(sockets).toHaveLength(BLOCKED_AFTER + 1)
  connection.hint('online')
  stream().receive('pong')
  expect(sockets).toHaveLength(BLOCKED_AFTER + 1)
  timers.passTime(PACE.opening)
  expect(sockets.at(-1)?.isClosedByClient).toBe(true)
  expect(connection.link).toBe('open')
})

test('events that are lost are opened again; where they no longer get through, the socket is tried in turn', async () => {
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
  timers.passTime(PACE.silence + PACE.answer + 15_000)
  expect(streams).toHaveLength(2)
  expect(streams[0]?.isClosedByClient).toBe(true)
})

test('a browser without sockets, or that forbids them, is a network that blocks them', async () => {
  const timers = makeFakeTimers()
  const streams: FakeSocket[] = []
  makeConnection({
    url: (transport) => transport,
    onEvents: () => {},
    makeSocket() {
      throw new ReferenceError('WebSocket is not defined')
    },
    loadEvents: async () => makeFakeEvents(streams),
    probe: async () => 'here',
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
  const { sockets, stream, streams, connection } = await beginBlocked()
  stream().receive(count(2))
  stream().closeFromServer(1006)
  connection.hint('online')
  expect([sockets.length, streams.length]).toEqual([BLOCKED_AFTER, 2])
  stream().receive(count(2))
  expect(sockets).toHaveLength(BLOCKED_AFTER + 1)
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
    url: (transport) => transport,
    onEvents: () => {},
    makeSocket: make,
    startWith: 'events',
    loadEvents: async () => ({ open: make, tryBeside: makeSocketTrial }),
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
  connection.hint('online')
  connection.close()
  expect([stream().isClosedByClient, sockets.at(-1)?.isClosedByClient, timers.waitingCount]).toEqual([
    true,
    true,
    0,
  ])
})

test('a connection whose place another took stays off until somebody looks at it', async () => {
  const { sockets, socket, timers, connection, links } = beginOpen(async () => 'here')
  socket().closeFromServer(CLOSE.flooding, REPLACED)
  expect(links.at(-1)).toBe('resting')
  for (const hint of ['online', 'offline'] as const) connection.hint(hint)
  for (let minute = 0; minute < 60; minute++) {
    timers.passTime(60_000)
    await settle()
  }
  expect(sockets).toHaveLength(1)
  connection.hint('focus')
  expect(sockets).toHaveLength(2)
  // One look is enough.
  connection.hint('focus')
  expect(sockets).toHaveLength(2)
})

test.each(['visible', 'focus', 'pageshow'] as const)('it is back on "%s"', (hint) => {
  const { sockets, socket, connection } = beginOpen()
  socket().closeFromServer(CLOSE.flooding, REPLACED)
  connection.hint(hint)
  expect(sockets).toHaveLength(2)
})

test('it is back for whoever writes in it', () => {
  const { sockets, socket, connection } = beginOpen()
  socket().closeFromServer(CLOSE.flooding, REPLACED)
  expect(connection.send({ event: 'chat.typing', data: {} })).toBe(false)
  expect(sockets).toHaveLength(2)
})

test('a room that is gone meanwhile is gone here as well', async () => {
  const { sockets, socket, timers, gone } = beginOpen(async () => CLOSE.gone)
  socket().closeFromServer(CLOSE.flooding, REPLACED)
  timers.passTime(PACE.resting)
  await settle()
  expect([sockets.length, gone, timers.waitingCount]).toEqual([1, [CLOSE.gone], 0])
})

test('fourteen tabs of one person come to rest, twelve of them open', () => {
  const timers = makeFakeTimers()
  const open: { socket: FakeSocket; at: number }[] = []
  let attempts = 0
  const tabs = Array.from({ length: 14 }, () =>
    makeConnection({
      url: () => 'ws://room/',
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
  timers.passTime(PACE.silence - 1)
  expect(tabs.map(({ link }) => link).sort()).toEqual([
    ...Array(12).fill('open'),
    ...Array(2).fill('resting'),
  ])
  expect(attempts).toBe(14)
})
