import { expect, test } from 'vitest'
import { CLOSE } from '../../protocol/close.ts'
import { exampleMessage, exampleWelcome } from '../../test/support/examples.ts'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { DEAD, FRESH, makeEventsSocket } from './events-socket.ts'
import { makeRoomApi } from './room-api.ts'

/** Lets what was promised happen, streams included. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

interface Answers {
  response?: () => Response | Promise<Response>
  post?: () => Response | Promise<Response>
}

/** A refusal of a message. */
const refused = (code: string) => () => Response.json({ error: { code, message: 'No.' } }, { status: 400 })
const fresh = () => Response.json(exampleMessage(1), { status: 201 })

/** A stream with the server's end in the test's hand. */
async function begin({ response, post = fresh }: Answers = {}) {
  const timers = makeFakeTimers(1_000_000)
  const encoder = new TextEncoder()
  const asked: unknown[][] = []
  const frames: string[] = []
  const closed: { code: number; reason?: string }[] = []
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let signal: AbortSignal | null | undefined
  const body = new ReadableStream<Uint8Array>({
    start(own) {
      controller = own
    },
  })
  const socket = makeEventsSocket('https://chat.example/api/rooms/r/events?after=3', {
    roomId: 'r',
    api: makeRoomApi({
      base: 'https://chat.example/',
      async fetch(input, init) {
        const { pathname } = new URL(String(input))
        asked.push([pathname, ...(init?.body ? [JSON.parse(String(init.body))] : [])])
        return pathname.endsWith('/typing') ? new Response(null, { status: 204 }) : post()
      },
    }),
    timers,
    fetch: async (input, init) => {
      asked.push([String(input), new Headers(init?.headers).get('accept')])
      signal = init?.signal
      return (
        response?.() ??
        new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
      )
    },
  })
  socket.onmessage = ({ data }) => frames.push(String(data))
  socket.onclose = (how) => closed.push(how)
  await settle()
  return {
    socket,
    timers,
    asked,
    frames,
    closed,
    isAborted: () => signal?.aborted,
    async receive(text: string) {
      controller?.enqueue(encoder.encode(text))
      await settle()
    },
    async ends() {
      controller?.close()
      await settle()
    },
  }
}

const welcome = `id: 0\ndata: ${JSON.stringify(exampleWelcome([]))}\n\n`
const message = (id: string, text = 'hi') => JSON.stringify({ event: 'chat.message', data: { id, text } })

test('frames come as over a socket, and a comment is a sign of life once the room has spoken', async () => {
  const { socket, asked, frames, receive } = await begin()
  expect(asked).toEqual([['https://chat.example/api/rooms/r/events?after=3', 'text/event-stream']])
  expect(socket.readyState).toBe(1)
  await receive(': early\n\n')
  expect(frames).toEqual([])
  await receive(welcome)
  await receive(': still here\n\n')
  expect(frames).toEqual([JSON.stringify(exampleWelcome([])), 'pong'])
})

test('a message goes by HTTP, and the stream brings it; typing too, and nothing is acknowledged', async () => {
  const { socket, asked, frames } = await begin()
  socket.send(message('m1'))
  socket.send(JSON.stringify({ event: 'chat.typing', data: {} }))
  socket.send(JSON.stringify({ event: 'chat.ack', data: { seq: 3 } }))
  await settle()
  expect(asked.slice(1)).toEqual([
    ['/api/rooms/r/messages', { id: 'm1', text: 'hi' }],
    ['/api/rooms/r/typing'],
  ])
  expect(frames).toEqual([])
})

test('a message that was stored before is answered with it, since the stream does not bring it again', async () => {
  const stored = exampleMessage(4)
  const { socket, frames } = await begin({ post: () => Response.json(stored) })
  socket.send(message(stored.id))
  await settle()
  expect(frames.map((frame) => JSON.parse(frame))).toEqual([{ event: 'chat.message', data: stored }])
})

test.each([
  'slow-down',
  'plaintext-refused',
  'message-too-long',
  'not-a-participant',
  'storage-full',
  'too-many-requests',
])('a message that is refused with %s is answered with the error that a socket would bring', async (code) => {
  const { socket, frames, closed } = await begin({ post: refused(code) })
  socket.send(message('m1'))
  await settle()
  expect(frames.map((frame) => JSON.parse(frame))).toEqual([
    { event: 'error', data: { code, message: '', id: 'm1' } },
  ])
  expect(closed).toEqual([])
})

test('a message that nobody answered is neither refused nor taken', async () => {
  const { socket, frames, closed } = await begin({
    post: () => Promise.reject(new TypeError('Failed to fetch')),
  })
  socket.send(message('m1'))
  await settle()
  expect([frames, closed]).toEqual([[], []])
})

test.each(['room-not-found', 'room-closed'])(
  'a message into a room that is gone (%s) ends it',
  async (code) => {
    const { socket, closed, isAborted } = await begin({ post: refused(code) })
    socket.send(message('m1'))
    await settle()
    expect(closed).toEqual([{ code: CLOSE.gone }])
    expect(isAborted()).toBe(true)
  },
)

test.each([
  {
    what: 'the room closes it',
    text: 'event: close\ndata: {"code":4403,"reason":"removed"}\n\n',
    how: { code: 4403, reason: 'removed' },
  },
  {
    what: 'the room closes it without a reason',
    text: 'event: close\ndata: {"code":4410}\n\n',
    how: { code: 4410 },
  },
  { what: 'it breaks', text: null, how: { code: 1006 } },
])('$what: closed once, with $how.code', async ({ text, how }) => {
  const { closed, receive, ends, socket, timers } = await begin()
  await receive(welcome)
  if (text !== null) await receive(text)
  await ends().catch(() => {})
  expect(closed).toEqual([how])
  expect([socket.readyState, timers.waitingCount]).toEqual([3, 0])
})

test.each([
  { what: 'a refusal', response: () => Response.json({ error: { code: 'busy' } }, { status: 503 }) },
  { what: 'a page of a proxy', response: () => new Response('<h1>Pay first</h1>') },
  { what: 'a page of a proxy that looks like a stream', response: () => new Response(welcome) },
  {
    what: 'a stream with the status of a failure',
    response: () => new Response(welcome, { status: 503, headers: { 'content-type': 'text/event-stream' } }),
  },
  {
    what: 'a stream without a body',
    response: () => new Response(null, { headers: { 'content-type': 'text/event-stream' } }),
  },
  { what: 'no network', response: () => Promise.reject(new TypeError('Failed to fetch')) },
])('$what opens nothing', async ({ response }) => {
  const { frames, closed } = await begin({ response })
  expect([frames, closed]).toEqual([[], [{ code: 1006 }]])
})

test('a ping is answered while the stream has just spoken, and not once it is silent', async () => {
  const { socket, frames, timers, receive } = await begin()
  await receive(welcome)
  timers.passTime(FRESH - 1)
  socket.send('ping')
  // Not before the caller has begun to wait.
  expect(frames).toHaveLength(1)
  await settle()
  expect(frames.at(-1)).toBe('pong')
  timers.passTime(1)
  socket.send('ping')
  await settle()
  expect(frames).toHaveLength(2)
})

test('a stream that falls silent is over, though what is sent is answered all the while', async () => {
  const post = () => Response.json(exampleMessage(1), { status: 200 })
  const { socket, timers, frames, closed, isAborted, receive } = await begin({ post })
  await receive(welcome)
  timers.passTime(DEAD - 1)
  await receive(': still here\n\n')
  timers.passTime(DEAD - 1)
  socket.send(message('m1'))
  await settle()
  expect(frames.at(-1)).toContain('chat.message')
  expect(closed).toEqual([])
  timers.passTime(1)
  expect(closed).toEqual([{ code: 1006 }])
  expect(isAborted()).toBe(true)
})

test('the time that a stream took to open is no silence', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>()
  const { closed, timers } = await begin({ response: () => promise })
  timers.passTime(20_000)
  resolve(
    new Response(new ReadableStream<Uint8Array>(), { headers: { 'content-type': 'text/event-stream' } }),
  )
  await settle()
  timers.passTime(DEAD - 1)
  expect(closed).toEqual([])
  timers.passTime(1)
  expect(closed).toEqual([{ code: 1006 }])
})

test('the seconds that a refusal asks to wait come with the error', async () => {
  const post = () =>
    Response.json(
      { error: { code: 'slow-down', message: 'No.' } },
      { status: 429, headers: { 'Retry-After': '30' } },
    )
  const { socket, frames } = await begin({ post })
  socket.send(message('m1'))
  await settle()
  expect(JSON.parse(frames[0] ?? '').data).toMatchObject({ code: 'slow-down', retryAfter: 30 })
})

test('a client that closes it receives nothing more, and the stream ends', async () => {
  const { socket, frames, closed, isAborted } = await begin({ post: refused('slow-down') })
  socket.send(message('m1'))
  socket.close()
  await settle()
  expect([frames, closed, isAborted()]).toEqual([[], [], true])
})
