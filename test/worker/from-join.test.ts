import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { JOIN_PROTOCOL } from '../../protocol/participant.ts'
import { expectStatus } from '../support/api-client.ts'
import { TestConnection } from '../support/test-connection.ts'
import { Facilitator } from './facilitator.ts'
import { channelOf, Person, roomObject, runInRoom } from './person.ts'

/** Seats that are taken before anybody comes late, so that with three seats at each object those sit at a relay. */
const EARLY = 3

/** A room in which a newcomer reads what is said from then on, with its host and two who came before `old` words were said. */
async function makeRoom(old: number, options: Record<string, unknown> = {}) {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: null, history: 'from-join', ...options })
  await host.joinRoom(roomId, { alias: 'Hanna' })
  for (let index = 1; index < EARLY; index += 1)
    await new Person().joinRoom(roomId, { alias: `early ${index}` })
  for (let index = 1; index <= old; index += 1) await host.sendMessage(roomId, `old ${index}`, `old-${index}`)
  return { host, roomId }
}

/** Reads by every call that reads, and returns what each of them tells. */
async function readByEveryCall(person: Person, roomId: string): Promise<Record<string, string[]>> {
  const read: Record<string, string[]> = {}
  const note = (way: string, messages: readonly { text: string }[] = []) => {
    read[way] = messages.map(({ text }) => text)
  }
  for (const query of ['', '?after=0', '?before=100', '?after=0&before=100', '?limit=500'])
    note(`history ${query}`, (await person.callRoom(roomId, 'GET', `/messages${query}`)).body.messages)
  const cookie = { cookie: `x-auth-token=${person.readToken('x-auth-token', roomId)}` }
  const byQuery = await person.callApi('GET', `/api/messages?roomId=${roomId}`, undefined, cookie)
  note('history by query', byQuery.body.messages)
  const readWelcome = async (way: string, connection: TestConnection) => {
    note(way, (await connection.nextEvent('room.welcome', `${way} is not welcomed`)).messages)
    await connection.disconnect()
  }
  for (const after of [undefined, 0])
    await readWelcome(`socket after ${after}`, await person.openConnection(roomId, after))
  const offer = Buffer.from(JSON.stringify({ token: person.readToken('x-auth-token', roomId) }))
  const joined = await new Person().requestUpgrade(roomId, '?after=0', {
    'sec-websocket-protocol': `${JOIN_PROTOCOL}, ${offer.toString('base64url')}`,
  })
  await readWelcome('seat and socket', new TestConnection(await channelOf(joined)))
  for (const lastEventId of [undefined, '0'])
    await readWelcome(`events after ${lastEventId}`, await person.openEventStream(roomId, lastEventId))
  return read
}

/** Expects that each call that reads brings exactly these texts. */
async function expectEverywhere(person: Person, roomId: string, texts: string[]): Promise<void> {
  const read = await readByEveryCall(person, roomId)
  const expected = Object.keys(read).map((way) => [way, texts])
  expect(read).toEqual(Object.fromEntries(expected))
}

describe('what is said from the joining on', () => {
  test('is all that a newcomer finds, by every call there is, and after a sleep', async () => {
    const { host, roomId } = await makeRoom(3)
    const late = new Person()
    await late.joinRoom(roomId, { alias: 'Late' })
    await expectEverywhere(late, roomId, [])
    await host.sendMessage(roomId, 'new 1')
    await expectEverywhere(late, roomId, ['new 1'])
    await evictDurableObject(roomObject(roomId))
    await expectEverywhere(late, roomId, ['new 1'])
    await late.sendMessage(roomId, 'new 2')
    await host.sendMessage(roomId, 'new 3')
    await expectEverywhere(late, roomId, ['new 1', 'new 2', 'new 3'])
    const { body } = await late.callRoom(roomId, 'GET', '/messages')
    expect([body.lastSeq, body.messages?.[0]?.seq]).toEqual([6, 4])
  })

  test('is delivered to who came late, and what was said before to those who were here', async () => {
    const { host, roomId } = await makeRoom(2)
    const late = new Person()
    const connection = await late.joinAndConnect(roomId, { alias: 'Late' })
    const [welcome] = connection.receivedData('room.welcome')
    expect(welcome).toMatchObject({ messages: [], lastSeq: 2, room: { history: 'from-join' } })
    await host.sendMessage(roomId, 'new 1')
    await connection.nextEvent('chat.message', 'Late hears nothing')
    expect(connection.receivedData('chat.message').map(({ text }) => text)).toEqual(['new 1'])
    const { body } = await host.callRoom(roomId, 'GET', '/messages')
    expect(body.messages?.map(({ text }) => text)).toEqual(['old 1', 'old 2', 'new 1'])
  })

  test('fills a page by itself: what may not be read counts towards no limit', async () => {
    const { host, roomId } = await makeRoom(5)
    const late = new Person()
    await late.joinRoom(roomId)
    for (const index of [1, 2, 3]) await host.sendMessage(roomId, `new ${index}`)
    const page = async (query: string) =>
      (await late.callRoom(roomId, 'GET', `/messages${query}`)).body.messages?.map(({ text }) => text)
    expect(await page('?after=0&limit=2')).toEqual(['new 1', 'new 2'])
    expect(await page('?before=8&limit=5')).toEqual(['new 1', 'new 2'])
    expect(await page('?before=6')).toEqual([])
    expect(await page('?after=7')).toEqual(['new 3'])
  })

  test('is kept by who loads the page again or joins again with the token', async () => {
    const { host, roomId } = await makeRoom(1)
    const late = new Person()
    await late.joinRoom(roomId)
    await host.sendMessage(roomId, 'new 1')
    await late.joinRoom(roomId)
    await host.sendMessage(roomId, 'new 2')
    await evictDurableObject(roomObject(roomId))
    await late.joinRoom(roomId)
    await expectEverywhere(late, roomId, ['new 1', 'new 2'])
  })

  test('begins anew with a new seat, for hosts as well', async () => {
    const { host, roomId } = await makeRoom(1)
    const late = new Person()
    await late.joinRoom(roomId)
    await late.sendMessage(roomId, 'said by Late')
    for (const person of [late, host]) {
      expectStatus(await person.callRoom(roomId, 'POST', '/leave'), 204)
      await person.joinRoom(roomId)
      await expectEverywhere(person, roomId, [])
    }
    await host.sendMessage(roomId, 'new 1')
    await expectEverywhere(host, roomId, ['new 1'])
  })

  test('is all that the holder of the host token gets who joins late', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ capacity: null, history: 'from-join' })
    const early = new Person()
    await early.joinRoom(roomId)
    await early.sendMessage(roomId, 'old 1')
    expect((await host.callRoom(roomId, 'GET', '/messages')).status).toBe(401)
    expect((await host.joinRoom(roomId)).role).toBe('host')
    await expectEverywhere(host, roomId, [])
  })

  test('holds also for who sends a message under an id that is stored already', async () => {
    const { roomId } = await makeRoom(2)
    const late = new Person()
    const connection = await late.joinAndConnect(roomId)
    const reply = await late.postMessage(roomId, { id: 'old-1', text: 'mine by http' })
    expect([reply.status, reply.body.text]).toEqual([201, 'mine by http'])
    connection.sendMessage('old-2', 'mine by socket')
    await connection.nextEvent('chat.message', 'the message is lost', ({ seq }) => seq === 4)
    expect(connection.receivedData('chat.message').map(({ text }) => text)).toEqual([
      'mine by http',
      'mine by socket',
    ])
  })

  test('leaves a room that has history for all as it was', async () => {
    const { roomId } = await makeRoom(2, { history: 'all' })
    const late = new Person()
    await late.joinRoom(roomId)
    await expectEverywhere(late, roomId, ['old 1', 'old 2'])
  })
})

describe('a facilitator', () => {
  test('reads everything, however late they come; their guests don’t', async () => {
    const facilitator = await Facilitator.signUp()
    const { roomId } = await facilitator.scheduleRoom({ history: 'from-join' })
    const [early, late] = [new Person(), new Person()]
    await early.joinRoom(roomId)
    await early.sendMessage(roomId, 'old 1')
    await facilitator.joinRoom(roomId)
    await late.joinRoom(roomId)
    await expectEverywhere(facilitator, roomId, ['old 1'])
    await expectEverywhere(late, roomId, [])
    await evictDurableObject(roomObject(roomId))
    await expectEverywhere(facilitator, roomId, ['old 1'])
    await expectEverywhere(late, roomId, [])
  })

  test('reads everything also in a seat that they took before they signed in', async () => {
    const facilitator = await Facilitator.signUp()
    const secret = 'secret-1'
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
    const keys = { encryption: 'e2ee', keys: 2, admission: Buffer.from(digest).toString('base64url') }
    const { roomId } = await facilitator.scheduleRoom(keys)
    const guest = new Person()
    const participantId = 'facilitator-as-guest0'
    // Hosts and facilitators sit at the room itself, and no seat at a relay is taken over.
    await guest.joinRoom(roomId, { participantId, admission: secret })
    await guest.sendMessage(roomId, 'e2.1.b2xk')
    await runInRoom(roomId, ({ sql }) => sql.exec('UPDATE participants SET from_seq = 1, relay = NULL'))
    await evictDurableObject(roomObject(roomId))
    const token = guest.readToken('x-auth-token', roomId).split('.').slice(0, 2).join('.')
    const cookie = `${facilitator.sessionCookie}; x-auth-token=${token}`
    const read = async () =>
      (
        await new Person().callApi('GET', `/api/rooms/${roomId}/messages`, undefined, {
          cookie: `x-auth-token=${token}`,
        })
      ).body.messages?.length
    expect(await read()).toBe(0)
    const taken = await new Person().callApi(
      'POST',
      `/api/rooms/${roomId}/join`,
      { participantId, admission: secret },
      { cookie },
    )
    expect([taken.status, taken.body.role]).toEqual([200, 'facilitator'])
    expect(await read()).toBe(1)
    await evictDurableObject(roomObject(roomId))
    expect(await read()).toBe(1)
  })
})
