import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { HOST_ABSENT_MS, PATCH_RATE } from '../../protocol/limits.ts'
import { type Reply, refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { Facilitator } from './facilitator.ts'
import { letAwayTimePass, letTimePass, stopTime, waitForLeaves } from './pass-time.ts'
import { Person, roomObject } from './person.ts'

/** Somebody in a room, and their connection. */
type Attendee = { person: Person; connection: TestConnection & { id: string }; id: string }

/** A room with a host, Hanna, and so many guests, all connected. With few seats the guests sit at relays. */
async function openRoom(guests: number, options: Record<string, unknown> = {}) {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: 9, ...options })
  const everyone = [await attend(host, roomId, 'Hanna')]
  for (let index = 1; index <= guests; index += 1)
    everyone.push(await attend(new Person(), roomId, `Guest ${index}`))
  const [hanna, ...others] = everyone as [Attendee, ...Attendee[]]
  return { roomId, hanna, others: others as [Attendee, ...Attendee[]], everyone }
}

async function attend(person: Person, roomId: string, alias: string): Promise<Attendee> {
  const connection = await person.joinAndConnect(roomId, { alias })
  return { person, connection, id: connection.id }
}

/** Changes what somebody may do. */
function patch(by: { person: Person }, roomId: string, whom: { id: string }, body: object): Promise<Reply> {
  return by.person.callRoom(roomId, 'PATCH', `/participants/${whom.id}`, body)
}

const claim = (by: { person: Person }, roomId: string) => by.person.callRoom(roomId, 'POST', '/host')
const leave = (by: { person: Person }, roomId: string, host?: string) =>
  by.person.callRoom(roomId, 'POST', '/leave', { host })
const lock = (by: { person: Person }, roomId: string) =>
  by.person.callRoom(roomId, 'PATCH', '', { locked: true })

/** The roles of all who have a seat, by their names. */
async function readRoles(by: { person: Person }, roomId: string): Promise<Record<string, string>> {
  const { body } = await by.person.callRoom(roomId, 'GET', '/participants')
  return Object.fromEntries((body.participants ?? []).map(({ alias, role }) => [alias, role]))
}

describe('a host', () => {
  test('makes a host, who may then do what hosts may, also after a sleep; everybody is told by whom', async () => {
    const { roomId, hanna, others, everyone } = await openRoom(2)
    const [one, two] = others as [Attendee, Attendee]
    expect(refusalOf(await lock(one, roomId))).toEqual([403, 'not-allowed'])
    expect((await patch(hanna, roomId, one, { role: 'host' })).body).toEqual({
      participantId: one.id,
      alias: 'Guest 1',
      role: 'host',
    })
    for (const { connection } of everyone)
      expect(await connection.nextEvent('presence.update', 'somebody is not told')).toMatchObject({
        participantId: one.id,
        role: 'host',
        by: hanna.id,
        present: 3,
      })
    await evictDurableObject(roomObject(roomId))
    expect((await lock(one, roomId)).status).toBe(200)
    expect((await patch(one, roomId, two, { role: 'host' })).status).toBe(200)
    expect(await readRoles(two, roomId)).toEqual({ Hanna: 'host', 'Guest 1': 'host', 'Guest 2': 'host' })
    // Where they sit stays as it is, so that their token and their socket are good.
    one.connection.sendMessage('still-here')
    await two.connection.nextEvent(
      'chat.message',
      'a new host can no longer speak',
      (m) => m.id === 'still-here',
    )
  })

  test('takes the role back, also their own, unless they are the last', async () => {
    const { roomId, hanna, others } = await openRoom(1)
    const [guest] = others
    expect(refusalOf(await patch(hanna, roomId, hanna, { role: 'participant' }))).toEqual([409, 'last-host'])
    await patch(hanna, roomId, guest, { role: 'host' })
    expect((await patch(hanna, roomId, hanna, { role: 'participant' })).body.role).toBe('participant')
    expect(refusalOf(await lock(hanna, roomId))).toEqual([403, 'not-allowed'])
    expect(refusalOf(await patch(guest, roomId, guest, { role: 'participant' }))).toEqual([409, 'last-host'])
    expect(await readRoles(guest, roomId)).toEqual({ Hanna: 'participant', 'Guest 1': 'host' })
  })

  test('is not found where there is nobody, and nobody but hosts may try', async () => {
    const { roomId, hanna, others } = await openRoom(1)
    const [guest] = others
    const nobody = { id: 'x'.repeat(21) }
    expect(refusalOf(await patch(hanna, roomId, nobody, { role: 'host' }))).toEqual([
      404,
      'participant-not-found',
    ])
    expect(refusalOf(await patch(guest, roomId, nobody, { role: 'host' }))).toEqual([403, 'not-allowed'])
    expect(refusalOf(await patch(guest, roomId, guest, { role: 'host' }))).toEqual([403, 'not-allowed'])
    expect(refusalOf(await patch({ person: new Person() }, roomId, guest, { role: 'host' }))[0]).toBe(401)
    expect(refusalOf(await patch(hanna, roomId, guest, {}))).toEqual([400, 'invalid-request'])
    expect(refusalOf(await patch(hanna, roomId, guest, { role: 'facilitator' }))[0]).toBe(400)
  })

  test('changes what others may do as often as settings, and no more', async () => {
    const { roomId, hanna, others } = await openRoom(1)
    const [guest] = others
    stopTime()
    const tries = Array.from({ length: PATCH_RATE.burst + 5 }, () =>
      patch(hanna, roomId, guest, { role: 'host' }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses).toContain(429)
  })
})

test.for(['is made host', 'is named', 'is the heir', 'claims the role'])(
  'who %s is told of everybody who waits at the door',
  async (how) => {
    const { roomId, hanna, others } = await openRoom(1)
    const [guest] = others
    expect((await hanna.person.callRoom(roomId, 'PATCH', '', { door: 'knock' })).status).toBe(200)
    const knocker = new Person()
    const { participantId } = await knocker.joinRoom(roomId, { alias: 'Knocker' })
    await (await knocker.openConnection(roomId)).nextEvent('door.waiting', 'who waits is not told so')
    if (how === 'is made host') await patch(hanna, roomId, guest, { role: 'host' })
    if (how === 'is named') await leave(hanna, roomId, guest.id)
    if (how === 'is the heir') await leave(hanna, roomId)
    if (how === 'claims the role') {
      await hanna.connection.disconnect()
      letTimePass(HOST_ABSENT_MS)
      expect((await claim(guest, roomId)).status).toBe(200)
    }
    expect(await guest.connection.nextEvent('door.knock', 'a new host sees nobody at the door')).toEqual({
      participantId,
      alias: 'Knocker',
    })
    await guest.connection.waitUntilSettled()
    expect(guest.connection.receivedData('door.knock')).toHaveLength(1)
  },
)

describe('the host token', () => {
  test('is void once who took a seat with it was made a participant, also in a new seat', async () => {
    const { roomId, hanna, others } = await openRoom(1)
    const [guest] = others
    await patch(hanna, roomId, guest, { role: 'host' })
    expect((await patch(guest, roomId, hanna, { role: 'participant' })).status).toBe(200)
    await evictDurableObject(roomObject(roomId))
    const hostToken = hanna.person.readToken('x-host-token', roomId)
    const withToken = { cookie: `x-host-token=${hostToken}` }
    const path = `/api/rooms/${roomId}`
    expect((await new Person().callApi('PATCH', path, { locked: true }, withToken)).status).toBe(401)
    expect((await leave(hanna, roomId)).status).toBe(204)
    const back = await new Person().callApi('POST', `${path}/join`, { alias: 'Back' }, withToken)
    expect([back.status, back.body.role]).toEqual([200, 'participant'])
  })

  test('stays good where another host was made a participant', async () => {
    const { roomId, hanna, others } = await openRoom(1)
    const [guest] = others
    await patch(hanna, roomId, guest, { role: 'host' })
    await patch(hanna, roomId, guest, { role: 'participant' })
    expect((await leave(hanna, roomId)).status).toBe(204)
    expect((await hanna.person.joinRoom(roomId, { alias: 'Hanna' })).role).toBe('host')
  })
})

describe('a host who leaves', () => {
  test('names who becomes host', async () => {
    const { roomId, hanna, others } = await openRoom(3)
    const [one, two] = others as [Attendee, Attendee, Attendee]
    expect(refusalOf(await leave(hanna, roomId, 'nobody'))).toEqual([404, 'participant-not-found'])
    expect(refusalOf(await leave(hanna, roomId, hanna.id))).toEqual([404, 'participant-not-found'])
    expect(refusalOf(await leave(one, roomId, two.id))).toEqual([403, 'not-allowed'])
    expect((await leave(hanna, roomId, two.id)).status).toBe(204)
    expect(await one.connection.nextEvent('presence.update', 'nobody is told')).toMatchObject({
      participantId: two.id,
      role: 'host',
      by: hanna.id,
    })
    expect(await readRoles(one, roomId)).toEqual({
      'Guest 1': 'participant',
      'Guest 2': 'host',
      'Guest 3': 'participant',
    })
  })

  test('is followed by whoever of those connected has sat longest', async () => {
    const { roomId, hanna, others } = await openRoom(3)
    const [one, two, three] = others as [Attendee, Attendee, Attendee]
    await one.connection.disconnect()
    await waitForLeaves(hanna.connection)
    await three.connection.nextEvent('presence.leave', 'the room does not know that the first is gone')
    await evictDurableObject(roomObject(roomId))
    expect((await leave(hanna, roomId)).status).toBe(204)
    const update = await three.connection.nextEvent('presence.update', 'nobody is told who is host')
    expect(update).toMatchObject({ participantId: two.id, role: 'host' })
    expect(update.by).toBe(undefined)
    expect((await lock(two, roomId)).status).toBe(200)
  })

  test('is followed by nobody while another host is here', async () => {
    const { roomId, hanna, others } = await openRoom(2)
    const [one, two] = others as [Attendee, Attendee]
    await patch(hanna, roomId, two, { role: 'host' })
    await leave(hanna, roomId)
    expect(await readRoles(one, roomId)).toEqual({ 'Guest 1': 'participant', 'Guest 2': 'host' })
  })

  test('leaves the role to be claimed where nobody is connected', async () => {
    const host = new Person()
    const guest = new Person()
    const roomId = await host.createRoom({ capacity: 5 })
    await host.joinRoom(roomId, { alias: 'Hanna' })
    await guest.joinRoom(roomId, { alias: 'Guest' })
    expect((await leave({ person: host }, roomId)).status).toBe(204)
    expect(await readRoles({ person: guest }, roomId)).toEqual({ Guest: 'participant' })
    expect((await claim({ person: guest }, roomId)).body).toMatchObject({ alias: 'Guest', role: 'host' })
  })
})

describe('a claim', () => {
  test('is refused while a host is here, and until two minutes after', async () => {
    const { roomId, hanna, others } = await openRoom(1)
    const [guest] = others
    expect(refusalOf(await claim(guest, roomId))).toEqual([409, 'host-present'])
    await hanna.connection.disconnect()
    await waitForLeaves(guest.connection)
    letTimePass(HOST_ABSENT_MS - 30_000)
    expect(refusalOf(await claim(guest, roomId))).toEqual([409, 'host-present'])
    letTimePass(30_000)
    expect((await claim(guest, roomId)).body).toMatchObject({ participantId: guest.id, role: 'host' })
    expect(await guest.connection.nextEvent('presence.update', 'nobody is told')).toMatchObject({
      participantId: guest.id,
      role: 'host',
    })
    expect((await claim(guest, roomId)).status).toBe(200)
    // Who comes back is host still.
    expect((await lock(hanna, roomId)).status).toBe(200)
  })

  test.for([{ capacity: 9 }, { capacity: null }])(
    'counts since when the host is away, also after sleeps, with %j',
    async (options) => {
      const { roomId, hanna, others } = await openRoom(1, options)
      const [guest] = others
      // Only who has used their seat is forgotten in a room without a limit.
      hanna.connection.sendMessage('hello')
      await hanna.connection.nextEvent('chat.message', 'a message does not arrive')
      await hanna.connection.disconnect()
      await waitForLeaves(guest.connection)
      await guest.connection.nextEvent('presence.leave', 'the host does not leave')
      await letAwayTimePass(roomId, HOST_ABSENT_MS / 2)
      expect(refusalOf(await claim(guest, roomId))).toEqual([409, 'host-present'])
      await evictDurableObject(roomObject(roomId))
      letTimePass(HOST_ABSENT_MS / 2)
      expect((await claim(guest, roomId)).status).toBe(200)
    },
  )

  test('is won by one of two who claim at once', async () => {
    const host = new Person()
    const guests = [new Person(), new Person(), new Person()]
    const roomId = await host.createRoom({ capacity: 9 })
    for (const guest of guests) await guest.joinRoom(roomId)
    letTimePass(HOST_ABSENT_MS)
    const answers = await Promise.all(guests.map((person) => claim({ person }, roomId)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(Object.values(await readRoles({ person: guests[0] as Person }, roomId)).sort()).toEqual([
      'host',
      'participant',
      'participant',
    ])
  })
})

describe('a facilitator’s room', () => {
  async function openFacilitatorsRoom() {
    const facilitator = await Facilitator.signUp()
    const { roomId } = await facilitator.scheduleRoom()
    const { participantId } = await facilitator.joinRoom(roomId, { alias: 'Faye' })
    const guest = await attend(new Person(), roomId, 'Guest')
    const other = await attend(new Person(), roomId, 'Other')
    return { roomId, guest, other, facilitator: { person: facilitator, id: participantId } }
  }

  test('has hosts whom the facilitator makes and unmakes, also the last', async () => {
    const { roomId, facilitator, guest, other } = await openFacilitatorsRoom()
    expect((await patch(facilitator, roomId, guest, { role: 'host' })).status).toBe(200)
    expect((await lock(guest, roomId)).status).toBe(200)
    expect((await patch(guest, roomId, other, { role: 'host' })).status).toBe(200)
    expect((await patch(facilitator, roomId, other, { role: 'participant' })).status).toBe(200)
    expect((await patch(facilitator, roomId, guest, { role: 'participant' })).status).toBe(200)
    expect(refusalOf(await lock(guest, roomId))).toEqual([403, 'not-allowed'])
  })

  test('keeps the facilitator’s role as it is, with a session and without', async () => {
    const { roomId, facilitator, guest } = await openFacilitatorsRoom()
    await patch(facilitator, roomId, guest, { role: 'host' })
    const roles = ['host', 'participant']
    for (const role of roles)
      expect(refusalOf(await patch(guest, roomId, facilitator, { role }))).toEqual([403, 'not-allowed'])
    expect((await facilitator.person.callApi('DELETE', '/api/session')).status).toBe(204)
    expect((await readRoles(guest, roomId)).Faye).toBe('participant')
    for (const role of roles)
      expect(refusalOf(await patch(guest, roomId, facilitator, { role }))).toEqual([403, 'not-allowed'])
  })

  test('is governed by the facilitator: nobody claims it, or becomes host because one leaves', async () => {
    const { roomId, facilitator, guest, other } = await openFacilitatorsRoom()
    expect(refusalOf(await claim(other, roomId))).toEqual([403, 'not-allowed'])
    await patch(facilitator, roomId, guest, { role: 'host' })
    expect((await leave(guest, roomId)).status).toBe(204)
    expect(await readRoles(other, roomId)).toEqual({ Faye: 'facilitator', Other: 'participant' })
  })
})
