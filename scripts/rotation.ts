/**
 * `npm run rotation`: measures what a rotation of the keys takes with `--members` present (200): from its beginning until
 * the last of them could read a message of the new epoch. All run here, in one process beside the server, and share its
 * processors: a person's browser has one of its own. Then what `--joins` (300) cost the server's processor in a room whose
 * keys rotate, and in one with a link key for good.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { nanoid } from 'nanoid'
import { childCpuSeconds } from '../bench/process-usage.ts'
import { hashAdmissionSecret } from '../client/crypto/admission.ts'
import { makeEpochLinkKey } from '../client/crypto/epoch-link.ts'
import { deriveEpochAdmission } from '../client/crypto/invite.ts'
import { KeyMember } from '../test/support/key-member.ts'
import { Person } from '../test/support/node-client.ts'
import { startServer } from '../test/support/server.ts'
import { setup as buildOnce } from '../test/support/server-build-setup.ts'

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

/** Joins of one room: of some where few are present, and of some where many are. */
const JOINS_IN_A_ROOM = [5, 100]

/** Bytes of what a page sends and is sent, encrypted. */
const [INVITE_BYTES, DOOR_KEY_BYTES, CARD_BYTES] = [204, 60, 284]

await buildOnce()
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
  for (const inARoom of JOINS_IN_A_ROOM) await compareJoins(server.origin, inARoom)
} finally {
  await server.stop()
}

/**
 * Prints what a join costs the server: the seat, the card where there is one, the connection and its welcome, which names
 * those present. Who came shortly before counts as present. The requests have what a page sends, and as much of it; what a
 * browser computes for that is left out, as it would share these processors.
 * @param inARoom joins of one room, before the other kind has its turn in a new one, so that both meet the same conditions
 */
async function compareJoins(origin: string, inARoom: number): Promise<void> {
  const secret = await deriveEpochAdmission(makeEpochLinkKey())
  const admission = await hashAdmissionSecret(secret)
  const once = { capacity: null, encryption: 'e2ee', lifetime: 3_600, admission }
  const kinds = [
    { room: once, makeRequest: () => ({ alias: `Guest ${nanoid(8)}` }), seconds: 0 },
    {
      room: { ...once, keys: 2, invite: `${makeText(INVITE_BYTES)}.${makeText(DOOR_KEY_BYTES)}` },
      makeRequest: () => ({ participantId: nanoid(21), card: `d2.${makeText(CARD_BYTES)}` }),
      epoch: 1,
      seconds: 0,
    },
  ]
  for (let joined = 0; joined < joins; joined += inARoom)
    for (const kind of kinds) {
      const roomId = await new Person(origin).createRoom(kind.room)
      const before = childCpuSeconds(process.pid)
      for (let turn = 0; turn < inARoom; turn += 1) {
        const person = new Person(origin)
        await person.joinRoom(roomId, { ...kind.makeRequest(), admission: secret })
        const connection = await person.openConnection(roomId, undefined, kind.epoch)
        await connection.nextEvent('room.welcome', 'the socket opened and the room sends nothing')
        await connection.disconnect()
      }
      kind.seconds += childCpuSeconds(process.pid) - before
    }
  const [forGood = 0, rotating = 0] = kinds.map(({ seconds }) => (seconds * 1_000) / joins)
  print(
    `a join, ${inARoom} in a room: ${rotating.toFixed(2)} ms of the server's processor where keys rotate, ` +
      `${forGood.toFixed(2)} ms where a link key is for good: ${(rotating / forGood).toFixed(3)} of it`,
  )
}

/** Text of so many random bytes, as encrypted ones have it. */
function makeText(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('base64url')
}
