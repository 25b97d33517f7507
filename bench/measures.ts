import type { Name } from './contender.ts'
import { DIALECTS, type Dialect } from './dialect.ts'
import { inParallel, Listener } from './listener.ts'
import { cpuSeconds, memoryBytes } from './processes.ts'

/** The server that is measured. */
export interface Target {
  name: Name
  origin: string
  pids: number[]
}

/** What came out: numbers by their name, whose unit is in it. */
export type Figures = Record<string, number>

/** Text of 64 characters: what people write. */
const TEXT = 'the quick brown fox jumps over the lazy dog and then sits down..'

/** Times a stretch of work, and counts what the server used for it. */
async function spent(target: Target, work: () => Promise<void>): Promise<{ seconds: number; cpu: number }> {
  const cpu = cpuSeconds(target.pids)
  const begun = performance.now()
  await work()
  return { seconds: (performance.now() - begun) / 1000, cpu: cpuSeconds(target.pids) - cpu }
}

function quantile(sorted: Float64Array | number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** CPU seconds of the server for each 100,000 deliveries. */
const per100k = (cpu: number, deliveries: number) => (cpu / deliveries) * 100_000

/** Opens a room and lets people in. */
async function room(target: Target, people: number): Promise<Listener[]> {
  const dialect: Dialect = DIALECTS[target.name]
  const name = await dialect.open(target.origin)
  return inParallel(people, 32, (at) => Listener.enter(dialect, target.origin, name, `p${at}`))
}

function leave(people: Listener[]): void {
  for (const { wire } of people) wire.close()
}

/** Resolves once everyone has the message of this number. */
function everyoneHas(people: Listener[], seq: number): Promise<void> {
  return new Promise((resolve) => {
    let left = people.filter((person) => person.seq < seq).length
    if (left === 0) return resolve()
    for (const person of people) {
      if (person.seq >= seq) continue
      person.onMessages = (_, newest) => {
        if (newest < seq) return
        person.onMessages = () => {}
        left -= 1
        if (left === 0) resolve()
      }
    }
  })
}

/** One after another, each said once everyone has the last one. Gives milliseconds until the last one has it. */
async function oneByOne(people: Listener[], messages: number): Promise<Float64Array> {
  const waits = new Float64Array(messages)
  const [speaker] = people
  if (speaker === undefined) throw new Error('nobody is there')
  for (let at = 0; at < messages; at += 1) {
    const all = everyoneHas(people, speaker.seq + 1)
    const begun = performance.now()
    speaker.say(TEXT)
    await all
    waits[at] = performance.now() - begun
  }
  return waits.sort()
}

/** For so many seconds each speaker keeps so many on their way. Gives how many were said. */
async function flood(
  people: Listener[],
  speakers: number,
  inFlight: number,
  seconds: number,
): Promise<number> {
  const [first] = people
  if (first === undefined) throw new Error('nobody is there')
  const begun = first.seq
  const until = performance.now() + seconds * 1000
  let said = begun
  let next = 0
  const speak = (count: number) => {
    for (let at = 0; at < count; at += 1) {
      people[next % speakers]?.say(TEXT)
      next += 1
    }
    said += count
  }
  await new Promise<void>((resolve) => {
    // What came back to the first makes place for as many.
    first.onMessages = (count) => {
      if (performance.now() < until) speak(count)
      else resolve()
    }
    speak(speakers * inFlight)
  })
  await everyoneHas(people, said)
  return said - begun
}

/** Two people, one message at a time. */
async function talk(target: Target, quick: boolean): Promise<Figures> {
  const people = await room(target, 2)
  await oneByOne(people, 200)
  const messages = quick ? 500 : 3_000
  let waits: Float64Array = new Float64Array()
  const { cpu } = await spent(target, async () => {
    waits = await oneByOne(people, messages)
  })
  leave(people)
  return {
    'p50 ms': quantile(waits, 0.5),
    'p99 ms': quantile(waits, 0.99),
    'cpu s/100k': per100k(cpu, messages * 2),
  }
}

/** Two people with 32 messages on their way. */
async function burst(target: Target, quick: boolean): Promise<Figures> {
  const people = await room(target, 2)
  await flood(people, 1, 32, 0.5)
  let messages = 0
  const { seconds, cpu } = await spent(target, async () => {
    messages = await flood(people, 1, 32, quick ? 1 : 3)
  })
  leave(people)
  return { 'messages/s': messages / seconds, 'cpu s/100k': per100k(cpu, messages * 2) }
}

/** Many people, eight of whom keep four messages each on their way. */
function fanOut(size: number) {
  return async (target: Target, quick: boolean): Promise<Figures> => {
    const people = await room(target, size)
    await flood(people, 8, 4, 0.5)
    let messages = 0
    const { seconds, cpu } = await spent(target, async () => {
      messages = await flood(people, 8, 4, quick ? 1 : 4)
    })
    leave(people)
    const deliveries = messages * size
    return { 'deliveries/s': deliveries / seconds, 'cpu s/100k': per100k(cpu, deliveries) }
  }
}

/** Many people and one message at a time: nothing can be gathered. */
function lone(size: number) {
  return async (target: Target, quick: boolean): Promise<Figures> => {
    const people = await room(target, size)
    const messages = Math.round((quick ? 20_000 : 100_000) / size)
    await oneByOne(people, Math.ceil(messages / 5))
    let waits: Float64Array = new Float64Array()
    const { cpu } = await spent(target, async () => {
      waits = await oneByOne(people, messages)
    })
    leave(people)
    return { 'p50 ms to the last': quantile(waits, 0.5), 'cpu s/100k': per100k(cpu, messages * size) }
  }
}

/** 300 rooms at once, two people in each, one message on its way in each. */
async function rooms(target: Target, quick: boolean): Promise<Figures> {
  const all = await inParallel(300, 8, () => room(target, 2))
  let messages = 0
  const { seconds, cpu } = await spent(target, async () => {
    const said = await Promise.all(all.map((people) => flood(people, 1, 1, quick ? 1 : 4)))
    messages = said.reduce((sum, count) => sum + count, 0)
  })
  for (const people of all) leave(people)
  return { 'messages/s': messages / seconds, 'cpu s/100k': per100k(cpu, messages * 2) }
}

/** A thousand people come into one room, a hundred at a time: a seat, a socket, and word that they are in. */
async function joins(target: Target): Promise<Figures> {
  const dialect = DIALECTS[target.name]
  const enter = async (count: number, atOnce: number) => {
    const name = await dialect.open(target.origin)
    return inParallel(count, atOnce, (at) => Listener.enter(dialect, target.origin, name, `p${at}`))
  }
  // Those who warm it up stay: that they leave is no part of this.
  const first = await enter(200, 50)
  let people: Listener[] = []
  const { seconds, cpu } = await spent(target, async () => {
    people = await enter(1_000, 100)
  })
  leave([...first, ...people])
  return { 'joins/s': people.length / seconds, 'cpu ms each': (cpu / people.length) * 1000 }
}

/** A room is made, somebody joins, and opens a socket: one after another. */
async function opening(target: Target, quick: boolean): Promise<Figures> {
  const opened = quick ? 100 : 400
  const waits: number[] = []
  const open = async () => {
    const begun = performance.now()
    const people = await room(target, 1)
    waits.push(performance.now() - begun)
    leave(people)
  }
  for (let at = 0; at < 50; at += 1) await open()
  waits.length = 0
  const { cpu } = await spent(target, async () => {
    for (let at = 0; at < opened; at += 1) await open()
  })
  waits.sort((a, b) => a - b)
  return {
    'p50 ms': quantile(waits, 0.5),
    'p99 ms': quantile(waits, 0.99),
    'cpu ms each': (cpu / opened) * 1000,
  }
}

/** Milliseconds of silence after which workerd puts an object to sleep, and some. */
const ASLEEP_AFTER = 13_000

/** Rooms that sleep are spoken in: how long until the other one has it. */
async function waking(target: Target, quick: boolean): Promise<Figures> {
  const all = await inParallel(quick ? 20 : 100, 8, () => room(target, 2))
  for (const people of all) await oneByOne(people, 3)
  await new Promise((resolve) => setTimeout(resolve, ASLEEP_AFTER))
  const waits: number[] = []
  const { cpu } = await spent(target, async () => {
    for (const people of all) waits.push(...(await oneByOne(people, 1)))
  })
  waits.sort((a, b) => a - b)
  for (const people of all) leave(people)
  return {
    'p50 ms': quantile(waits, 0.5),
    'p99 ms': quantile(waits, 0.99),
    'cpu ms each': (cpu / all.length) * 1000,
  }
}

/** Memory of sockets in one room over which nothing passes. */
async function memory(target: Target, quick: boolean): Promise<Figures> {
  const size = quick ? 500 : 2_000
  leave(await room(target, 50))
  const before = memoryBytes(target.pids)
  const people = await room(target, size)
  await new Promise((resolve) => setTimeout(resolve, ASLEEP_AFTER))
  const kib = (memoryBytes(target.pids) - before) / 1024
  leave(people)
  return { 'KiB a socket': kib / size }
}

/** So many people in one room, eight of whom say five messages a second between them. Checks that everyone has all. */
function crowd(size: number) {
  return async (target: Target, quick: boolean): Promise<Figures> => {
    const dialect = DIALECTS[target.name]
    const name = await dialect.open(target.origin)
    let people: Listener[] = []
    const entering = await spent(target, async () => {
      people = await inParallel(size, 100, (at) => Listener.enter(dialect, target.origin, name, `p${at}`))
    })
    const messages = (quick ? 5 : 20) * 5
    const waits: number[] = []
    const { cpu } = await spent(target, async () => {
      const pending: Promise<void>[] = []
      const saidAt: number[] = []
      const left: number[] = Array(messages + 1).fill(size)
      const done = Promise.withResolvers<void>()
      for (const person of people) {
        person.onMessages = (count, newest) => {
          const now = performance.now()
          for (let seq = newest - count + 1; seq <= newest; seq += 1) {
            left[seq] = (left[seq] ?? 0) - 1
            if (left[seq] === 0) waits.push(now - (saidAt[seq] ?? 0))
          }
          if (waits.length === messages) done.resolve()
        }
      }
      for (let at = 1; at <= messages; at += 1) {
        saidAt[at] = performance.now()
        people[Math.floor(((at % 8) * size) / 8)]?.say(TEXT)
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      await Promise.all([...pending, done.promise])
    })
    const complete = people.filter(({ count }) => count === messages).length
    leave(people)
    if (complete < size) throw new Error(`${size - complete} of ${size} missed something`)
    waits.sort((a, b) => a - b)
    return {
      'p50 ms to the last': quantile(waits, 0.5),
      'max ms to the last': waits.at(-1) ?? Number.NaN,
      'cpu s/100k': per100k(cpu, messages * size),
      'joins/s': size / entering.seconds,
      'memory MiB': memoryBytes(target.pids) / 2 ** 20,
    }
  }
}

/** Everything that is measured, by its name; in this order. */
export const MEASURES: Readonly<Record<string, (target: Target, quick: boolean) => Promise<Figures>>> = {
  talk,
  burst,
  'fan-out 50': fanOut(50),
  'fan-out 500': fanOut(500),
  'fan-out 2000': fanOut(2_000),
  'fan-out 10000': fanOut(10_000),
  'lone 500': lone(500),
  'lone 2000': lone(2_000),
  rooms,
  joins,
  opening,
  waking,
  memory,
  'crowd 10000': crowd(10_000),
}
