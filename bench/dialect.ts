import { randomUUID } from 'node:crypto'
import { JOIN_PROTOCOL } from '../protocol/participant.ts'
import type { Name } from './contender.ts'
import { type Answer, Wire } from './wire.ts'

/** A seat somebody holds: where its socket is opened, and with what. */
export interface Seat {
  path: string
  cookie: string
}

/** How to talk to a server: what it takes to open a room, to come in, and to say something. */
export interface Dialect {
  /** Makes a room with places for thousands. Gives what others need to come in. */
  open(origin: string): Promise<string>
  /** Takes a seat. */
  sit(wire: Wire, room: string): Promise<Seat>
  /** Opens the seat's socket. Resolves once the server has said that one is in. */
  connect(wire: Wire, room: string, seat: Seat): Promise<void>
  /** The frame that says something. */
  say(id: string, text: string): string
  /** The frame that says up to which message one has everything, where the server wants to know. */
  acknowledge?(seq: number): string
}

/** The cookies that an answer sets, as they are sent back. */
function cookies(head: string): string {
  return [...head.matchAll(/set-cookie: ([^;]+);[^\r]*path=\/api/gi)].map(([, pair]) => pair).join('; ')
}

/** The first frame that `is` accepts: whatever has to come before one is in the room. */
function heard(wire: Wire, is: (text: string) => boolean): Promise<void> {
  return new Promise((resolve) => {
    wire.onText = (text) => {
      if (is(text)) resolve()
    }
  })
}

/** Asks over a connection of its own. */
async function ask(origin: string, path: string, body?: string): Promise<Answer> {
  const wire = await Wire.open(origin)
  const answer = await wire.ask('POST', path, '', body)
  wire.close()
  return answer
}

/** Upgrades, and waits for the frame that says that one is in. @param offers subprotocols */
function upgrade(welcome: string, offers = ''): Dialect['connect'] {
  return async (wire, _, { path, cookie }) => {
    const welcomed = heard(wire, (text) => text.startsWith(welcome))
    await wire.upgrade(path, cookie, offers)
    await welcomed
  }
}

const app: Dialect = {
  async open(origin) {
    const { status, body } = await ask(origin, '/api/rooms', '{"capacity":null,"lifetime":86400}')
    if (status !== 201) throw new Error(`no room: ${body}`)
    return JSON.parse(body).roomId
  },
  async sit(wire, room) {
    const { status, head, body } = await wire.ask('POST', `/api/rooms/${room}/join`, '', '{}')
    if (status !== 200) throw new Error(`no seat: ${body}`)
    return { path: `/api/rooms/${room}/realtime`, cookie: cookies(head) }
  },
  connect: upgrade('{"event":"room.welcome"'),
  say: (id, text) => `{"event":"chat.message","data":{"id":"${id}","text":"${text}"}}`,
  acknowledge: (seq) => `{"event":"chat.ack","data":{"seq":${seq}}}`,
}

/** Seat and socket in one request. */
const appAtOnce: Dialect = {
  ...app,
  sit: async (_, room) => ({ path: `/api/rooms/${room}/realtime`, cookie: '' }),
  connect: upgrade('{"event":"room.welcome"', JOIN_PROTOCOL),
}

const bare: Dialect = {
  async open(origin) {
    const room = randomUUID()
    await ask(origin, `/${room}`)
    return room
  },
  async sit(wire, room) {
    const { body } = await wire.ask('POST', `/${room}/join`, '')
    return { path: `/${room}/socket?id=${JSON.parse(body).id}`, cookie: '' }
  },
  connect: upgrade('{"welcome"'),
  say: (id, text) => `{"id":"${id}","text":"${text}"}`,
}

const party: Dialect = {
  // A party is made by whoever comes first, and knows no seats.
  open: async () => randomUUID(),
  sit: async (_, room) => ({ path: `/parties/party/${room}`, cookie: '' }),
  connect: upgrade('{"welcome"'),
  say: (id, text) => `{"id":"${id}","text":"${text}"}`,
}

const socketio: Dialect = {
  open: async () => randomUUID(),
  async sit(wire, room) {
    const { status, body } = await wire.ask('POST', `/rooms/${room}/join`, '')
    if (status !== 200) throw new Error(`no seat: ${body}`)
    return { path: '/socket.io/?EIO=4', cookie: body }
  },
  // As its client does by itself: a session by long polling, which is then upgraded.
  async connect(wire, room, { path, cookie }) {
    const { body } = await wire.ask('GET', `${path}&transport=polling`, '')
    const polling = `${path}&transport=polling&sid=${JSON.parse(body.slice(1)).sid}`
    await wire.ask('POST', polling, '', `40${JSON.stringify({ room, ...JSON.parse(cookie) })}`)
    let polled = ''
    while (!polled.includes('42["welcome"')) polled += (await wire.ask('GET', polling, '')).body
    const probed = heard(wire, (text) => text === '3probe')
    await wire.upgrade(polling.replace('polling', 'websocket'))
    wire.send('2probe')
    await probed
    wire.send('5')
  },
  say: (id, text) => `42["message",{"id":"${id}","text":"${text}"}]`,
}

/** Seat and socket in one request: its client is told not to begin with polling, and is seated by the handshake. */
const socketioAtOnce: Dialect = {
  ...socketio,
  sit: async () => ({ path: '/socket.io/?EIO=4', cookie: '{}' }),
  async connect(wire, room, { path, cookie }) {
    const opened = heard(wire, (text) => text.startsWith('0'))
    await wire.upgrade(`${path}&transport=websocket`)
    await opened
    const welcomed = heard(wire, (text) => text.startsWith('42["welcome"'))
    wire.send(`40${JSON.stringify({ room, ...JSON.parse(cookie) })}`)
    await welcomed
  },
}

/** Sits for many at once: `bench/workers/guests.ts`. */
const guests: Dialect = {
  open: async () => '',
  sit: async () => ({ path: '/', cookie: '' }),
  async connect(wire, seats) {
    await wire.upgrade('/')
    const welcomed = heard(wire, (text) => text.startsWith('{"welcome"'))
    wire.send(seats)
    await welcomed
  },
  say: () => '',
}

export const DIALECTS: Readonly<Record<Name | 'appAtOnce' | 'socketioAtOnce' | 'guests', Dialect>> = {
  app,
  appAtOnce,
  bare,
  party,
  socketio,
  socketioAtOnce,
  guests,
}
