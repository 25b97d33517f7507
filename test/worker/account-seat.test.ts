import { describe, expect, test } from 'vitest'
import { refusalOf } from '../support/api-client.ts'
import { DAY, Facilitator, PASSWORD } from './facilitator.ts'
import { stopTime } from './pass-time.ts'
import { Person } from './person.ts'

describe('the facilitator in its own room', () => {
  test('needs no password, takes no seat, and is called facilitator', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({
      capacity: 2,
      password: 'open sesame',
      admission: 'A'.repeat(43),
    })
    const joined = await ann.joinRoom(roomId, { alias: 'Ann' })
    expect(joined).toMatchObject({ alias: 'Ann', role: 'facilitator', room: { seats: 0, capacity: 2 } })
    expect(ann.readToken('x-auth-token', roomId)).toContain(joined.participantId)
    expect(await ann.joinRoom(roomId)).toMatchObject({
      participantId: joined.participantId,
      role: 'facilitator',
    })
    const connection = await ann.openConnection(roomId)
    expect((await connection.nextEvent('room.welcome', 'no welcome')).role).toBe('facilitator')
    expect((await ann.callRoom(roomId, 'GET')).body).toMatchObject({ present: 1, seats: 0 })
  })

  test('comes into a full and locked room, and no one is sent out for it', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ capacity: 2 })
    const [ben, cleo] = [new Person(), new Person()]
    await ben.joinRoom(roomId)
    await cleo.joinRoom(roomId)
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
    await ann.callRoom(roomId, 'PATCH', '', { locked: true })
    expect((await ann.fetchResponse('GET', `/room/${roomId}`)).status).toBe(200)
    expect((await ann.joinRoom(roomId)).role).toBe('facilitator')
    expect((await ann.callRoom(roomId, 'GET')).body.seats).toBe(2)
    for (const person of [ben, cleo])
      expect((await person.postMessage(roomId, { text: 'still here' })).status).toBe(201)
    await ann.callRoom(roomId, 'POST', '/leave')
    expect((await ann.callRoom(roomId, 'GET')).body.seats).toBe(2)
  })

  test('has its power with the session only, so that another password ends that of other devices', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    const phone = new Person()
    await ann.signIn(PASSWORD, phone)
    await ann.joinRoom(roomId)
    await phone.joinRoom(roomId)
    const lock = (person: Person) => person.callRoom(roomId, 'PATCH', '', { locked: true })
    expect((await lock(phone)).status).toBe(200)
    const change = { password: PASSWORD, newPassword: 'another horse battery' }
    expect((await ann.callApi('PATCH', '/api/account', change)).status).toBe(200)
    expect(refusalOf(await lock(phone))).toEqual([401, 'not-a-participant'])
    expect(refusalOf(await phone.callRoom(roomId, 'DELETE'))).toEqual([401, 'not-a-participant'])
    expect(refusalOf(await phone.postMessage(roomId, { text: 'still here' }))).toEqual([
      401,
      'not-a-participant',
    ])
    expect((await lock(ann)).status).toBe(200)
  })

  test('alone decides when the room closes, also where anyone may destroy it', async () => {
    const ann = await Facilitator.signUp()
    const { roomId, closesAt } = await ann.scheduleRoom({ destroyBy: 'anyone' })
    const participant = new Person()
    await participant.joinRoom(roomId)
    const later = { closesAt: closesAt + DAY }
    expect(refusalOf(await participant.callRoom(roomId, 'PATCH', '', later))).toEqual([403, 'not-allowed'])
    expect((await ann.callRoom(roomId, 'PATCH', '', later)).body.expiresAt).toBe(later.closesAt)
  })

  test('has one seat on all its devices', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    const first = await ann.joinRoom(roomId, { alias: 'Ann' })
    const phone = new Person()
    await ann.signIn(PASSWORD, phone)
    const second = await phone.joinRoom(roomId, { alias: 'Ann' })
    expect(second.participantId).toBe(first.participantId)
    for (const person of [ann, phone])
      expect((await person.postMessage(roomId, { text: 'here' })).status).toBe(201)
  })

  test('takes the place of the participant it was before it signed in', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    const phone = new Person()
    expect((await phone.joinRoom(roomId)).role).toBe('participant')
    await ann.signIn(PASSWORD, phone)
    expect((await phone.joinRoom(roomId)).role).toBe('facilitator')
  })

  test('is refused where somebody has its name', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    await new Person().joinRoom(roomId, { alias: 'Ann' })
    expect(refusalOf(await ann.requestJoin(roomId, { alias: 'ann' }))).toEqual([409, 'alias-taken'])
  })

  test('removes somebody who may not come back, locks, gives more time and ends, without a seat, too', async () => {
    const ann = await Facilitator.signUp()
    const { roomId, closesAt } = await ann.scheduleRoom()
    const participant = new Person()
    const connection = await participant.joinAndConnect(roomId)
    expect((await ann.callRoom(roomId, 'DELETE', `/participants/${connection.id}`)).status).toBe(204)
    expect((await connection.waitForClose('the participant is still in')).code).toBe(4403)
    expect(refusalOf(await participant.requestJoin(roomId))).toEqual([403, 'removed'])
    expect((await ann.callRoom(roomId, 'PATCH', '', { locked: true })).body.locked).toBe(true)
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([403, 'room-locked'])
    const later = closesAt + 2 * DAY
    expect((await ann.callRoom(roomId, 'PATCH', '', { closesAt: later })).body).toMatchObject({
      closesAt: later,
      expiresAt: later,
    })
    expect(await ann.listRooms()).toMatchObject([{ closesAt: later, locked: true }])
    const goneAt = await ann.runInAccount(
      ({ sql }) => sql.exec<{ at: number }>('SELECT gone_at AS at FROM rooms').one().at,
    )
    expect(goneAt).toBe(later + 604_800_000)
    expect((await ann.callRoom(roomId, 'PATCH', '', { closesAt: Date.now() - 1 })).status).toBe(400)
    expect((await ann.callRoom(roomId, 'DELETE')).body).toEqual({ destroyed: true })
    expect(await ann.listRooms()).toEqual([])
  })

  test('is nobody in the room of another, and after signing out', async () => {
    const [ann, ben] = [await Facilitator.signUp(), await Facilitator.signUp()]
    const { roomId } = await ann.scheduleRoom({ password: 'open sesame' })
    const stale = { cookie: ann.sessionCookie }
    await ann.callApi('DELETE', '/api/session')
    for (const send of [
      (method: string, path: string, body?: unknown) => ben.callRoom(roomId, method, path, body),
      (method: string, path: string, body?: unknown) =>
        new Person().callApi(method, `/api/rooms/${roomId}${path}`, body, stale),
    ]) {
      expect(refusalOf(await send('POST', '/join', {}))).toEqual([401, 'password-required'])
      expect(refusalOf(await send('PATCH', '', { locked: true }))).toEqual([401, 'not-a-participant'])
      expect(refusalOf(await send('DELETE', ''))).toEqual([401, 'not-a-participant'])
      expect(refusalOf(await send('GET', '/messages'))).toEqual([401, 'not-a-participant'])
    }
  })

  test('is no facilitator in a room of strangers', async () => {
    const ann = await Facilitator.signUp()
    const roomId = await new Person().createRoom()
    expect((await ann.joinRoom(roomId)).role).toBe('participant')
    expect((await ann.callRoom(roomId, 'GET')).body).toMatchObject({ seats: 1 })
  })
})

describe('somebody who takes a seat only where nothing is kept', () => {
  const SEALED = { encryption: 'e2ee', admission: 'A'.repeat(43) }
  test.each([
    { what: 'without encryption', plan: {}, kept: true },
    { what: 'without encryption, deleted at its end', plan: { retainFor: 0 }, kept: true },
    { what: 'encrypted', plan: SEALED, kept: true },
    { what: 'encrypted, deleted at its end', plan: { ...SEALED, retainFor: 0 }, kept: false },
  ])('is refused in a room of a facilitator $what: $kept', async ({ plan, kept }) => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom(plan)
    // Its facilitator enters without the secret of the link, and is told like anybody.
    const refused = await ann.requestJoin(roomId, { ifUnkept: true })
    expect(refusalOf(refused)).toEqual(kept ? [409, 'transcript-kept'] : [200, undefined])
    await ann.joinRoom(roomId)
    // Who has a seat was told.
    expect((await ann.requestJoin(roomId, { ifUnkept: true })).status).toBe(200)
  })

  test('comes into a room of strangers', async () => {
    const roomId = await new Person().createRoom()
    expect((await new Person().requestJoin(roomId, { ifUnkept: true })).status).toBe(200)
  })
})

describe('another alias', () => {
  test('is unique, and everyone sees it at once', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    const [ben, cleo] = [new Person(), new Person()]
    const connection = await ben.joinAndConnect(roomId, { alias: 'Ben' })
    const { id } = await cleo.joinAndConnect(roomId, { alias: 'Cleo' })
    const rename = (alias: unknown) => cleo.callRoom(roomId, 'PATCH', '/participants/me', { alias })
    const reply = await rename('  Cleopatra ')
    expect([reply.status, reply.body]).toEqual([
      200,
      { participantId: id, alias: 'Cleopatra', role: 'participant' },
    ])
    expect(await connection.nextEvent('presence.update', 'nobody is notified')).toMatchObject({
      participantId: id,
      alias: 'Cleopatra',
    })
    expect(refusalOf(await rename('BEN'))).toEqual([409, 'alias-taken'])
    expect(refusalOf(await rename(''))).toEqual([400, 'invalid-request'])
    expect((await rename('cleopatra')).status).toBe(200)
    expect((await new Person().requestJoin(roomId, { alias: 'Cleo' })).status).toBe(200)
    expect((await cleo.postMessage(roomId, { text: 'hello' })).body.sender).toBe('cleopatra')
    expect(
      refusalOf(await new Person().callRoom(roomId, 'PATCH', '/participants/me', { alias: 'X' })),
    ).toEqual([401, 'not-a-participant'])
  })

  test('is asked to wait by one who flickers', async () => {
    const roomId = await new Person().createRoom()
    const ben = new Person()
    await ben.joinRoom(roomId)
    const answers = []
    stopTime()
    for (let index = 0; index < 12; index += 1) {
      answers.push(
        (await ben.callRoom(roomId, 'PATCH', '/participants/me', { alias: `Ben ${index}` })).status,
      )
    }
    expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 200))
    expect(answers).toContain(429)
  })

  test('answers 405 to other methods', async () => {
    const roomId = await new Person().createRoom()
    const reply = await new Person().callRoom(roomId, 'GET', '/participants/me')
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'DELETE, PATCH'])
  })
})
