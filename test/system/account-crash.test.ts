import { afterAll, beforeAll, expect, test } from 'vitest'
import { Person } from '../support/node-client.ts'
import { makeRandom, readSeed } from '../support/seed.ts'
import { type Server, startServer } from '../support/server.ts'
import { waitForTraces } from '../support/storage-files.ts'
import { waitForWrites } from '../support/storage-writes.ts'

let server: Server

beforeAll(async () => {
  server = await startServer({ rateLimits: 'off' })
})

afterAll(() => server?.stop())

const HOUR = 3_600_000
const ANN = { email: 'ann@example.com', password: 'correct horse battery' }

interface Listed {
  roomId: string
  title: string
}

/** When the power goes, counted from a flurry of calls: in each of the steps between two objects, sooner or later. */
const random = makeRandom(readSeed(1))
const CUTS: { after: 'writes' | 'answers'; count: number }[] = [
  { after: 'writes', count: pickNumber(1, 4) },
  { after: 'writes', count: pickNumber(5, 14) },
  { after: 'writes', count: pickNumber(15, 28) },
  { after: 'answers', count: 1 },
  { after: 'answers', count: pickNumber(2, 4) },
]

/** Rooms that have to be made before the power goes, and rooms that it has to go before. */
const ENOUGH = 4
/** How often the power goes at most. */
const CUTS_MAX = 4 * CUTS.length

/** A whole number between two, by the seed. */
function pickNumber(least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** Waits until so many of the calls are answered. */
function waitForAnswers(calls: Promise<void>[], count: number): Promise<void> {
  const seen = Promise.withResolvers<void>()
  let answers = 0
  const countAnswer = () => {
    answers += 1
    if (answers >= count) seen.resolve()
  }
  for (const call of calls) call.then(countAnswer, seen.reject)
  return seen.promise
}

/** A title that is on the disk where its room is, and nowhere else: the account keeps it in small letters. */
const titleOf = (round: number, index: number) => `TITLE-${round}-${index}-END`

test('whatever step the power goes in, account and rooms agree, and nothing is left that nobody knows of', async () => {
  const ann = new Person(server.origin)
  expect((await ann.callApi('POST', '/api/accounts', ANN)).status).toBe(201)
  const tried: string[] = []
  const acknowledged = new Set<string>()
  const refused: unknown[] = []
  let [made, unmade] = [0, 0]
  let listed: Listed[] = []

  const create = async (title: string) => {
    tried.push(title)
    const reply = await ann.callApi('POST', '/api/account/rooms', { title, closesAt: Date.now() + HOUR })
    if (reply.status === 201) {
      acknowledged.add(title)
      made += 1
    } else refused.push(reply.body)
  }
  const remove = async ({ roomId, title }: Listed) => {
    // From here on either is right, until it is answered.
    acknowledged.delete(title)
    const reply = await ann.callApi('DELETE', `/api/account/rooms/${roomId}`)
    if (reply.status !== 204) refused.push(reply.body)
  }

  // On a machine that is slow to cut, everything may be done before: then all of them once more.
  const isEnough = () => Math.min(made, unmade) >= ENOUGH
  for (let round = 0; round < CUTS.length || (round < CUTS_MAX && !isEnough()); round += 1) {
    const { after, count } = CUTS[round % CUTS.length] ?? { after: 'answers', count: 1 }
    const written = after === 'writes' ? waitForWrites(server.storage, count) : null
    const calls = [0, 1, 2, 3].map((index) => create(titleOf(round, index)))
    calls.push(...listed.slice(0, 1).map(remove))
    const all = Promise.allSettled(calls)
    await Promise.race([written ?? waitForAnswers(calls, count), all])
    await server.kill()
    await all
    await server.restart()

    const reply = await ann.callApi('GET', '/api/account/rooms')
    expect(reply.status, 'the session did not survive').toBe(200)
    listed = reply.body.rooms ?? []
    for (const { roomId, title } of listed) {
      const room = await ann.callApi('GET', `/api/rooms/${roomId}`)
      expect([room.status, room.body.title]).toEqual([200, title])
    }
    const titles = listed.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    expect([...acknowledged].filter((title) => !titles.includes(title))).toEqual([])
    const unlisted = tried.filter((title) => !titles.includes(title))
    expect(await waitForTraces(server.storage, unlisted)).toEqual([])
    unmade += unlisted.length
    // What was cut off is free to be done again.
    for (const title of unlisted.slice(0, 1)) await create(title)
    listed = (await ann.callApi('GET', '/api/account/rooms')).body.rooms ?? []
  }
  expect(refused).toEqual([])
  expect(made, 'the power always went before anything').toBeGreaterThanOrEqual(ENOUGH)
  expect(unmade, 'the power never went in between').toBeGreaterThanOrEqual(ENOUGH)

  const written = waitForWrites(server.storage, 1)
  const deleting = ann.callApi('DELETE', '/api/account', { password: ANN.password }).catch(() => null)
  // The password is checked first, which writes nothing.
  await Promise.race([written, deleting])
  await server.kill()
  await deleting
  await server.restart()
  const again = new Person(server.origin)
  const session = await ann.callApi('GET', '/api/session')
  if (session.status === 200) await ann.callApi('DELETE', '/api/account', { password: ANN.password })
  expect((await again.callApi('POST', '/api/accounts', ANN)).status).toBe(201)
  expect((await again.callApi('GET', '/api/account/rooms')).body.rooms).toEqual([])
  expect((await ann.callApi('GET', '/api/session')).status).toBe(401)
  for (const { roomId } of listed) expect((await ann.callApi('GET', `/api/rooms/${roomId}`)).status).toBe(404)
  expect(await waitForTraces(server.storage, tried)).toEqual([])
}, 120_000)

/** The write after which the power goes: once the change is written down, and while the room learns of it. */
const CUT_CHANGE_AFTER = [1, pickNumber(2, 4)]

test('whatever step of a change of password the power goes in, seats of before are dead once it is changed', async () => {
  const ann = new Person(server.origin)
  const email = 'password@example.com'
  let password = 'the first password'
  expect((await ann.callApi('POST', '/api/accounts', { email, password })).status).toBe(201)
  const made = await ann.callApi('POST', '/api/account/rooms', {
    title: 'Circle',
    closesAt: Date.now() + HOUR,
  })
  const { roomId } = made.body
  for (const [round, writes] of CUT_CHANGE_AFTER.entries()) {
    const phone = new Person(server.origin)
    expect((await phone.callApi('POST', '/api/session', { email, password })).status).toBe(200)
    expect((await phone.callApi('POST', `/api/rooms/${roomId}/join`, {})).body.role).toBe('facilitator')
    const change = { password, newPassword: `the password of round ${round}` }
    const written = waitForWrites(server.storage, writes)
    const changing = ann.callApi('PATCH', '/api/account', change).catch(() => null)
    await Promise.race([written, changing])
    await server.kill()
    await changing
    await server.restart()

    // The alarm would do so, too: whoever asks first need not wait for it.
    expect((await ann.callApi('GET', '/api/account/rooms')).status).toBe(200)
    const isChanged = (await phone.callApi('GET', '/api/session')).status === 401
    const post = () => phone.callApi('POST', `/api/rooms/${roomId}/messages`, { text: 'still here' })
    expect((await post()).status).toBe(isChanged ? 401 : 201)
    if (!isChanged) expect((await ann.callApi('PATCH', '/api/account', change)).status).toBe(200)
    expect((await post()).status).toBe(401)
    password = change.newPassword
  }
}, 120_000)
