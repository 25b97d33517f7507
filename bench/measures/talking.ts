import { inParallel, type Listener } from './listener.ts'
import {
  flood,
  gather,
  leave,
  type Measure,
  oneByOne,
  per100k,
  quantile,
  spent,
  type Target,
} from './measure.ts'

/** Two people, one message at a time. */
export const talk: Measure<Listener[]> = {
  what: 'two people, one message at a time',
  rounds: 9,
  async setUp(target) {
    const people = await gather(target, 2)
    await oneByOne(people, 2_000)
    return people
  },
  async round(target, people) {
    const messages = 1_000
    let waits: Iterable<number> = []
    const { cpu } = await spent(target, async () => {
      waits = await oneByOne(people, messages)
    })
    return {
      'p50 ms': quantile(waits, 0.5),
      'p99 ms': quantile(waits, 0.99),
      'cpu s/100k': per100k(cpu, messages * 2),
    }
  },
  clear: leave,
}

/** Floods and counts: people, of whom `speakers` keep `inFlight` messages each on their way. */
function flooded(
  what: string,
  size: number,
  speakers: number,
  inFlight: number,
  rounds = 3,
): Measure<Listener[]> {
  return {
    what,
    rounds,
    isAlone: size > 4_000,
    async setUp(target) {
      const people = await gather(target, size)
      await flood(people, speakers, inFlight, 1.5)
      return people
    },
    async round(target, people) {
      let messages = 0
      const { seconds, cpu } = await spent(target, async () => {
        messages = await flood(people, speakers, inFlight, 2)
      })
      const deliveries = messages * size
      return {
        'messages/s': messages / seconds,
        'deliveries/s': deliveries / seconds,
        'cpu s/100k': per100k(cpu, deliveries),
      }
    },
    clear: leave,
  }
}

/** Two people with 32 messages on their way. */
export const burst = flooded('two people, 32 messages in flight', 2, 1, 32, 9)

/** Many people, eight of whom keep four messages each on their way. */
export function fanOut(size: number): Measure<Listener[]> {
  return flooded(`fan-out to ${size}, 8 speakers with 4 in flight`, size, 8, 4)
}

/** Many people and one message at a time: nothing can be gathered. */
export function lone(size: number): Measure<Listener[]> {
  const messages = Math.round(40_000 / size)
  return {
    what: `a lone message to ${size}`,
    rounds: 5,
    async setUp(target) {
      const people = await gather(target, size)
      await oneByOne(people, messages)
      return people
    },
    async round(target, people) {
      let waits: Iterable<number> = []
      const { cpu } = await spent(target, async () => {
        waits = await oneByOne(people, messages)
      })
      return {
        'p50 ms to the last': quantile(waits, 0.5),
        'cpu s/100k': per100k(cpu, messages * size),
      }
    },
    clear: leave,
  }
}

const ROOMS = 300

/** 300 rooms at once, two people in each, one message on its way in each. */
export const rooms: Measure<Listener[][]> = {
  what: '300 rooms at once, one message in flight in each',
  rounds: 5,
  async setUp(target) {
    const all = await inParallel(ROOMS, 8, () => gather(target, 2))
    await floodAll(all, 2)
    return all
  },
  async round(target: Target, all) {
    let messages = 0
    const { seconds, cpu } = await spent(target, async () => {
      messages = await floodAll(all, 2)
    })
    return { 'messages/s': messages / seconds, 'cpu s/100k': per100k(cpu, messages * 2) }
  },
  clear(all) {
    leave(all.flat())
  },
}

async function floodAll(all: Listener[][], seconds: number): Promise<number> {
  const said = await Promise.all(all.map((people) => flood(people, 1, 1, seconds)))
  return said.reduce((sum, count) => sum + count, 0)
}
