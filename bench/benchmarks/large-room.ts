import { memoryBytes } from '../process-usage.ts'
import {
  type Benchmark,
  cpuPer100k,
  disconnectAll,
  fillRoom,
  measureUsage,
  quantile,
  TEXT,
} from './benchmark.ts'
import type { LoadClient } from './load-client.ts'

const SIZE = 10_000
const SENDERS = 8
/** Milliseconds from one message to the next: five a second. */
const SEND_EVERY_MS = 200
const MESSAGES = 100

/**
 * Ten thousand clients in one room, of which eight send five messages a second together. Fails where a client misses a
 * message.
 */
export const largeRoom: Benchmark<LoadClient[]> = {
  title: `${SIZE} in one room, five messages a second`,
  rounds: 1,
  runsAlone: true,
  setUp: (target) => fillRoom(target, SIZE, 100),
  async runRound(target, clients) {
    const sentAt: number[] = []
    const latencies: number[] = []
    const left: number[] = Array(MESSAGES + 1).fill(clients.length)
    const done = Promise.withResolvers<void>()
    for (const client of clients) {
      client.onMessages = (count, newest) => {
        const now = performance.now()
        for (let seq = newest - count + 1; seq <= newest; seq += 1) {
          left[seq] = (left[seq] ?? 0) - 1
          if (left[seq] === 0) latencies.push(now - (sentAt[seq] ?? 0))
        }
        if (latencies.length === MESSAGES) done.resolve()
      }
    }
    const { cpu } = await measureUsage(target, async () => {
      for (let at = 1; at <= MESSAGES; at += 1) {
        sentAt[at] = performance.now()
        clients[Math.floor(((at % SENDERS) * SIZE) / SENDERS)]?.sendMessage(TEXT)
        await new Promise((resolve) => setTimeout(resolve, SEND_EVERY_MS))
      }
      await done.promise
    })
    return {
      'p50 ms to the last': quantile(latencies, 0.5),
      'max ms to the last': quantile(latencies, 1),
      'cpu s/100k': cpuPer100k(cpu, MESSAGES * SIZE),
      'memory MiB': memoryBytes(target.pids) / 2 ** 20,
    }
  },
  tearDown: disconnectAll,
}
