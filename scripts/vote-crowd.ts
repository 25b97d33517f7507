/** The process of those who only read, for `vote-latency.ts`: it is told how many more shall come, and answers when they are here. */
import process from 'node:process'
import { mapInParallel } from '../bench/benchmarks/load-client.ts'
import { RawConnection } from '../bench/raw-connection.ts'
import { ADAPTERS } from '../bench/server-adapters.ts'
import { ACKNOWLEDGE_EVERY } from '../protocol/connection-limits.ts'

const { appBySocket } = ADAPTERS
const [origin = '', roomId = ''] = process.argv.slice(2)

process.on('disconnect', () => process.exit())
process.on('message', async (count: number) => {
  await mapInParallel(count, 32, joinRoom)
  process.send?.('here')
})

/** Joins, and from then on reads and acknowledges, as a page does. */
async function joinRoom(): Promise<void> {
  const connection = await RawConnection.connect(origin)
  await appBySocket.openSocket(connection, roomId, await appBySocket.takeSeat(connection, roomId))
  let acknowledged = connection.receivedBytes
  connection.onText = (text) => {
    if (connection.receivedBytes - acknowledged < ACKNOWLEDGE_EVERY) return
    const seq = /"event":"chat\.message".*?"seq":(\d+)/.exec(text)?.[1]
    if (seq === undefined) return
    acknowledged = connection.receivedBytes
    connection.sendText(appBySocket.acknowledgeFrame?.(Number(seq)) ?? '')
  }
}
