import { FILE_CHUNK, FILES_MAX_BYTES } from '../../protocol/file-limits.ts'
import { memoryBytes } from '../process-usage.ts'
import { type HttpAnswer, RawConnection } from '../raw-connection.ts'
import { ADAPTERS, type Seat, type ServerAdapter } from '../server-adapters.ts'
import {
  type Benchmark,
  disconnectAll,
  type Figures,
  quantile,
  sendOneByOne,
  type Target,
} from './benchmark.ts'
import { LoadClient, mapInParallel } from './load-client.ts'

const SENDERS = 10
/** Chunks of each file: together as many as a room takes. Ten files of 25 MiB would be more. */
const CHUNKS = FILES_MAX_BYTES / SENDERS / FILE_CHUNK.plain
/** Turns of each kind, messages of a turn, and milliseconds between two messages. The files are not complete in the end. */
const TURNS = 5
const MESSAGES_A_TURN = 200
const MESSAGE_EVERY_MS = 5

const CHUNK = Buffer.alloc(FILE_CHUNK.plain + FILE_CHUNK.added, 'x')

/** Two people talk while ten others send files, chunk after chunk, and while these pause, by turns. */
export const files: Benchmark<null> = {
  title: `two people talk while ${SENDERS} others send ${(CHUNKS * FILE_CHUNK.plain) / 2 ** 20} MiB each`,
  rounds: 5,
  servers: ['app'],
  async setUp(target) {
    await talkWhileFilesAreSent(target)
    return null
  },
  runRound: talkWhileFilesAreSent,
  tearDown: () => {},
}

/** Fills a room of its own with files. */
async function talkWhileFilesAreSent(target: Target): Promise<Figures> {
  const { origin, name, pids } = target
  const adapter = ADAPTERS[name]
  const room = await adapter.createRoom(origin)
  const join = async (name: string) => {
    const seat = Promise.withResolvers<Seat>()
    const takeSeat: ServerAdapter['takeSeat'] = async (connection, room) => {
      const taken = await adapter.takeSeat(connection, room)
      seat.resolve(taken)
      return taken
    }
    const client = await LoadClient.joinRoom({ ...adapter, takeSeat }, origin, room, name)
    return { client, seat: await seat.promise }
  }
  const people = await mapInParallel(2 + SENDERS, 1, (at) => join(`p${at}`))
  const talkers = people.slice(0, 2).map(({ client }) => client)
  const senders = people.slice(2).map(({ seat }) => new FileSender(origin, seat))
  const with_: number[] = []
  const without: number[] = []
  let seconds = 0
  let chunks = 0
  const memoryBefore = memoryBytes(pids)
  let memory = 0
  for (let turn = 0; turn < TURNS; turn += 1) {
    without.push(...(await talk(talkers)))
    const pause = new AbortController()
    const startedAt = performance.now()
    const sent = Promise.all(senders.map((sender) => sender.sendChunks(pause.signal)))
    with_.push(...(await talk(talkers)))
    memory = Math.max(memory, memoryBytes(pids) - memoryBefore)
    pause.abort()
    chunks += (await sent).reduce((sum, count) => sum + count, 0)
    seconds += (performance.now() - startedAt) / 1_000
  }
  disconnectAll(people.map(({ client }) => client))
  const [p99, p99Without] = [quantile(with_, 0.99), quantile(without, 0.99)]
  return {
    'p50 ms': quantile(with_, 0.5),
    'p50 ms without': quantile(without, 0.5),
    'p99 ms': p99,
    'p99 ms without': p99Without,
    'p99 ratio': p99 / p99Without,
    'MiB/s': (chunks * FILE_CHUNK.plain) / 2 ** 20 / seconds,
    'memory MiB': memory / 2 ** 20,
  }
}

/** Says the messages of a turn, each once the one before was received. Returns the milliseconds that each took. */
async function talk(talkers: readonly LoadClient[]): Promise<number[]> {
  const latencies: number[] = []
  for (let message = 0; message < MESSAGES_A_TURN; message += 1) {
    latencies.push(...(await sendOneByOne(talkers, 1)))
    await new Promise((resolve) => setTimeout(resolve, MESSAGE_EVERY_MS))
  }
  return latencies
}

/** Somebody who sends one file, as a page does: a chunk once the one before is stored. */
class FileSender {
  readonly #origin: string
  readonly #seat: Seat
  #file: string | null = null
  /** Chunks that are still to be sent. */
  left = CHUNKS

  constructor(origin: string, seat: Seat) {
    this.#origin = origin
    this.#seat = seat
  }

  /** Sends chunks until the file is complete, or is told to pause. */
  async sendChunks(pause: AbortSignal): Promise<number> {
    const before = this.left
    const connection = await RawConnection.connect(this.#origin)
    const { path, cookie } = this.#seat
    const files = path.replace('/realtime', '/files')
    if (this.#file === null) {
      const body = JSON.stringify({ size: CHUNKS * FILE_CHUNK.plain, chunks: CHUNKS })
      const answer = await connection.request('POST', files, cookie, body)
      this.#file = `${files}/${JSON.parse(expectStatus(201, answer)).fileId}`
    }
    while (this.left > 0 && !pause.aborted) {
      expectStatus(204, await connection.request('PUT', `${this.#file}/${this.left - 1}`, cookie, CHUNK))
      this.left -= 1
    }
    connection.close()
    return before - this.left
  }
}

function expectStatus(status: number, answer: HttpAnswer): string {
  if (answer.status !== status) throw new Error(`${status} was expected: ${answer.head} ${answer.body}`)
  return answer.body
}
