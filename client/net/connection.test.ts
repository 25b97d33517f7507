import { expect, test } from 'vitest'
import { CLOSE, type CloseCode } from '../../protocol/close.ts'
import type { Down } from '../../protocol/down.ts'
import { type FakeSocket, makeFakeSocket } from '../../test/support/fake-socket.ts'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { type Connection, type Hint, type Link, makeConnection, PACE } from './connection.ts'

const count = (present: number): Down => ({ event: 'presence.count', data: { present } })

interface Scene {
  connection: Connection
  timers: ReturnType<typeof makeFakeTimers>
  sockets: FakeSocket[]
  /** The newest socket. */
  socket(): FakeSocket
  links: Link[]
  heard: Down[]
  gone: CloseCode[]
}

/** A connection whose random delays are as long as they can be. */
function begin(probe?: () => Promise<CloseCode | null>): Scene {
  const timers = makeFakeTimers()
  const sockets: FakeSocket[] = []
  const links: Link[] = []
  const heard: Down[] = []
  const gone: CloseCode[] = []
  let attempts = 0
  const connection = makeConnection({
    url: () => `ws://room/?after=${attempts++}`,
    onEvents: (events) => heard.push(...events),
    onLink: (link) => links.push(link),
    onGone: (code) => gone.push(code),
    probe,
    makeSocket(url) {
      const socket = makeFakeSocket(url)
      sockets.push(socket)
      return socket
    },
    timers,
    random: () => 1,
  })
  const socket = () => sockets.at(-1) as FakeSocket
  return { connection, timers, sockets, socket, links, heard, gone }
}

function beginOpen(probe?: () => Promise<CloseCode | null>): Scene {
  const scene = begin(probe)
  scene.socket().says(count(1))
  return scene
}

/** Lets promises that are already kept be heard of. */
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

test('it is open once the room has said its first word', () => {
  const { connection, socket, links } = begin()
  expect(connection.link).toBe('opening')
  expect(connection.send({ event: 'chat.typing', data: {} })).toBe(false)
  socket().says(count(1))
  expect(links).toEqual(['opening', 'open'])
  expect(connection.send({ event: 'chat.typing', data: {} })).toBe(true)
  expect(socket().sent).toEqual(['{"event":"chat.typing","data":{}}'])
})

test('a frame holds one event or several, and what is no JSON is ignored', () => {
  const { socket, heard } = begin()
  socket().says(count(1))
  socket().says([count(2), count(3)])
  socket().onmessage?.({ data: '<html>' })
  expect(heard).toEqual([count(1), count(2), count(3)])
})

test('the address is asked for at each attempt', () => {
  const { sockets, timers } = begin()
  sockets[0]?.ends(1006)
  timers.pass(250)
  expect(sockets.map(({ url }) => url)).toEqual(['ws://room/?after=0', 'ws://room/?after=1'])
})

test('an attempt that hangs is given up', () => {
  const { sockets, timers, connection } = begin()
  timers.pass(PACE.opening)
  expect(connection.link).toBe('waiting')
  expect(sockets[0]?.left).toBe(true)
})

test('after 20 s of silence it asks, and a pong within 5 s keeps the socket', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  timers.pass(PACE.silence - 1)
  expect(socket().sent).toEqual([])
  timers.pass(1)
  expect(socket().sent).toEqual(['ping'])
  timers.pass(PACE.answer - 1)
  socket().says('pong')
  timers.pass(PACE.silence - 1)
  expect(connection.link).toBe('open')
  expect(socket().sent).toEqual(['ping'])
  timers.pass(1)
  expect(socket().sent).toEqual(['ping', 'ping'])
  expect(sockets).toHaveLength(1)
})

test('a room that talks is not asked', () => {
  const { socket, timers } = beginOpen()
  for (let turn = 0; turn < 10; turn++) {
    timers.pass(PACE.silence / 2)
    socket().says(count(turn))
  }
  expect(socket().sent).toEqual([])
  timers.pass(PACE.silence)
  expect(socket().sent).toEqual(['ping'])
})

test('without a pong it comes back on another socket, and the old one is heard no more', () => {
  const { sockets, socket, timers, heard, links } = beginOpen()
  timers.pass(PACE.silence)
  // It lay in a buffer: it is no answer.
  socket().says(count(2))
  timers.pass(PACE.answer)
  timers.pass(250)
  expect(links).toEqual(['opening', 'open', 'waiting', 'opening'])
  expect(sockets).toHaveLength(2)
  expect(sockets[0]?.left).toBe(true)
  sockets[0]?.says(count(9))
  expect(heard).toEqual([count(1), count(2)])
})

test.each([1000, 1001, 1005, 1006, 1011, 1012, 4000, CLOSE.tooSlow])('it comes back after %i', (code) => {
  const { sockets, socket, timers, gone } = beginOpen()
  socket().ends(code)
  timers.pass(2_000)
  expect(sockets).toHaveLength(2)
  expect(gone).toEqual([])
})

test.each([CLOSE.notAParticipant, CLOSE.removed, CLOSE.gone, CLOSE.frameTooLarge])(
  'it never comes back after %i',
  (code) => {
    const { sockets, socket, timers, gone, connection } = beginOpen()
    socket().ends(code)
    for (const hint of ['online', 'visible', 'pageshow'] as const) connection.hint(hint)
    timers.pass(1_000_000)
    expect(sockets).toHaveLength(1)
    expect(gone).toEqual([code])
    expect(connection.link).toBe('gone')
    expect(timers.waiting).toBe(0)
  },
)

test('after 4429 it stays away for some seconds, whatever the page hints', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  socket().ends(CLOSE.flooding)
  timers.pass(PACE.flooding)
  connection.hint('visible')
  expect(sockets).toHaveLength(1)
  timers.pass(250)
  expect(sockets).toHaveLength(2)
})

test('each loss in a row waits longer, and opening for a moment is no success', () => {
  const { sockets, socket, timers } = beginOpen()
  for (const delay of [250, 500, 1_000, 2_000]) {
    const before = sockets.length
    socket().ends(1006)
    timers.pass(delay - 1)
    expect(sockets).toHaveLength(before)
    timers.pass(1)
    expect(sockets).toHaveLength(before + 1)
    socket().says(count(1))
  }
})

const BACK: Hint[] = ['online', 'visible', 'pageshow']

test.each(BACK)('on "%s" an open socket is asked, and kept if it answers', (hint) => {
  const { sockets, socket, timers, connection } = beginOpen()
  connection.hint(hint)
  expect(socket().sent).toEqual(['ping'])
  timers.pass(PACE.probe - 1)
  socket().says('pong')
  timers.pass(PACE.silence - 1)
  expect(sockets).toHaveLength(1)
})

test.each(BACK)('on "%s" an open socket that gives no answer is replaced at once', (hint) => {
  const { sockets, timers, connection, links } = beginOpen()
  connection.hint(hint)
  timers.pass(PACE.probe)
  expect(sockets).toHaveLength(2)
  expect(sockets[0]?.left).toBe(true)
  expect(links).toEqual(['opening', 'open', 'opening'])
})

test('several hints in a row ask once and don’t put off the answer', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  for (let turn = 0; turn < 5; turn++) {
    connection.hint('visible')
    timers.pass(PACE.probe / 5)
  }
  expect(sockets[0]?.sent).toEqual(['ping'])
  expect(socket()).not.toBe(sockets[0])
})

test('a hint shortens the wait for a pong that is due already', () => {
  const { sockets, timers, connection } = beginOpen()
  timers.pass(PACE.silence)
  connection.hint('visible')
  timers.pass(PACE.probe)
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
  socket().ends(1006)
  connection.hint(hint)
  expect(sockets).toHaveLength(2)
})

test('on "offline" it asks too, because the page may be wrong, and then waits', () => {
  const { sockets, socket, timers, connection } = beginOpen()
  connection.hint('offline')
  socket().says('pong')
  timers.pass(PACE.probe)
  expect(connection.link).toBe('open')
  connection.hint('offline')
  timers.pass(PACE.probe)
  expect(connection.link).toBe('waiting')
  expect(sockets).toHaveLength(1)
})

test('an attempt from before the network came back is replaced, a young one is left alone', () => {
  const { sockets, timers, connection } = begin()
  connection.hint('online')
  expect(sockets).toHaveLength(1)
  timers.pass(PACE.probe + 1)
  connection.hint('online')
  expect(sockets).toHaveLength(2)
})

test('when an attempt never opened it asks whether the room is still there, and goes for good if it isn’t', async () => {
  const { sockets, socket, timers, gone } = begin(async () => CLOSE.gone)
  socket().ends(1006)
  await settle()
  timers.pass(60_000)
  expect(gone).toEqual([CLOSE.gone])
  expect(sockets).toHaveLength(1)
})

test.each([
  { probe: async () => null, says: 'says it is there' },
  { probe: () => Promise.reject(new Error('no network')), says: 'fails' },
])('when the question $says it tries again', async ({ probe }) => {
  const { sockets, socket, timers, gone } = begin(probe)
  socket().ends(1006)
  timers.pass(1_000)
  expect(sockets).toHaveLength(1)
  await settle()
  timers.pass(250)
  expect(sockets).toHaveLength(2)
  expect(gone).toEqual([])
})

test('a question without an answer holds it up for some seconds only', async () => {
  const { sockets, socket, timers } = begin(() => new Promise(() => {}))
  socket().ends(1006)
  timers.pass(PACE.verdict + 250)
  expect(sockets).toHaveLength(2)
})

test('a socket that was open is lost without a question', async () => {
  let questions = 0
  const { socket } = beginOpen(async () => {
    questions++
    return null
  })
  socket().ends(1006)
  await settle()
  expect(questions).toBe(0)
})

test('closing it ends everything without a word', async () => {
  const { sockets, socket, timers, gone, connection } = beginOpen()
  connection.close()
  socket().ends(1000)
  timers.pass(1_000_000)
  expect(connection.link).toBe('gone')
  expect([sockets.length, gone.length, timers.waiting]).toEqual([1, 0, 0])
  expect(socket().left).toBe(true)
})
