import { createRoot } from 'solid-js'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Hint } from '../../client/net/connection-options.ts'
import { makeRoomApi } from '../../client/net/room-api.ts'
import type { Socket } from '../../client/net/socket.ts'
import type { Timers } from '../../client/net/timers.ts'
import { createRoom } from '../../client/room/create-room.ts'
import type { RoomModel } from '../../client/room/room-model.ts'
import { CALM, type ChaosProxy, type LineConditions, startChaosProxy } from '../support/chaos-proxy.ts'
import { checkAnswer, parseFrame } from '../support/check-wire.ts'
import { CookieJar } from '../support/cookie-jar.ts'
import { makeFakeStorage } from '../support/fake-storage.ts'
import { openSocket, Person } from '../support/node-client.ts'
import { readSeed } from '../support/seed.ts'
import { type Server, startServer } from '../support/server.ts'

const SEED = readSeed(1)

/** How many times as fast the clients' own waits pass: a line that is silent is found out in 5 s instead of 25. */
const HASTE = 5

/** Milliseconds a call may be under way here; the client's own deadline is longer than this test. */
const CALL = 3_000

/** Milliseconds in which everyone has everything once the weather is calm: some lines are only then found to be dead. */
const AGREED_WITHIN = 40_000

/** No socket of this one gets through, ever: only HTTP does, when anything does. */
const BLOCKED = 'Eve'
const PEOPLE = ['Ann', 'Ben', 'Cai', 'Dee', BLOCKED]
const SENTENCES = 60

let server: Server
let proxy: ChaosProxy

beforeAll(async () => {
  server = await startServer({ rateLimits: 'off' })
  proxy = await startChaosProxy(server.origin, SEED)
})

afterAll(async () => {
  await proxy?.stop()
  await server?.stop()
})

const hurried: Timers = {
  now: () => performance.now() * HASTE,
  after(ms, run) {
    const timer = setTimeout(run, ms / HASTE)
    return () => clearTimeout(timer)
  },
}

/** Lets real time pass: between two letters, between two disturbances, between two looks at what has no event. */
const waitFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A page without a browser: the client's own code, with cookies, on a bad line. */
interface Page {
  name: string
  room: RoomModel
  sendHint(hint: Hint): void
  typed: string[]
  /** Sockets, or streams of server-sent events, that it opened so far. */
  opened: number
}

function openPage(name: string, roomId: string, jar = new CookieJar()): Page {
  const kept = new Map<string, string>()
  const page = { name, typed: [] as string[], opened: 0 }
  let sendHint: (hint: Hint) => void = () => {}
  async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    const headers = new Headers(init.headers)
    headers.set('cookie', jar.cookieHeader(pathname))
    const response = await fetch(input, { ...init, headers })
    jar.storeCookies(response.headers, pathname)
    if (response.headers.get('content-type') === 'text/event-stream') return response
    const text = await response.text()
    const { pathname: path } = new URL(response.url)
    checkAnswer({
      method: init.method ?? 'GET',
      path,
      status: response.status,
      headers: response.headers,
      text,
    })
    return new Response(response.status === 204 ? null : text, response)
  }
  function makeSocket(url: string): Socket {
    if (name === BLOCKED) return new WebSocket('ws://127.0.0.1:9/') as Socket
    page.opened += 1
    const socket = openSocket(url, jar.cookieHeader(new URL(url).pathname))
    socket.addEventListener('message', ({ data }) => parseFrame(String(data)))
    return socket as Socket
  }
  const { room, dispose } = createRoot((end) => ({
    dispose: end,
    room: createRoom(roomId, {
      alias: name,
      api: makeRoomApi({
        base: `${proxy.origin}/`,
        fetch: (input, init) => send(input, { ...init, signal: AbortSignal.timeout(CALL) }),
      }),
      fetch(input, init) {
        page.opened += 1
        return send(input, init)
      },
      origin: proxy.origin,
      storage: makeFakeStorage(kept),
      timers: hurried,
      device: { steady: hurried.now, wall: () => Date.now() },
      makeSocket,
      listen(onHint) {
        sendHint = onHint
        return () => {}
      },
      visible: () => true,
      frame: (run) => run(),
    }),
  }))
  onTestFinished(dispose)
  return Object.assign(page, { room, sendHint: (hint: Hint) => sendHint(hint) })
}

/** Waits until something is so. @param why returns what is still missing, or null */
async function waitUntil(why: () => string | null, within: number, otherwise: string): Promise<void> {
  const end = performance.now() + within
  for (;;) {
    const missing = why()
    if (missing === null) return
    if (performance.now() > end) throw new Error(`seed ${SEED}: ${otherwise}: ${missing}`)
    await waitFor(20)
  }
}

/** Why not everyone has the same, or null. */
function findDisagreement(pages: readonly Page[]): string | null {
  const last = Math.max(...pages.map(({ room }) => room.state.messages.at(-1)?.seq ?? 0))
  for (const { name, room } of pages) {
    const { stage, state } = room
    if (stage().is !== 'live') return `${name} is ${JSON.stringify(stage())}`
    if (room.connectionStatus() !== 'open') return `${name} is ${room.connectionStatus()}`
    const [waiting] = state.pending
    if (waiting) return `${name} waits with ${waiting.text}: ${waiting.state} ${waiting.failure ?? ''}`
    if (state.messages.length < last) return `${name} has ${state.messages.length} of ${last} messages`
    if (state.present !== pages.length) return `${name} sees ${state.present} present`
  }
  return null
}

/** What happens to the line, one after the other, with milliseconds to suffer it. */
const STORM: { weather?: Partial<LineConditions>; cut?: number; silence?: number; lasts: number }[] = [
  { weather: { delay: 10, jitter: 60 }, lasts: 700 },
  { cut: 0.5, lasts: 500 },
  { weather: { bytesPerSecond: 20_000 }, lasts: 700 },
  { cut: 1, lasts: 300 },
  { silence: 0.5, lasts: 900 },
  { weather: { bytesPerSecond: null, jitter: 150 }, lasts: 500 },
  { weather: { swallow: 'down' }, lasts: 600 },
  { weather: { swallow: 'up' }, cut: 0.3, lasts: 600 },
  { weather: { swallow: 'none' }, cut: 0.5, lasts: 400 },
]

async function disturbLine(pages: readonly Page[]): Promise<void> {
  for (const { weather = {}, cut, silence, lasts } of STORM) {
    proxy.setConditions(weather)
    if (cut !== undefined) proxy.resetConnections(cut)
    if (silence !== undefined) proxy.silenceConnections(silence)
    // Now and then somebody looks at the page, or the device believes that it has lost its network.
    for (const page of pages)
      if (proxy.random() < 0.25) page.sendHint(proxy.random() < 0.5 ? 'visible' : 'offline')
    await waitFor(lasts * (0.5 + proxy.random()))
  }
}

test('people on a line that delays, throttles, cuts and falls silent, one of them without sockets, send everything once and in order, while the power of the server goes', {
  timeout: 120_000,
}, async () => {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ capacity: PEOPLE.length, lifetime: 3_600 })
  const pages = PEOPLE.map((name) => openPage(name, roomId))
  await waitUntil(() => findDisagreement(pages), AGREED_WITHIN, 'not everyone gets in on a good line')

  let typing = PEOPLE.length
  const talking = pages.map(async ({ name, room, typed }) => {
    for (let index = 0; index < SENTENCES; index += 1) {
      const text = `${name} ${index} ${'.'.repeat(Math.floor(proxy.random() * 400))}`
      typed.push(text)
      room.sendMessage(text)
      if (proxy.random() < 0.2) room.sendTyping()
      await waitFor(proxy.random() * 300)
    }
    typing -= 1
  })
  await disturbLine(pages)
  await server.kill()
  expect(typing, 'nobody is talking any more when the power goes').toBeGreaterThan(0)
  await server.restart()
  await disturbLine(pages)
  await Promise.all(talking)
  proxy.setConditions(CALM)
  // Those who were sent to sleep by their device wake up.
  for (const page of pages) page.sendHint('online')

  await waitUntil(() => findDisagreement(pages), AGREED_WITHIN, 'they never agree')

  // Without this the test would pass on a good line too.
  const opened = pages.map((page) => page.opened)
  expect(Math.min(...opened), `seed ${SEED}: sockets opened`).toBeGreaterThan(3)

  const [first] = pages
  const all = first?.room.state.messages.map(({ seq, id, sender, text }) => ({ seq, id, sender, text })) ?? []
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
  expect(new Set(all.map(({ id, sender }) => `${sender} ${id}`)).size).toBe(all.length)
  for (const { name, room, typed } of pages) {
    expect(room.state.messages, `seed ${SEED}: ${name} has another order`).toMatchObject(all)
    const said = all.filter(({ sender }) => sender === name).map(({ text }) => text)
    expect(said, `seed ${SEED}: what ${name} said`).toEqual(typed)
  }
})
