import type { ServerName } from '../benchmark-server.ts'
import { cpuSeconds } from '../process-usage.ts'
import { RawConnection } from '../raw-connection.ts'
import { ADAPTERS } from '../server-adapters.ts'
import { LoadClient, mapInParallel } from './load-client.ts'

/** A server as the load generator knows it. */
export interface Target {
  name: ServerName
  origin: string
  /** Where clients within the server's process are started; null where there is no need. */
  inProcess: string | null
  pids: number[]
}

/** Measured numbers by their names, which say the units. */
export type Figures = Record<string, number>

/** How one thing is measured: in rounds, in which one server follows the other, so that all meet the same conditions. */
export interface Benchmark<State = unknown> {
  /** What is measured, as the table says it. */
  title: string
  rounds: number
  /** The servers that are measured; absent where all are. */
  servers?: readonly ServerName[]
  /** Whether one server finishes before the next begins, because there are too many sockets for all at once. */
  runsAlone?: boolean
  /** Prepares and warms up: what the first messages cost is not measured. */
  setUp: (target: Target) => Promise<State>
  runRound: (target: Target, state: State) => Promise<Figures>
  tearDown: (state: State, target: Target) => Promise<void> | void
}

/** A message's text: 64 characters, as people write. */
export const TEXT = 'the quick brown fox jumps over the lazy dog and then sits down..'

/** Runs `work`. Returns how long it took, and the CPU seconds that the server used for it. */
export async function measureUsage(
  target: Target,
  work: () => Promise<void>,
): Promise<{ seconds: number; cpu: number }> {
  const cpu = cpuSeconds(target.pids)
  const startedAt = performance.now()
  await work()
  return { seconds: (performance.now() - startedAt) / 1000, cpu: cpuSeconds(target.pids) - cpu }
}

/** Returns the number below which this share of the numbers lies. */
export function quantile(numbers: Iterable<number>, share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Returns the server's CPU seconds for each 100,000 deliveries. */
export function cpuPer100k(cpu: number, deliveries: number): number {
  return (cpu / deliveries) * 100_000
}

/** Clients over the network, at most: each takes two open files, and a process may have 20,000. */
const NETWORK_CLIENTS_MAX = 9_800

/**
 * Creates a room and has clients join it. Those beyond `NETWORK_CLIENTS_MAX` run within the server's process, and the last
 * client of the list stands for all of them.
 * @param concurrency how many join at the same time
 */
export async function fillRoom(
  target: Target,
  count: number,
  concurrency = 32,
  adapter = ADAPTERS[target.name],
): Promise<LoadClient[]> {
  const { origin, inProcess } = target
  const room = await adapter.createRoom(origin)
  const overNetwork = inProcess === null ? count : Math.min(count, NETWORK_CLIENTS_MAX)
  const join = (at: number) => LoadClient.joinRoom(adapter, origin, room, `p${at}`)
  const clients = await mapInParallel(overNetwork, concurrency, join)
  if (inProcess !== null && count > overNetwork) {
    const connection = await RawConnection.connect(origin)
    const seats = await mapInParallel(count - overNetwork, 1, () => adapter.takeSeat(connection, room))
    connection.close()
    clients.push(
      await LoadClient.joinRoom(ADAPTERS.inProcessClients, inProcess, JSON.stringify(seats), 'in process'),
    )
  }
  return clients
}

/** Closes the connections of all clients. */
export function disconnectAll(clients: Iterable<LoadClient>): void {
  for (const { connection } of clients) connection.close()
}

/** Milliseconds within which a server has to be done with what clients left behind. */
const IDLE_TIMEOUT_MS = 60_000

/** Resolves once the server has nothing left to do, such as about clients that left. */
export async function waitUntilServerIdle({ name, pids }: Target): Promise<void> {
  const giveUpAt = performance.now() + IDLE_TIMEOUT_MS
  for (let last = -1, now = cpuSeconds(pids); now - last > 0.02; now = cpuSeconds(pids)) {
    if (performance.now() > giveUpAt) throw new Error(`${name} is busy without clients`)
    last = now
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Resolves once every client has the message of this number. */
function waitUntilDelivered(clients: readonly LoadClient[], seq: number): Promise<void> {
  return new Promise((resolve) => {
    let left = clients.filter((client) => client.seq < seq).length
    if (left === 0) return resolve()
    for (const client of clients) {
      if (client.seq >= seq) continue
      client.onMessages = (_, newest) => {
        if (newest < seq) return
        client.onMessages = () => {}
        left -= 1
        if (left === 0) resolve()
      }
    }
  })
}

/**
 * Sends one message after another, each once every client has the one before.
 * @returns of each message the milliseconds until the last client had it
 */
export async function sendOneByOne(clients: readonly LoadClient[], messages: number): Promise<Float64Array> {
  const latencies = new Float64Array(messages)
  const [sender] = clients
  if (sender === undefined) throw new Error('there is no client')
  for (let at = 0; at < messages; at += 1) {
    const delivered = waitUntilDelivered(clients, sender.seq + 1)
    const startedAt = performance.now()
    sender.sendMessage(TEXT)
    await delivered
    latencies[at] = performance.now() - startedAt
  }
  return latencies
}

/** For so many seconds each of the first `senders` clients keeps so many messages in flight. Returns how many were sent. */
export async function keepInFlight(
  clients: readonly LoadClient[],
  senders: number,
  inFlight: number,
  seconds: number,
): Promise<number> {
  const [first] = clients
  if (first === undefined) throw new Error('there is no client')
  const firstSeq = first.seq
  const until = performance.now() + seconds * 1000
  let sent = firstSeq
  const send = (count: number) => {
    for (let at = 0; at < count; at += 1) clients[(sent + at) % senders]?.sendMessage(TEXT)
    sent += count
  }
  await new Promise<void>((resolve) => {
    // Each message that the first client receives makes place for one more.
    first.onMessages = (count) => {
      if (performance.now() < until) send(count)
      else resolve()
    }
    send(senders * inFlight)
  })
  await waitUntilDelivered(clients, sent)
  return sent - firstSeq
}
