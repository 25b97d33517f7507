import { randomUUID } from 'node:crypto'
import { JOIN_PROTOCOL } from '../protocol/participant.ts'
import type { ServerName } from './benchmark-server.ts'
import { type HttpAnswer, RawConnection } from './raw-connection.ts'

/** A client's seat: the path at which its socket is opened, and the cookie that goes with it. */
export interface Seat {
  path: string
  cookie: string
}

/** The calls and frames of one server: how a room is created, joined and written to. */
export interface ServerAdapter {
  /** Creates a room for thousands. Returns its id. */
  createRoom(origin: string): Promise<string>
  /** Takes a seat. */
  takeSeat(connection: RawConnection, room: string): Promise<Seat>
  /** Opens the seat's socket. Resolves once the server has sent its welcome. */
  openSocket(connection: RawConnection, room: string, seat: Seat): Promise<void>
  /** Returns the frame that sends a message. */
  messageFrame(id: string, text: string): string
  /** Returns the frame that acknowledges everything up to a message; absent where the server asks for none. */
  acknowledgeFrame?(seq: number): string
}

/** Returns the cookies that an answer sets, as a `Cookie` header sends them. */
function readCookies(head: string): string {
  return [...head.matchAll(/set-cookie: ([^;]+);[^\r]*path=\/api/gi)].map(([, pair]) => pair).join('; ')
}

/** Resolves with the first frame that `matches`. */
function waitForFrame(connection: RawConnection, matches: (text: string) => boolean): Promise<void> {
  return new Promise((resolve) => {
    connection.onText = (text) => {
      if (matches(text)) resolve()
    }
  })
}

/** Posts over a connection of its own. */
async function post(origin: string, path: string, body?: string): Promise<HttpAnswer> {
  const connection = await RawConnection.connect(origin)
  const answer = await connection.request('POST', path, '', body)
  connection.close()
  return answer
}

/** Returns a step that upgrades and waits for the welcome. @param offers subprotocols */
function openByUpgrade(welcomeStart: string, offers = ''): ServerAdapter['openSocket'] {
  return async (connection, _, { path, cookie }) => {
    const welcome = waitForFrame(connection, (text) => text.startsWith(welcomeStart))
    await connection.upgrade(path, cookie, offers)
    await welcome
  }
}

const app: ServerAdapter = {
  async createRoom(origin) {
    const { status, body } = await post(origin, '/api/rooms', '{"capacity":null,"lifetime":86400}')
    if (status !== 201) throw new Error(`no room: ${body}`)
    return JSON.parse(body).roomId
  },
  async takeSeat(connection, room) {
    const { status, head, body } = await connection.request('POST', `/api/rooms/${room}/join`, '', '{}')
    if (status !== 200) throw new Error(`no seat: ${body}`)
    return { path: `/api/rooms/${room}/realtime`, cookie: readCookies(head) }
  },
  openSocket: openByUpgrade('{"event":"room.welcome"'),
  messageFrame: (id, text) => `{"event":"chat.message","data":{"id":"${id}","text":"${text}"}}`,
  acknowledgeFrame: (seq) => `{"event":"chat.ack","data":{"seq":${seq}}}`,
}

/** The app, taking seat and socket in one request. */
const appBySocket: ServerAdapter = {
  ...app,
  takeSeat: async (_, room) => ({ path: `/api/rooms/${room}/realtime`, cookie: '' }),
  openSocket: openByUpgrade('{"event":"room.welcome"', JOIN_PROTOCOL),
}

const bare: ServerAdapter = {
  async createRoom(origin) {
    const room = randomUUID()
    await post(origin, `/${room}`)
    return room
  },
  async takeSeat(connection, room) {
    const { body } = await connection.request('POST', `/${room}/join`, '')
    return { path: `/${room}/socket?id=${JSON.parse(body).id}`, cookie: '' }
  },
  openSocket: openByUpgrade('{"welcome"'),
  messageFrame: (id, text) => `{"id":"${id}","text":"${text}"}`,
}

const partyserver: ServerAdapter = {
  // The first client makes the room, and there are no seats.
  createRoom: async () => randomUUID(),
  takeSeat: async (_, room) => ({ path: `/parties/party/${room}`, cookie: '' }),
  openSocket: openByUpgrade('{"welcome"'),
  messageFrame: (id, text) => `{"id":"${id}","text":"${text}"}`,
}

const socketio: ServerAdapter = {
  createRoom: async () => randomUUID(),
  async takeSeat(connection, room) {
    const { status, body } = await connection.request('POST', `/rooms/${room}/join`, '')
    if (status !== 200) throw new Error(`no seat: ${body}`)
    return { path: '/socket.io/?EIO=4', cookie: body }
  },
  // What its client does by default: it begins with long polling and upgrades then.
  async openSocket(connection, room, { path, cookie }) {
    const { body } = await connection.request('GET', `${path}&transport=polling`, '')
    const polling = `${path}&transport=polling&sid=${JSON.parse(body.slice(1)).sid}`
    await connection.request('POST', polling, '', `40${JSON.stringify({ room, ...JSON.parse(cookie) })}`)
    let polled = ''
    while (!polled.includes('42["welcome"')) polled += (await connection.request('GET', polling, '')).body
    const probed = waitForFrame(connection, (text) => text === '3probe')
    await connection.upgrade(polling.replace('polling', 'websocket'))
    connection.sendText('2probe')
    await probed
    connection.sendText('5')
  },
  messageFrame: (id, text) => `42["message",{"id":"${id}","text":"${text}"}]`,
}

/** socket.io, taking seat and socket in one request: its client does not begin with polling, and the handshake takes the seat. */
const socketioBySocket: ServerAdapter = {
  ...socketio,
  takeSeat: async () => ({ path: '/socket.io/?EIO=4', cookie: '{}' }),
  async openSocket(connection, room, { path, cookie }) {
    const opened = waitForFrame(connection, (text) => text.startsWith('0'))
    await connection.upgrade(`${path}&transport=websocket`)
    await opened
    const welcome = waitForFrame(connection, (text) => text.startsWith('42["welcome"'))
    connection.sendText(`40${JSON.stringify({ room, ...JSON.parse(cookie) })}`)
    await welcome
  },
}

/** Opens many sockets within the server's process: `bench/workers/in-process-clients.ts`. */
const inProcessClients: ServerAdapter = {
  createRoom: async () => '',
  takeSeat: async () => ({ path: '/', cookie: '' }),
  async openSocket(connection, seats) {
    await connection.upgrade('/')
    const welcome = waitForFrame(connection, (text) => text.startsWith('{"welcome"'))
    connection.sendText(seats)
    await welcome
  },
  messageFrame: () => '',
}

export const ADAPTERS: Readonly<
  Record<ServerName | 'appBySocket' | 'socketioBySocket' | 'inProcessClients', ServerAdapter>
> = {
  app,
  appBySocket,
  bare,
  partyserver,
  socketio,
  socketioBySocket,
  inProcessClients,
}
