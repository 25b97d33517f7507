import { startBenchmarkServer } from './benchmark-server.ts'
import { disconnectAll, type Figures, sendOneByOne } from './benchmarks/benchmark.ts'
import { LoadClient } from './benchmarks/load-client.ts'
import { RawConnection } from './raw-connection.ts'
import { ADAPTERS } from './server-adapters.ts'

const MESSAGES = 500

/** Counts what the platform would bill, by a build of the app that counts it (`bench/workers/counting-app.ts`). */
export async function countBilling(): Promise<Record<string, Figures>> {
  const { app } = ADAPTERS
  const figures: Record<string, Figures> = {}
  for (const [what, count, seatsEach] of [
    ['a room of 2', 2, undefined],
    ['a room of 50', 50, undefined],
    ['a room of 50 at 6 relays', 50, '8'],
  ] as const) {
    const server = await startBenchmarkServer('counting', { relayAbove: seatsEach })
    const { origin } = server
    const counts = async (): Promise<Figures> => {
      const connection = await RawConnection.connect(origin)
      const { body } = await connection.request('GET', '/counts', '')
      connection.close()
      return JSON.parse(body)
    }
    const since = async (before: Figures, divisor: number): Promise<Figures> => {
      const entries = Object.entries(await counts())
      return Object.fromEntries(entries.map(([key, value]) => [key, (value - (before[key] ?? 0)) / divisor]))
    }
    try {
      const zero = await counts()
      const room = await app.createRoom(origin)
      figures[`opening ${what}`] = await since(zero, 1)
      const opened = await counts()
      const clients: LoadClient[] = []
      for (let at = 0; at < count; at += 1)
        clients.push(await LoadClient.joinRoom(app, origin, room, `p${at}`))
      figures[`joining ${what}, each`] = await since(opened, count)
      await sendOneByOne(clients, 1)
      const joined = await counts()
      const bytes = clients[0]?.connection.receivedBytes ?? 0
      await sendOneByOne(clients, MESSAGES)
      figures[`a message in ${what}`] = {
        ...(await since(joined, MESSAGES)),
        'bytes to each client': ((clients[0]?.connection.receivedBytes ?? 0) - bytes) / MESSAGES,
      }
      disconnectAll(clients)
    } finally {
      await server.stop()
    }
  }
  return figures
}
