import { memoryBytes } from '../processes.ts'
import { inParallel, type Listener } from './listener.ts'
import { gather, leave, type Measure, oneByOne, quantile, spent } from './measure.ts'

/** Milliseconds of silence after which workerd puts an object to sleep (ten seconds), and some. */
const ASLEEP_AFTER = 13_000

const asleep = () => new Promise((resolve) => setTimeout(resolve, ASLEEP_AFTER))

const SLEEPERS = 50

/** Rooms that sleep are spoken in: how long until the other one has it. */
export const waking: Measure<Listener[][]> = {
  what: 'a message to a room that sleeps',
  rounds: 2,
  async setUp(target) {
    const all = await inParallel(SLEEPERS, 8, () => gather(target, 2))
    for (const people of all) await oneByOne(people, 3)
    return all
  },
  async round(target, all) {
    await asleep()
    const waits: number[] = []
    const { cpu } = await spent(target, async () => {
      for (const people of all) waits.push(...(await oneByOne(people, 1)))
    })
    return {
      'p50 ms': quantile(waits, 0.5),
      'p99 ms': quantile(waits, 0.99),
      'cpu ms each': (cpu / SLEEPERS) * 1_000,
    }
  },
  clear(all) {
    leave(all.flat())
  },
}

const FIRST = 2_000
const MORE = 4_000

/** Memory of sockets in one room over which nothing passes. Others came before: the engine's heap is as large as it gets. */
export const memory: Measure<Listener[]> = {
  what: `memory of ${MORE} idle sockets in one room`,
  rounds: 1,
  isAlone: true,
  async setUp(target) {
    const people = await gather(target, FIRST)
    await asleep()
    return people
  },
  async round(target) {
    const before = memoryBytes(target.pids)
    const people = await gather(target, MORE)
    await asleep()
    const kib = (memoryBytes(target.pids) - before) / 1024
    leave(people)
    return { 'KiB a socket': kib / MORE }
  },
  clear: leave,
}
