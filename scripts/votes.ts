/**
 * `npm run votes`: compares what votes cost the server's processor with what messages cost, as many of each, in one room with
 * `--people` (50) connected. Everybody says `--each` (200) messages, and then votes once for each of as many.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { cpuSeconds } from '../bench/process-usage.ts'
import { Person } from '../test/support/node-client.ts'
import { startServer } from '../test/support/server.ts'
import { setup as buildOnce } from '../test/support/server-build-setup.ts'

const { values } = parseArgs({
  options: { people: { type: 'string', default: '50' }, each: { type: 'string', default: '200' } },
})
const people = Number(values.people)
const each = Number(values.each)
const total = people * each
const print = (line: string) => process.stdout.write(`${line}\n`)

await buildOnce()
const server = await startServer({ rateLimits: 'off' })
try {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ capacity: null, lifetime: 3_600 })
  const hosting = await host.joinAndConnect(roomId)
  const others = []
  for (let number = 1; number < people; number += 1)
    others.push(await new Person(server.origin).joinAndConnect(roomId))
  const connections = [hosting, ...others]

  const messages = await measure(async () => {
    for (let number = 0; number < each; number += 1)
      for (const connection of connections)
        connection.sendMessage(`m${number}`, 'a message of some twenty characters')
    await hosting.nextEvent('chat.message', 'a message is missing', ({ seq }) => seq === total)
  })
  const votes = await measure(async () => {
    for (let seq = 1; seq <= each; seq += 1)
      for (const connection of connections) connection.sendEvent('chat.react', { seq, code: 'yes', on: true })
    await hosting.nextEvent(
      'chat.reactions',
      'a vote is missing',
      ({ seq, reactions }) => seq === each && reactions.yes === people,
    )
  })
  for (const [what, { seconds, elapsed }] of Object.entries({ messages, votes }))
    print(
      `${total} ${what}, ${people} connected: ${seconds.toFixed(2)} s of the server's processor, in ${elapsed.toFixed(1)} s`,
    )
  print(`a vote costs ${(votes.seconds / messages.seconds).toFixed(3)} of a message`)
} finally {
  await server.stop()
}

async function measure(run: () => Promise<void>): Promise<{ seconds: number; elapsed: number }> {
  const [before, from] = [readServerSeconds(), performance.now()]
  await run()
  return { seconds: readServerSeconds() - before, elapsed: (performance.now() - from) / 1_000 }
}

/** Seconds of processor time that the server has used: what this process has started, without itself. */
function readServerSeconds(): number {
  const { user, system } = process.cpuUsage()
  return cpuSeconds([process.pid]) - (user + system) / 1e6
}
