import type { ServerName } from '../benchmark-server.ts'
import { ADAPTERS, type ServerAdapter } from '../server-adapters.ts'
import {
  type Benchmark,
  disconnectAll,
  fillRoom,
  measureUsage,
  quantile,
  type Target,
  waitUntilServerIdle,
} from './benchmark.ts'
import type { LoadClient } from './load-client.ts'

const JOINS = 1_000

/** A thousand clients join one room, a hundred at a time: each takes a seat, opens a socket and gets its welcome. */
function joinBenchmark(
  definition: Partial<Benchmark<null>>,
  adapters: Partial<Record<ServerName, ServerAdapter>>,
): Benchmark<null> {
  const joinAll = (target: Target) => fillRoom(target, JOINS, 100, adapters[target.name])
  return {
    title: 'a thousand join, a hundred at a time: seat, socket, welcome',
    rounds: 9,
    async setUp(target) {
      for (let round = 0; round < 3; round += 1) {
        disconnectAll(await joinAll(target))
        await waitUntilServerIdle(target)
      }
      return null
    },
    async runRound(target) {
      let clients: LoadClient[] = []
      const { seconds, cpu } = await measureUsage(target, async () => {
        clients = await joinAll(target)
      })
      disconnectAll(clients)
      await waitUntilServerIdle(target)
      return {
        'joins/s': JOINS / seconds,
        'cpu ms each': (cpu / JOINS) * 1_000,
        'bytes of the last': clients.at(-1)?.joinBytes ?? Number.NaN,
      }
    },
    tearDown() {},
    ...definition,
  }
}

/** As a page joins: one request for the seat, another for the socket. */
export const joins = joinBenchmark({}, {})

/** In one request, which takes the seat and opens the socket; socket.io's clients do not begin with polling. */
export const joinsBySocket = joinBenchmark(
  { title: 'the same, seat and socket in one request', servers: ['app', 'partyserver', 'socketio'] },
  { app: ADAPTERS.appBySocket, socketio: ADAPTERS.socketioBySocket },
)

const OPENED_ROOMS = 60

/** Creates a room, joins it and opens a socket, one room after another. */
export const openRoom: Benchmark<null> = {
  title: 'a room is opened: create, join, socket',
  rounds: 5,
  async setUp(target) {
    for (let at = 0; at < OPENED_ROOMS; at += 1) disconnectAll(await fillRoom(target, 1))
    await waitUntilServerIdle(target)
    return null
  },
  async runRound(target) {
    const latencies: number[] = []
    const { cpu } = await measureUsage(target, async () => {
      for (let at = 0; at < OPENED_ROOMS; at += 1) {
        const startedAt = performance.now()
        const clients = await fillRoom(target, 1)
        latencies.push(performance.now() - startedAt)
        disconnectAll(clients)
      }
    })
    return {
      'p50 ms': quantile(latencies, 0.5),
      'p99 ms': quantile(latencies, 0.99),
      'cpu ms each': (cpu / OPENED_ROOMS) * 1_000,
    }
  },
  tearDown() {},
}
