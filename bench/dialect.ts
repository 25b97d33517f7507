import { randomUUID } from 'node:crypto'
import type { Name } from './contender.ts'
import { Wire } from './wire.ts'

/** How to talk to a server: what it takes to open a room, to come in, and to say something. */
export interface Dialect {
  /** Makes a room with places for thousands. Gives what others need to come in. */
  open(origin: string): Promise<string>
  /** Comes in, over a connection that does nothing else. Resolves once the server has said that one is in. */
  enter(origin: string, room: string): Promise<Wire>
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

const app: Dialect = {
  async open(origin) {
    const wire = await Wire.open(origin)
    const { status, body } = await wire.ask('POST', '/api/rooms', '', '{"capacity":null,"lifetime":86400}')
    wire.close()
    if (status !== 201) throw new Error(`no room: ${body}`)
    return JSON.parse(body).roomId
  },
  async enter(origin, room) {
    const wire = await Wire.open(origin)
    const { status, head, body } = await wire.ask('POST', `/api/rooms/${room}/join`, '', '{}')
    if (status !== 200) throw new Error(`no seat: ${body}`)
    const welcome = heard(wire, (text) => text.startsWith('{"event":"room.welcome"'))
    await wire.upgrade(`/api/rooms/${room}/realtime`, cookies(head))
    await welcome
    return wire
  },
  say: (id, text) => `{"event":"chat.message","data":{"id":"${id}","text":"${text}"}}`,
  acknowledge: (seq) => `{"event":"chat.ack","data":{"seq":${seq}}}`,
}

const bare: Dialect = {
  async open(origin) {
    const room = randomUUID()
    const wire = await Wire.open(origin)
    await wire.ask('POST', `/${room}`, '')
    wire.close()
    return room
  },
  async enter(origin, room) {
    const wire = await Wire.open(origin)
    const { body } = await wire.ask('POST', `/${room}/join`, '')
    const welcome = heard(wire, (text) => text.includes('welcome'))
    await wire.upgrade(`/${room}/socket?id=${JSON.parse(body).id}`)
    await welcome
    return wire
  },
  say: (id, text) => `{"id":"${id}","text":"${text}"}`,
}

const party: Dialect = {
  // A party is made by whoever comes first.
  open: async () => randomUUID(),
  async enter(origin, room) {
    const wire = await Wire.open(origin)
    const welcome = heard(wire, (text) => text.includes('welcome'))
    await wire.upgrade(`/parties/party/${room}`)
    await welcome
    return wire
  },
  say: (id, text) => `{"id":"${id}","text":"${text}"}`,
}

const socketio: Dialect = {
  open: async () => randomUUID(),
  async enter(origin, room) {
    const wire = await Wire.open(origin)
    const { status, body } = await wire.ask('POST', `/rooms/${room}/join`, '')
    if (status !== 200) throw new Error(`no seat: ${body}`)
    const opened = heard(wire, (text) => text.startsWith('0'))
    await wire.upgrade('/socket.io/?EIO=4&transport=websocket')
    await opened
    const welcome = heard(wire, (text) => text.startsWith('42["welcome"'))
    wire.send(`40${JSON.stringify({ room, ...JSON.parse(body) })}`)
    await welcome
    return wire
  },
  say: (id, text) => `42["message",{"id":"${id}","text":"${text}"}]`,
}

export const DIALECTS: Readonly<Record<Name, Dialect>> = { app, bare, party, socketio }
