/**
 * `npm run rotation`: measures what a rotation of the keys takes with `--members` present (200): from its beginning until
 * the last of them could read a message of the new epoch. All run here, in one process beside the server, and share its
 * processors: a person's browser has one of its own. Then what `--joins` (300) cost the server's processor in a room whose
 * keys rotate, and in one with a link key for good.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { cpuSeconds } from '../bench/process-usage.ts'
import { KeyMember } from '../test/support/key-member.ts'
import { Person } from '../test/support/node-client.ts'
import { startServer } from '../test/support/server.ts'
import { setup as buildOnce } from '../test/support/worker-build-setup.ts'

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '200' },
    rotations: { type: 'string', default: '5' },
    joins: { type: 'string', default: '300' },
  },
})
const members = Number(values.members)
const rotations = Number(values.rotations)
const joins = Number(values.joins)
const print = (line: string) => process.stdout.write(`${line}\n`)

/** Joins of one kind before the other kind has its turn, so that both meet the same conditions. */
const JOINS_A_TURN = 25

buildOnce()
const server = await startServer({ rateLimits: 'off' })
try {
  const { member: host, link } = await KeyMember.createRoom(new Person(server.origin), 'Host', {
    lifetime: 3_600,
  })
  const hosting = await host.connect()
  const others: KeyMember[] = []
  for (let number = 1; number < members; number += 1)
    others.push(await KeyMember.join(new Person(server.origin), `Guest ${number}`, link))
  const present = await Promise.all(
    others.map(async (member) => ({ member, connection: await member.connect() })),
  )
  // As every page has, the host's has opened the cards of those present.
  await host.takeFrames(hosting)
  print(`${members} present`)
  for (let rotation = 1; rotation <= rotations; rotation += 1) {
    const from = performance.now()
    const tellings = present.map(async ({ member, connection }) => {
      await connection.nextEvent('room.epoch', 'somebody is not told of the rotation')
      await member.cipher.catchUp()
      const message = await connection.nextEvent('chat.message', 'somebody is sent nothing')
      const { is } = await member.read(message)
      if (is !== 'text') throw new Error(`${member.name} can't read it`)
      return performance.now() - from
    })
    const refusal = await host.rotate()
    if (refusal) throw new Error(`the rotation is refused: ${refusal}`)
    const rotated = performance.now() - from
    await host.say(`rotation ${rotation}`)
    const times = (await Promise.all(tellings)).sort((one, other) => one - other)
    const [median = 0, last = 0] = [times[Math.floor(times.length / 2)], times.at(-1)]
    print(
      `rotation ${rotation}: stored after ${rotated.toFixed(0)} ms; a message of the new epoch was read by half after ` +
        `${median.toFixed(0)} ms, by the last after ${last.toFixed(0)} ms`,
    )
  }
  await compareJoins(server.origin)
} finally {
  await server.stop()
}

/** Prints what a join costs the server: the seat, the card where there is one, the connection and its welcome. */
async function compareJoins(origin: string): Promise<void> {
  const { link } = await KeyMember.createRoom(new Person(origin), 'Host', { lifetime: 3_600 })
  const roomId = await new Person(origin).createRoom({ capacity: null, encryption: 'e2ee', lifetime: 3_600 })
  const kinds = [
    { what: 'with a link key for good', join: () => new Person(origin).joinAndConnect(roomId) },
    {
      what: 'whose keys rotate',
      join: async () => {
        const member = KeyMember.visit(new Person(origin), 'Guest', link)
        await member.join(link)
        return member.connect()
      },
    },
  ].map((kind) => ({ ...kind, seconds: 0 }))
  for (let joined = 0; joined < joins; joined += JOINS_A_TURN)
    for (const kind of kinds) {
      const before = readServerSeconds()
      for (let turn = 0; turn < JOINS_A_TURN; turn += 1) await (await kind.join()).disconnect()
      kind.seconds += readServerSeconds() - before
    }
  for (const { what, seconds } of kinds)
    print(`a join of a room ${what}: ${((seconds * 1_000) / joins).toFixed(2)} ms of the server's processor`)
}

/** Seconds of processor time that the server has used: what this process has started, without itself. */
function readServerSeconds(): number {
  const { user, system } = process.cpuUsage()
  return cpuSeconds([process.pid]) - (user + system) / 1e6
}
