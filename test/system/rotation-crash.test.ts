import { afterAll, beforeAll, expect, test } from 'vitest'
import { KeyMember } from '../support/key-member.ts'
import { Person } from '../support/node-client.ts'
import { makeRandom, readSeed } from '../support/seed.ts'
import { type Server, startServer } from '../support/server.ts'
import { waitForWrites } from '../support/storage-writes.ts'

/** How often the server is killed in a rotation, each time at another moment. */
const ROUNDS = 6
/** Writes below the storage after which it is killed: a rotation is one transaction, and is seen as one to three. */
const WRITES_MAX = 3

let server: Server

beforeAll(async () => {
  server = await startServer({ rateLimits: 'off' })
})

afterAll(() => server?.stop())

test('a server that is killed between a rotation and its telling: one epoch was made or none, and all read on', async () => {
  const random = makeRandom(readSeed(20_261_127))
  const { member: ada, link } = await KeyMember.createRoom(new Person(server.origin), 'Ada', {
    lifetime: 3_600,
  })
  const ben = await KeyMember.join(new Person(server.origin), 'Ben', link)
  const cleo = await KeyMember.join(new Person(server.origin), 'Cleo', link)
  const said: string[] = []
  const say = async (member: KeyMember, text: string) => {
    said.push(text)
    await member.say(text)
  }
  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = ada.epoch
    // Ben is connected and is told of it, as far as anybody is; Cleo is away, over several of them.
    const connection = await ben.connect()
    await say(ada, `before rotation ${round}`)
    const written = waitForWrites(server.storage, 1 + Math.floor(random() * WRITES_MAX))
    const rotating = ada.rotate().catch(() => 'cut')
    await Promise.race([written, rotating])
    await server.kill()
    await Promise.all([rotating, connection.closed])
    await server.restart()

    await ada.reload()
    const { epoch } = (await ada.person.callRoom(ada.roomId, 'GET')).body
    expect([before, before + 1]).toContain(epoch)
    expect(ada.epoch).toBe(epoch)
    // Ada's page rotates once more where it does not know that it has: exactly one epoch is made.
    if (ada.epoch === before) expect(await ada.rotate()).toBe(null)
    expect(ada.epoch).toBe(before + 1)
    await ben.reload()
    expect(ben.epoch).toBe(before + 1)
    await say(ben, `after rotation ${round}`)
    expect(await ada.readTexts()).toEqual(said)
    expect(await ben.readTexts()).toEqual(said)
  }
  await cleo.reload()
  expect(await cleo.readTexts()).toEqual(said)
  const checks = [ada, ben, cleo].map(({ keys }) => keys.keyring.getCheck(ROUNDS + 1))
  expect(new Set(checks).size).toBe(1)
  const listed = await ada.person.callRoom(ada.roomId, 'GET', '/epochs')
  expect(listed.body.epochs?.map(({ epoch }) => epoch)).toEqual([2, 3, 4, 5, 6, 7])
  // The link is the one of the last rotation, and no other.
  const dora = await KeyMember.join(new Person(server.origin), 'Dora', ada.link ?? '')
  expect(await dora.readTexts()).toEqual(said)
  expect(await KeyMember.visit(new Person(server.origin), 'Eve', link).join(link)).toBe('wrong-link')
}, 120_000)
