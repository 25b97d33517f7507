import { makeConnection } from '../../client/net/connection.ts'
import type { Connection, ConnectionStatus, RoomCheck } from '../../client/net/connection-options.ts'
import type { EventsTransport } from '../../client/net/events-transport.ts'
import { makeSocketTrial } from '../../client/net/socket-trial.ts'
import { BLOCKED_AFTER } from '../../client/net/transport.ts'
import type { CloseCode } from '../../protocol/close.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { type FakeSocket, makeFakeSocket } from './fake-socket.ts'
import { makeFakeTimers } from './fake-timers.ts'

/** Makes an event for a frame. Any other would do. */
export const countEvent = (present: number): RoomEvent => ({ event: 'presence.count', data: { present } })

/** A connection, and what it did. */
export interface ConnectionFixture {
  connection: Connection
  timers: ReturnType<typeof makeFakeTimers>
  sockets: FakeSocket[]
  /** The newest socket. */
  socket(): FakeSocket
  /** Streams of server-sent events that were opened. */
  streams: FakeSocket[]
  statuses: ConnectionStatus[]
  received: RoomEvent[]
  /** Characters of each frame that had events. */
  frameLengths: number[]
  gone: CloseCode[]
}

/** Server-sent events that come from fake sockets. @param streams each one that is opened */
export function makeFakeEvents(streams: FakeSocket[]): EventsTransport {
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
export function beginConnection(probe?: () => Promise<RoomCheck>): ConnectionFixture {
  const timers = makeFakeTimers()
  const sockets: FakeSocket[] = []
  const streams: FakeSocket[] = []
  const statuses: ConnectionStatus[] = []
  const received: RoomEvent[] = []
  const frameLengths: number[] = []
  const gone: CloseCode[] = []
  let attempts = 0
  const connection = makeConnection({
    makeUrl: (transport) => `${transport === 'socket' ? 'ws' : 'events'}://room/?after=${attempts++}`,
    onEvents(events, length) {
      received.push(...events)
      frameLengths.push(length)
    },
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
  return { connection, timers, sockets, socket, streams, statuses, received, frameLengths, gone }
}

/** One that the room has welcomed. */
export function beginOpen(probe?: () => Promise<RoomCheck>): ConnectionFixture {
  const fixture = beginConnection(probe)
  fixture.socket().receive(countEvent(1))
  return fixture
}

/** Lets the callbacks of settled promises run. */
export const settlePromises = async () => {
  for (let tick = 0; tick < 5; tick++) await Promise.resolve()
}

/** A network that lets no socket through, and everything else: as many attempts as it takes to notice. */
export async function beginBlocked(): Promise<ConnectionFixture & { stream(): FakeSocket }> {
  const fixture = beginConnection(async () => 'here')
  for (let attempt = 1; attempt <= BLOCKED_AFTER; attempt++) {
    fixture.socket().closeFromServer(1006)
    await settlePromises()
    fixture.timers.passTime(15_000)
    await settlePromises()
  }
  return { ...fixture, stream: () => fixture.streams.at(-1) as FakeSocket }
}
