import type { Name } from '../contender.ts'
import { DIALECTS } from '../dialect.ts'
import { cpuSeconds } from '../processes.ts'
import { Wire } from '../wire.ts'
import { inParallel, Listener } from './listener.ts'

/** A server that is measured. */
export interface Target {
  name: Name
  origin: string
  /** Where participants are let in who sit within the server's process; null where there is no need. */
  inside: string | null
  pids: number[]
}

/** What came out: numbers by their name, which says the unit. */
export type Figures = Record<string, number>

/** How something is measured: in rounds, in which the servers take turns, so that all of them have the same weather. */
export interface Measure<State = unknown> {
  /** What the figures are of, for whoever reads the table. */
  what: string
  rounds: number
  /** The servers that are measured, where it is not all of them. */
  who?: readonly Name[]
  /** Whether a server is done with before the next one begins: there are too many sockets for all at once. */
  isAlone?: boolean
  /** Gets ready, the engine's compiler included: what comes first is no figure. */
  setUp: (target: Target) => Promise<State>
  round: (target: Target, state: State) => Promise<Figures>
  clear: (state: State, target: Target) => Promise<void> | void
}

/** Text of 64 characters: what people write. */
export const TEXT = 'the quick brown fox jumps over the lazy dog and then sits down..'

/** Times a stretch of work, and counts what the server used for it. */
export async function spent(
  target: Target,
  work: () => Promise<void>,
): Promise<{ seconds: number; cpu: number }> {
  const cpu = cpuSeconds(target.pids)
  const begun = performance.now()
  await work()
  return { seconds: (performance.now() - begun) / 1000, cpu: cpuSeconds(target.pids) - cpu }
}

/** The number below which this share of them lie. */
export function quantile(numbers: Iterable<number>, share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** CPU seconds of the server for each 100,000 deliveries. */
export function per100k(cpu: number, deliveries: number): number {
  return (cpu / deliveries) * 100_000
}

/** Sockets that a server takes over the network: two open files each, of the 20,000 that this may have. */
const OUTSIDE_MAX = 9_800

/**
 * Opens a room and lets people in. Those beyond what a server takes over the network sit within its process; the last
 * of the list stands for all of them.
 */
export async function gather(
  target: Target,
  people: number,
  atOnce = 32,
  dialect = DIALECTS[target.name],
): Promise<Listener[]> {
  const { origin, inside } = target
  const room = await dialect.open(origin)
  const outside = inside === null ? people : Math.min(people, OUTSIDE_MAX)
  const enter = (at: number) => Listener.enter(dialect, origin, room, `p${at}`)
  const all = await inParallel(outside, atOnce, enter)
  if (inside !== null && people > outside) {
    const wire = await Wire.open(origin)
    const seats = await inParallel(people - outside, 1, () => dialect.sit(wire, room))
    wire.close()
    all.push(await Listener.enter(DIALECTS.guests, inside, JSON.stringify(seats), 'guests'))
  }
  return all
}

/** Hangs up for all of them. */
export function leave(people: Iterable<Listener>): void {
  for (const { wire } of people) wire.close()
}

/** Waits until the server has nothing left to do, such as for those who left. */
export async function quiet({ pids }: Target): Promise<void> {
  for (let last = -1, now = cpuSeconds(pids); now - last > 0.02; now = cpuSeconds(pids)) {
    last = now
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Resolves once everyone has the message of this number. */
function everyoneHas(people: readonly Listener[], seq: number): Promise<void> {
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

/** One message after another, each said once everyone has the last one. Gives milliseconds until the last one has it. */
export async function oneByOne(people: readonly Listener[], messages: number): Promise<Float64Array> {
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
  return waits
}

/** For so many seconds each of the first `speakers` keeps so many messages on their way. Gives how many were said. */
export async function flood(
  people: readonly Listener[],
  speakers: number,
  inFlight: number,
  seconds: number,
): Promise<number> {
  const [first] = people
  if (first === undefined) throw new Error('nobody is there')
  const begun = first.seq
  const until = performance.now() + seconds * 1000
  let said = begun
  const speak = (count: number) => {
    for (let at = 0; at < count; at += 1) people[(said + at) % speakers]?.say(TEXT)
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
