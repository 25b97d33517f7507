import { MESSAGES_MAX } from '../../protocol/limits.ts'
import {
  type Benchmark,
  cpuPer100k,
  disconnectAll,
  type Figures,
  fillRoom,
  keepInFlight,
  measureUsage,
  quantile,
  sendOneByOne,
  type Target,
} from './benchmark.ts'
import { type LoadClient, mapInParallel } from './load-client.ts'

/** Two clients, one message at a time. */
export const loneMessage: Benchmark<LoadClient[]> = {
  title: 'two people, one message at a time',
  rounds: 15,
  async setUp(target) {
    const clients = await fillRoom(target, 2)
    await sendOneByOne(clients, 2_000)
    return clients
  },
  async runRound(target, clients) {
    const messages = 1_000
    let latencies: Iterable<number> = []
    const { cpu } = await measureUsage(target, async () => {
      latencies = await sendOneByOne(clients, messages)
    })
    return {
      'p50 ms': quantile(latencies, 0.5),
      'p99 ms': quantile(latencies, 0.99),
      'cpu s/100k': cpuPer100k(cpu, messages * 2),
    }
  },
  tearDown: disconnectAll,
}

/** Messages in flight that are measured beside each other: what many senders keep, and what few do. */
const IN_FLIGHT = [32, 8] as const

/** Clients of which `senders` together keep 32 messages in flight, and then eight. */
function inFlightBenchmark(options: {
  title: string
  clients: number
  senders: number
  rounds: number
}): Benchmark<LoadClient[]> {
  const { title, senders, rounds } = options
  return {
    title,
    rounds,
    runsAlone: options.clients > 4_000,
    async setUp(target) {
      const clients = await fillRoom(target, options.clients)
      await keepInFlight(clients, senders, IN_FLIGHT[0] / senders, 1.5)
      return clients
    },
    async runRound(target, clients) {
      // A fast machine fills a room within some rounds.
      if ((clients[0]?.seq ?? 0) > MESSAGES_MAX / 2) {
        disconnectAll(clients)
        clients.splice(0, clients.length, ...(await fillRoom(target, options.clients)))
      }
      const figures: Figures = {}
      for (const inFlight of IN_FLIGHT) {
        let messages = 0
        const { seconds, cpu } = await measureUsage(target, async () => {
          messages = await keepInFlight(clients, senders, inFlight / senders, 1.5)
        })
        const deliveries = messages * options.clients
        figures[`${inFlight}: messages/s`] = messages / seconds
        figures[`${inFlight}: deliveries/s`] = deliveries / seconds
        figures[`${inFlight}: cpu s/100k`] = cpuPer100k(cpu, deliveries)
      }
      return figures
    },
    tearDown: disconnectAll,
  }
}

/** Two clients, of which one keeps messages in flight. */
export const inFlight = inFlightBenchmark({
  title: 'two people, 32 and 8 messages in flight',
  clients: 2,
  senders: 1,
  rounds: 9,
})

/** Many clients, of which eight keep messages in flight. */
export function fanOut(clients: number): Benchmark<LoadClient[]> {
  return inFlightBenchmark({
    title: `fan-out to ${clients}, 8 senders with 32 and 8 in flight together`,
    clients,
    senders: 8,
    rounds: 3,
  })
}

/** Many clients, one message at a time: there is nothing to gather in a batch. */
export function loneBroadcast(size: number): Benchmark<LoadClient[]> {
  const messages = Math.round(40_000 / size)
  return {
    title: `a lone message to ${size}`,
    rounds: 5,
    async setUp(target) {
      const clients = await fillRoom(target, size)
      await sendOneByOne(clients, messages)
      return clients
    },
    async runRound(target, clients) {
      let latencies: Iterable<number> = []
      const { cpu } = await measureUsage(target, async () => {
        latencies = await sendOneByOne(clients, messages)
      })
      return {
        'p50 ms to the last': quantile(latencies, 0.5),
        'cpu s/100k': cpuPer100k(cpu, messages * size),
      }
    },
    tearDown: disconnectAll,
  }
}

const ROOMS = 300

/** 300 rooms at once with two clients each, and one message in flight in each. */
export const manyRooms: Benchmark<LoadClient[][]> = {
  title: '300 rooms at once, one message in flight in each',
  rounds: 5,
  async setUp(target) {
    const rooms = await mapInParallel(ROOMS, 8, () => fillRoom(target, 2))
    await keepAllInFlight(rooms, 2)
    return rooms
  },
  async runRound(target: Target, rooms) {
    let messages = 0
    const { seconds, cpu } = await measureUsage(target, async () => {
      messages = await keepAllInFlight(rooms, 2)
    })
    return { 'messages/s': messages / seconds, 'cpu s/100k': cpuPer100k(cpu, messages * 2) }
  },
  tearDown(rooms) {
    disconnectAll(rooms.flat())
  },
}

async function keepAllInFlight(rooms: LoadClient[][], seconds: number): Promise<number> {
  const sent = await Promise.all(rooms.map((clients) => keepInFlight(clients, 1, 1, seconds)))
  return sent.reduce((sum, count) => sum + count, 0)
}
