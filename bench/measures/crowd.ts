import { memoryBytes } from '../processes.ts'
import type { Listener } from './listener.ts'
import { gather, leave, type Measure, per100k, quantile, spent, TEXT } from './measure.ts'

const SIZE = 10_000
const SPEAKERS = 8
/** Milliseconds between two messages: five a second. */
const EVERY = 200
const MESSAGES = 100

/** Ten thousand in one room, eight of whom say five messages a second between them. Fails where anyone misses one. */
export const crowd: Measure<Listener[]> = {
  what: `${SIZE} in one room, five messages a second`,
  rounds: 1,
  isAlone: true,
  setUp: (target) => gather(target, SIZE, 100),
  async round(target, people) {
    const saidAt: number[] = []
    const waits: number[] = []
    const left: number[] = Array(MESSAGES + 1).fill(people.length)
    const done = Promise.withResolvers<void>()
    for (const person of people) {
      person.onMessages = (count, newest) => {
        const now = performance.now()
        for (let seq = newest - count + 1; seq <= newest; seq += 1) {
          left[seq] = (left[seq] ?? 0) - 1
          if (left[seq] === 0) waits.push(now - (saidAt[seq] ?? 0))
        }
        if (waits.length === MESSAGES) done.resolve()
      }
    }
    const { cpu } = await spent(target, async () => {
      for (let at = 1; at <= MESSAGES; at += 1) {
        saidAt[at] = performance.now()
        people[Math.floor(((at % SPEAKERS) * SIZE) / SPEAKERS)]?.say(TEXT)
        await new Promise((resolve) => setTimeout(resolve, EVERY))
      }
      await done.promise
    })
    return {
      'p50 ms to the last': quantile(waits, 0.5),
      'max ms to the last': quantile(waits, 1),
      'cpu s/100k': per100k(cpu, MESSAGES * SIZE),
      'memory MiB': memoryBytes(target.pids) / 2 ** 20,
    }
  },
  clear: leave,
}
