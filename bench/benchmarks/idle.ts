import { memoryBytes } from '../process-usage.ts'
import { type Benchmark, disconnectAll, fillRoom, measureUsage, quantile, sendOneByOne } from './benchmark.ts'
import { type LoadClient, mapInParallel } from './load-client.ts'

/** Milliseconds without an event after which workerd hibernates an object (ten seconds), and some more. */
const HIBERNATED_AFTER_MS = 13_000

const waitUntilHibernated = () => new Promise((resolve) => setTimeout(resolve, HIBERNATED_AFTER_MS))

const HIBERNATED_ROOMS = 50

/** Sends a message to each of many hibernated rooms. */
export const wake: Benchmark<LoadClient[][]> = {
  title: 'a message to a hibernated room',
  rounds: 2,
  async setUp(target) {
    const rooms = await mapInParallel(HIBERNATED_ROOMS, 8, () => fillRoom(target, 2))
    for (const clients of rooms) await sendOneByOne(clients, 3)
    return rooms
  },
  async runRound(target, rooms) {
    await waitUntilHibernated()
    const latencies: number[] = []
    const { cpu } = await measureUsage(target, async () => {
      for (const clients of rooms) latencies.push(...(await sendOneByOne(clients, 1)))
    })
    return {
      'p50 ms': quantile(latencies, 0.5),
      'p99 ms': quantile(latencies, 0.99),
      'cpu ms each': (cpu / HIBERNATED_ROOMS) * 1_000,
    }
  },
  tearDown(rooms) {
    disconnectAll(rooms.flat())
  },
}

const FIRST_CLIENTS = 2_000
const MORE_CLIENTS = 4_000

/** Memory of idle sockets in one room. Others come first, so that the engine's heap is as large as it gets. */
export const memory: Benchmark<LoadClient[]> = {
  title: `memory of ${MORE_CLIENTS} idle sockets in one room`,
  rounds: 1,
  runsAlone: true,
  async setUp(target) {
    const clients = await fillRoom(target, FIRST_CLIENTS)
    await waitUntilHibernated()
    return clients
  },
  async runRound(target) {
    const before = memoryBytes(target.pids)
    const clients = await fillRoom(target, MORE_CLIENTS)
    await waitUntilHibernated()
    const kib = (memoryBytes(target.pids) - before) / 1024
    disconnectAll(clients)
    return { 'KiB a socket': kib / MORE_CLIENTS }
  },
  tearDown: disconnectAll,
}
