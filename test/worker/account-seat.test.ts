import { describe, expect, test } from 'vitest'
import { DAY, Facilitator, PASSWORD } from './facilitator.ts'
import { no, Person } from './person.ts'

describe('the facilitator in its own room', () => {
  test('needs no password, takes no seat, and is called facilitator', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.schedule({ capacity: 2, password: 'open sesame', admission: 'A'.repeat(43) })
    const joined = await ann.join(roomId, { alias: 'Ann' })
    expect(joined).toMatchObject({ alias: 'Ann', role: 'facilitator', room: { seats: 0, capacity: 2 } })
    expect(ann.secret('x-auth-token', roomId)).toContain(joined.participantId)
    expect(await ann.join(roomId)).toMatchObject({ participantId: joined.participantId, role: 'facilitator' })
    const line = await ann.connect(roomId)
    expect((await line.next('room.welcome', 'no welcome')).role).toBe('facilitator')
    expect((await ann.inRoom(roomId, 'GET')).body).toMatchObject({ present: 1, seats: 0 })
  })

  test('comes into a full and locked room, and no one is sent out for it', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.schedule({ capacity: 2 })
    const [ben, cleo] = [new Person(), new Person()]
    await ben.join(roomId)
    await cleo.join(roomId)
    expect(no(await new Person().knock(roomId))).toEqual([409, 'room-full'])
    await ann.inRoom(roomId, 'PATCH', '', { locked: true })
    expect((await ann.request('GET', `/room/${roomId}`)).status).toBe(200)
    expect((await ann.join(roomId)).role).toBe('facilitator')
    expect((await ann.inRoom(roomId, 'GET')).body.seats).toBe(2)
    for (const person of [ben, cleo])
      expect((await person.post(roomId, { text: 'still here' })).status).toBe(201)
    await ann.inRoom(roomId, 'POST', '/leave')
    expect((await ann.inRoom(roomId, 'GET')).body.seats).toBe(2)
  })

  test('has its power with the session only, so that another password ends that of other devices', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.schedule()
    const phone = new Person()
    await ann.signIn(PASSWORD, phone)
    await ann.join(roomId)
    await phone.join(roomId)
    const lock = (person: Person) => person.inRoom(roomId, 'PATCH', '', { locked: true })
    expect((await lock(phone)).status).toBe(200)
    const change = { password: PASSWORD, newPassword: 'another horse battery' }
    expect((await ann.call('PATCH', '/api/account', change)).status).toBe(200)
    expect(no(await lock(phone))).toEqual([401, 'not-a-participant'])
    expect(no(await phone.inRoom(roomId, 'DELETE'))).toEqual([401, 'not-a-participant'])
    expect(no(await phone.post(roomId, { text: 'still here' }))).toEqual([401, 'not-a-participant'])
    expect((await lock(ann)).status).toBe(200)
  })

  test('alone says when the room closes, also where anyone may destroy it', async () => {
    const ann = await Facilitator.signUp()
    const { roomId, closesAt } = await ann.schedule({ destroyBy: 'anyone' })
    const guest = new Person()
    await guest.join(roomId)
    const later = { closesAt: closesAt + DAY }
    expect(no(await guest.inRoom(roomId, 'PATCH', '', later))).toEqual([403, 'not-allowed'])
    expect((await ann.inRoom(roomId, 'PATCH', '', later)).body.expiresAt).toBe(later.closesAt)
  })

  test('has one seat on all its devices', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.schedule()
    const first = await ann.join(roomId, { alias: 'Ann' })
    const phone = new Person()
    await ann.signIn(PASSWORD, phone)
    const second = await phone.join(roomId, { alias: 'Ann' })
    expect(second.participantId).toBe(first.participantId)
    for (const person of [ann, phone]) expect((await person.post(roomId, { text: 'here' })).status).toBe(201)
  })

  test('takes the place of the guest it was before it signed in', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.schedule()
    const phone = new Person()
    expect((await phone.join(roomId)).role).toBe('participant')
    await ann.signIn(PASSWORD, phone)
    expect((await phone.join(roomId)).role).toBe('facilitator')
  })

  test('is told where somebody has its name', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.schedule()
    await new Person().join(roomId, { alias: 'Ann' })
    expect(no(await ann.knock(roomId, { alias: 'ann' }))).toEqual([409, 'alias-taken'])
  })

  test('removes somebody who may not come back, locks, gives more time and ends, without a seat, too', async () => {
    const ann = await Facilitator.signUp()
    const { roomId, closesAt } = await ann.schedule()
    const guest = new Person()
    const line = await guest.enter(roomId)
    expect((await ann.inRoom(roomId, 'DELETE', `/participants/${line.id}`)).status).toBe(204)
    expect((await line.ending('the guest is still in')).code).toBe(4403)
    expect(no(await guest.knock(roomId))).toEqual([403, 'removed'])
    expect((await ann.inRoom(roomId, 'PATCH', '', { locked: true })).body.locked).toBe(true)
    expect(no(await new Person().knock(roomId))).toEqual([403, 'room-locked'])
    const later = closesAt + 2 * DAY
    expect((await ann.inRoom(roomId, 'PATCH', '', { closesAt: later })).body).toMatchObject({
      closesAt: later,
      expiresAt: later,
    })
    expect(await ann.rooms()).toMatchObject([{ closesAt: later, locked: true }])
    const goneAt = await ann.inside(
      ({ sql }) => sql.exec<{ at: number }>('SELECT gone_at AS at FROM rooms').one().at,
    )
    expect(goneAt).toBe(later + 604_800_000)
    expect((await ann.inRoom(roomId, 'PATCH', '', { closesAt: Date.now() - 1 })).status).toBe(400)
    expect((await ann.inRoom(roomId, 'DELETE')).body).toEqual({ destroyed: true })
    expect(await ann.rooms()).toEqual([])
  })

  test('is nobody in the room of another, and after signing out', async () => {
    const [ann, ben] = [await Facilitator.signUp(), await Facilitator.signUp()]
    const { roomId } = await ann.schedule({ password: 'open sesame' })
    const stale = { cookie: ann.session }
    await ann.call('DELETE', '/api/session')
    for (const send of [
      (method: string, path: string, body?: unknown) => ben.inRoom(roomId, method, path, body),
      (method: string, path: string, body?: unknown) =>
        new Person().call(method, `/api/rooms/${roomId}${path}`, body, stale),
    ]) {
      expect(no(await send('POST', '/join', {}))).toEqual([401, 'password-required'])
      expect(no(await send('PATCH', '', { locked: true }))).toEqual([401, 'not-a-participant'])
      expect(no(await send('DELETE', ''))).toEqual([401, 'not-a-participant'])
      expect(no(await send('GET', '/messages'))).toEqual([401, 'not-a-participant'])
    }
  })

  test('is no facilitator in a room of strangers', async () => {
    const ann = await Facilitator.signUp()
    const roomId = await new Person().create()
    expect((await ann.join(roomId)).role).toBe('participant')
    expect((await ann.inRoom(roomId, 'GET')).body).toMatchObject({ seats: 1 })
  })
})

describe('another alias', () => {
  test('is unique, and everyone sees it at once', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.schedule()
    const [ben, cleo] = [new Person(), new Person()]
    const line = await ben.enter(roomId, { alias: 'Ben' })
    const { id } = await cleo.enter(roomId, { alias: 'Cleo' })
    const rename = (alias: unknown) => cleo.inRoom(roomId, 'PATCH', '/participants/me', { alias })
    const reply = await rename('  Cleopatra ')
    expect([reply.status, reply.body]).toEqual([
      200,
      { participantId: id, alias: 'Cleopatra', role: 'participant' },
    ])
    expect(await line.next('presence.update', 'nobody is told')).toMatchObject({
      participantId: id,
      alias: 'Cleopatra',
    })
    expect(no(await rename('BEN'))).toEqual([409, 'alias-taken'])
    expect(no(await rename(''))).toEqual([400, 'invalid-request'])
    expect((await rename('cleopatra')).status).toBe(200)
    expect((await new Person().knock(roomId, { alias: 'Cleo' })).status).toBe(200)
    expect((await cleo.post(roomId, { text: 'hello' })).body.sender).toBe('cleopatra')
    expect(no(await new Person().inRoom(roomId, 'PATCH', '/participants/me', { alias: 'X' }))).toEqual([
      401,
      'not-a-participant',
    ])
  })

  test('is asked to wait by one who flickers', async () => {
    const roomId = await new Person().create()
    const ben = new Person()
    await ben.join(roomId)
    const answers = []
    for (let index = 0; index < 12; index += 1) {
      answers.push((await ben.inRoom(roomId, 'PATCH', '/participants/me', { alias: `Ben ${index}` })).status)
    }
    expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 200))
    expect(answers).toContain(429)
  })

  test('answers 405 to other methods', async () => {
    const roomId = await new Person().create()
    const reply = await new Person().inRoom(roomId, 'GET', '/participants/me')
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'DELETE, PATCH'])
  })
})
