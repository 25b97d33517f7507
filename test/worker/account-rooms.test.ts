import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { OwnRoom } from '../../protocol/schedule.ts'
import { refusalOf } from '../support/api-client.ts'
import { DAY, Facilitator, HOUR, SECOND, shiftRoomTimes } from './facilitator.ts'
import { listTables, Person, readAlarm, roomObject } from './person.ts'

describe('a scheduled room', () => {
  test('is made with the settings that a facilitator names, and with the defaults of the contract', async () => {
    const ann = await Facilitator.signUp()
    const opensAt = Date.now() + HOUR
    const closesAt = opensAt + HOUR
    const reply = await ann.requestSchedule({ title: '  Weekly   circle ', opensAt, closesAt })
    expect(reply.status).toBe(201)
    const room = JSON.parse(reply.text)
    expect(reply.headers.get('location')).toBe(`/room/${room.roomId}`)
    expect(reply.headers.get('set-cookie')).toBe(null)
    expect(room).toMatchObject({
      roomId: expect.stringMatching(/^[\w-]{21}$/),
      state: 'scheduled',
      title: 'Weekly circle',
      opensAt,
      closesAt,
      expiresAt: closesAt,
      retainFor: 604_800,
      capacity: null,
      destroyBy: 'host',
      encryption: 'none',
      expiry: 'fixed',
      lifetime: 3_600,
      passwordRequired: false,
      messages: 0,
      present: 0,
      seats: 0,
    })
    expect(JSON.stringify(room)).not.toContain(ann.account.accountId)
    const { messages: _, ...seen } = room
    const participant = (await new Person().callRoom(room.roomId, 'GET')).body
    expect({ ...participant, serverTime: 0 }).toEqual({ ...seen, serverTime: 0 })
    expect(await ann.listRooms()).toMatchObject([{ ...seen, messages: 0, serverTime: expect.any(Number) }])
  })

  test('is sent alone with the hash of its invite link’s secret, which is in no list, no transcript and no participant’s room', async () => {
    const ann = await Facilitator.signUp()
    const admission = 'A'.repeat(43)
    const { roomId, title } = await ann.scheduleRoom({ encryption: 'e2ee', admission })
    const own = await ann.callApi('GET', `/api/account/rooms/${roomId}`)
    expect(own.status).toBe(200)
    expect(OwnRoom.parse(JSON.parse(own.text))).toMatchObject({ roomId, title, admission, messages: 0 })
    const others = [
      await ann.callApi('GET', '/api/account/rooms'),
      await ann.downloadTranscript(roomId),
      await ann.callRoom(roomId, 'GET'),
    ]
    for (const { text } of others) expect(text).not.toContain(admission)
    const plain = await ann.callApi('GET', `/api/account/rooms/${(await ann.scheduleRoom()).roomId}`)
    expect(OwnRoom.parse(JSON.parse(plain.text)).admission).toBe(null)
  })

  test('takes the options of any room', async () => {
    const ann = await Facilitator.signUp()
    const room = await ann.scheduleRoom({
      capacity: 3,
      password: 'open sesame',
      encryption: 'e2ee',
      admission: 'A'.repeat(43),
      destroyBy: 'anyone',
      retainFor: 0,
    })
    expect(room).toMatchObject({
      capacity: 3,
      passwordRequired: true,
      admissionRequired: true,
      encryption: 'e2ee',
      destroyBy: 'anyone',
      retainFor: 0,
    })
  })

  interface Case {
    what: string
    plan: () => Record<string, unknown>
    path: string
  }
  const WRONG: Case[] = [
    { what: 'no title', plan: () => ({ title: undefined }), path: 'title' },
    { what: 'an empty title', plan: () => ({ title: ' ' }), path: 'title' },
    { what: '121 characters', plan: () => ({ title: 'x'.repeat(121) }), path: 'title' },
    { what: 'no end', plan: () => ({ closesAt: undefined }), path: 'closesAt' },
    { what: 'an end that is past', plan: () => ({ closesAt: Date.now() - 1 }), path: 'closesAt' },
    { what: 'an end in two years', plan: () => ({ closesAt: Date.now() + 730 * DAY }), path: 'closesAt' },
    { what: 'an end before it opens', plan: () => ({ opensAt: Date.now() + 2 * HOUR }), path: 'closesAt' },
    { what: 'thirty days and a second', plan: () => ({ retainFor: 2_592_001 }), path: 'retainFor' },
    { what: 'one seat', plan: () => ({ capacity: 1 }), path: 'capacity' },
    { what: 'a password of three', plan: () => ({ password: 'abc' }), path: 'password' },
  ]
  test.for(WRONG)('is refused with $what', async ({ plan, path }) => {
    const ann = await Facilitator.signUp()
    const reply = await ann.requestSchedule(plan())
    expect(refusalOf(reply)).toEqual([400, 'invalid-request'])
    expect(reply.body.error?.issues?.map((issue) => issue.path)).toEqual([path])
    expect(await ann.listRooms()).toEqual([])
  })

  test('has a title of its own, whatever its case, for its facilitator', async () => {
    const [ann, ben] = [await Facilitator.signUp(), await Facilitator.signUp()]
    const { roomId } = await ann.scheduleRoom({ title: 'Straße' })
    expect(refusalOf(await ann.requestSchedule({ title: 'STRAßE' }))).toEqual([409, 'title-taken'])
    const other = await ann.scheduleRoom({ title: 'Another' })
    const patch = (id: string, title: string) => ann.callApi('PATCH', `/api/account/rooms/${id}`, { title })
    expect(refusalOf(await patch(other.roomId, 'straße'))).toEqual([409, 'title-taken'])
    expect((await patch(roomId, 'STRAßE')).status).toBe(200)
    expect((await ben.requestSchedule({ title: 'Straße' })).status).toBe(201)
    await ann.callApi('DELETE', `/api/account/rooms/${roomId}`)
    expect((await patch(other.roomId, 'straße')).status).toBe(200)
    expect((await ann.requestSchedule({ title: 'Another' })).status).toBe(201)
  })

  test('gives its title back when it is gone by itself', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ title: 'Once' })
    expect((await ann.callRoom(roomId, 'DELETE')).status).toBe(200)
    expect((await ann.requestSchedule({ title: 'once' })).status).toBe(201)
  })

  test('is listed newest first, with live counts, until it is gone', async () => {
    const ann = await Facilitator.signUp()
    const first = await ann.scheduleRoom({ title: 'first' })
    const second = await ann.scheduleRoom({ title: 'second' })
    const participant = new Person()
    await participant.joinAndConnect(first.roomId)
    await participant.postMessage(first.roomId, { text: 'hello' })
    expect(await ann.listRooms()).toMatchObject([
      { title: 'second', messages: 0, present: 0 },
      { title: 'first', messages: 1, present: 1, seats: 1, state: 'open' },
    ])
    await ann.callRoom(second.roomId, 'DELETE')
    expect(await ann.listRooms()).toMatchObject([{ title: 'first' }])
    expect(await ann.runInAccount(({ sql }) => sql.exec('SELECT room_id FROM rooms').toArray())).toHaveLength(
      1,
    )
  })

  test('is deleted with everything, for everyone at once', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    const connection = await new Person().joinAndConnect(roomId)
    expect((await ann.callApi('DELETE', `/api/account/rooms/${roomId}`)).status).toBe(204)
    expect(await connection.nextEvent('chat.destroy', 'the participant is not notified')).toMatchObject({
      reason: 'destroyed',
    })
    expect((await connection.waitForClose('the participant is still connected')).code).toBe(4410)
    expect(await listTables(roomId)).toEqual([])
    expect(await ann.listRooms()).toEqual([])
    expect(refusalOf(await ann.callApi('DELETE', `/api/account/rooms/${roomId}`))).toEqual([
      404,
      'room-not-found',
    ])
    expect(refusalOf(await ann.downloadTranscript(roomId))).toEqual([404, 'room-not-found'])
  })
})

describe('the life of a scheduled room', () => {
  test('before it opens: shown, and nobody in it', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({
      opensAt: Date.now() + HOUR,
      closesAt: Date.now() + 2 * HOUR,
      password: 'open sesame',
    })
    const participant = new Person()
    expect(refusalOf(await participant.requestJoin(roomId))).toEqual([403, 'room-not-open'])
    expect(refusalOf(await ann.requestJoin(roomId))).toEqual([403, 'room-not-open'])
    expect((await participant.fetchResponse('GET', `/room/${roomId}`)).status).toBe(200)
    expect((await participant.callRoom(roomId, 'GET')).body).toMatchObject({ state: 'scheduled', seats: 0 })
    expect(refusalOf(await participant.callRoom(roomId, 'GET', '/messages'))).toEqual([403, 'room-not-open'])
    expect(refusalOf(await participant.postMessage(roomId, { text: 'early' }))).toEqual([
      403,
      'room-not-open',
    ])
    await shiftRoomTimes(roomId, HOUR)
    expect((await participant.callRoom(roomId, 'GET')).body.state).toBe('open')
    expect(refusalOf(await participant.requestJoin(roomId))).toEqual([401, 'password-required'])
    expect((await participant.requestJoin(roomId, { password: 'open sesame' })).status).toBe(200)
  })

  test('at its end: everyone is sent the end and disconnected, and the messages stay for the facilitator', async () => {
    const ann = await Facilitator.signUp()
    const { roomId, closesAt } = await ann.scheduleRoom({ title: 'Circle' })
    expect(await readAlarm(roomId)).toBe(closesAt)
    const participant = new Person()
    const connection = await participant.joinAndConnect(roomId, { alias: 'Guest' })
    const own = await ann.joinAndConnect(roomId, { alias: 'Ann' })
    await participant.postMessage(roomId, { text: 'what was said' })
    await shiftRoomTimes(roomId, HOUR)
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    for (const each of [connection, own]) {
      expect(await each.nextEvent('chat.destroy', 'the end is not sent')).toEqual({
        isDestroyed: true,
        reason: 'ended',
      })
      expect((await each.waitForClose('it is over and somebody is connected')).code).toBe(4410)
    }
    const closed = (await participant.callRoom(roomId, 'GET')).body
    expect(closed).toMatchObject({ state: 'closed', title: 'Circle', present: 0 })
    expect(await readAlarm(roomId)).toBe((closed.closesAt ?? 0) + 604_800 * SECOND)

    const closedTo = async (person: Person) => {
      const upgrade = await person.requestUpgrade(roomId)
      return [
        refusalOf(await person.requestJoin(roomId)),
        refusalOf(await person.postMessage(roomId, { text: 'too late' })),
        refusalOf(await person.callRoom(roomId, 'GET', '/ttl')),
        refusalOf(await person.callRoom(roomId, 'POST', '/leave')),
        refusalOf(await person.callRoom(roomId, 'PATCH', '', { locked: true })),
        refusalOf(await person.callRoom(roomId, 'PATCH', '/participants/me', { alias: 'Late' })),
        [upgrade.status, (await upgrade.json<{ error: { code: string } }>()).error.code],
      ]
    }
    for (const person of [participant, new Person(), ann]) {
      expect(await closedTo(person)).toEqual(Array.from({ length: 7 }, () => [403, 'room-closed']))
      const page = await person.fetchResponse('GET', `/room/${roomId}`)
      expect([page.status, page.headers.get('location')]).toEqual([303, `/?error=room-closed&room=${roomId}`])
    }
    for (const person of [participant, new Person()]) {
      expect(refusalOf(await person.callRoom(roomId, 'GET', '/messages'))).toEqual([403, 'room-closed'])
      expect(refusalOf(await person.callRoom(roomId, 'DELETE'))).toEqual([403, 'room-closed'])
    }
    expect((await ann.callRoom(roomId, 'GET', '/messages')).body.messages).toMatchObject([
      { text: 'what was said' },
    ])
    expect(JSON.parse((await ann.downloadTranscript(roomId)).text).messages).toMatchObject([
      { text: 'what was said' },
    ])
    expect(await ann.listRooms()).toMatchObject([{ state: 'closed', messages: 1, present: 0 }])
  })

  test('is closed to who comes when its time is over, however late the alarm is', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    const participant = new Person()
    const connection = await participant.joinAndConnect(roomId)
    await shiftRoomTimes(roomId, HOUR)
    expect(refusalOf(await participant.postMessage(roomId, { text: 'too late' }))).toEqual([
      403,
      'room-closed',
    ])
    expect((await connection.nextEvent('chat.destroy', 'the entry did not close it')).reason).toBe('ended')
    const reply = await ann.downloadTranscript(roomId)
    expect(JSON.parse(reply.text).messages).toEqual([])
  })

  test('receives nothing more over a socket once it is over', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    const connection = await new Person().joinAndConnect(roomId)
    await shiftRoomTimes(roomId, HOUR)
    connection.sendMessage('late', 'too late')
    expect((await connection.waitForClose('it is over and the socket is open')).code).toBe(4410)
    expect(JSON.parse((await ann.downloadTranscript(roomId)).text).messages).toEqual([])
  })

  test('is gone with everything when it was kept for long enough', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ retainFor: 60 })
    const participant = new Person()
    await participant.joinRoom(roomId)
    await participant.postMessage(roomId, { text: 'what was said' })
    await shiftRoomTimes(roomId, HOUR + 60 * SECOND)
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    expect(await listTables(roomId)).toEqual([])
    expect(refusalOf(await participant.callRoom(roomId, 'GET'))).toEqual([404, 'room-not-found'])
    expect(refusalOf(await ann.downloadTranscript(roomId))).toEqual([404, 'room-not-found'])
    expect(await ann.listRooms()).toEqual([])
  })

  test('is gone at once where it is not to be kept', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ retainFor: 0 })
    const connection = await new Person().joinAndConnect(roomId)
    await shiftRoomTimes(roomId, HOUR)
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    expect((await connection.nextEvent('chat.destroy', 'the end is not sent')).reason).toBe('ended')
    expect(await listTables(roomId)).toEqual([])
  })
})

describe('changing a room', () => {
  test('reaches everyone in it at once', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ title: 'Before' })
    const connection = await new Person().joinAndConnect(roomId)
    const closesAt = Date.now() + 3 * HOUR
    const changed = await ann.changeRoom(roomId, {
      title: 'After',
      closesAt,
      password: 'open sesame',
      capacity: 5,
    })
    const expected = { title: 'After', closesAt, expiresAt: closesAt, passwordRequired: true, capacity: 5 }
    expect(changed).toMatchObject(expected)
    expect(await connection.nextEvent('room.update', 'nobody is notified')).toMatchObject(expected)
    expect(await readAlarm(roomId)).toBe(closesAt)
    await evictDurableObject(roomObject(roomId))
    expect(await ann.listRooms()).toMatchObject([expected])
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([401, 'password-required'])
    expect(refusalOf(await new Person().requestJoin(roomId, { password: 'wrong' }))).toEqual([
      403,
      'wrong-password',
    ])
    expect((await new Person().requestJoin(roomId, { password: 'open sesame' })).status).toBe(200)
    expect((await ann.changeRoom(roomId, { password: null })).passwordRequired).toBe(false)
    expect((await new Person().requestJoin(roomId)).status).toBe(200)
  })

  test('makes the old password a wrong one, although the room has seen that it was right', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ password: 'the old one' })
    const join = async (password: string) => refusalOf(await new Person().requestJoin(roomId, { password }))
    expect(await join('the old one')).toEqual([200, undefined])
    await ann.changeRoom(roomId, { password: 'another one' })
    expect(await join('the old one')).toEqual([403, 'wrong-password'])
    expect(await join('another one')).toEqual([200, undefined])
    expect(await join('the old one')).toEqual([403, 'wrong-password'])
  })

  test('opens it early, or later', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ opensAt: Date.now() + HOUR, closesAt: Date.now() + 2 * HOUR })
    const opensAt = Date.now() + 1.5 * HOUR
    expect(await ann.changeRoom(roomId, { opensAt })).toMatchObject({ state: 'scheduled', opensAt })
    expect(await ann.changeRoom(roomId, { opensAt: Date.now() })).toMatchObject({ state: 'open' })
    expect((await new Person().requestJoin(roomId)).status).toBe(200)
  })

  interface Case {
    what: string
    patch: () => Record<string, unknown>
    path: string
    at?: 'closed'
  }
  const WRONG: Case[] = [
    { what: 'nothing', patch: () => ({}), path: '' },
    { what: 'an end that is past', patch: () => ({ closesAt: Date.now() - 1 }), path: 'closesAt' },
    {
      what: 'an opening to come, when it is open',
      patch: () => ({ opensAt: Date.now() + 1_000 }),
      path: 'opensAt',
    },
    {
      what: 'another encryption, when it is open',
      patch: () => ({ encryption: 'e2ee' }),
      path: 'encryption',
    },
    { what: 'a title of 121', patch: () => ({ title: 'x'.repeat(121) }), path: 'title' },
    { what: 'a longer keeping, when it is open', patch: () => ({ retainFor: 604_801 }), path: 'retainFor' },
    {
      what: 'a longer keeping, when it has closed',
      patch: () => ({ retainFor: 604_801 }),
      path: 'retainFor',
      at: 'closed',
    },
    {
      what: 'more time, when it has closed',
      patch: () => ({ closesAt: Date.now() + HOUR }),
      path: 'closesAt',
      at: 'closed',
    },
  ]
  test.for(WRONG)('is refused with $what', async ({ patch, path, at }) => {
    const ann = await Facilitator.signUp()
    const { roomId, serverTime: _, ...room } = await ann.scheduleRoom({ closesAt: Date.now() + HOUR })
    if (at === 'closed') await shiftRoomTimes(roomId, HOUR)
    const reply = await ann.callApi('PATCH', `/api/account/rooms/${roomId}`, { locked: true, ...patch() })
    if (path !== '') {
      expect(refusalOf(reply)).toEqual([400, 'invalid-request'])
      expect(reply.body.error?.issues?.map((issue) => issue.path)).toContain(path)
      const [same] = await ann.listRooms()
      expect(same).toMatchObject({ title: room.title, locked: false, encryption: 'none' })
    } else {
      expect(refusalOf(await ann.callApi('PATCH', `/api/account/rooms/${roomId}`, {}))).toEqual([
        400,
        'invalid-request',
      ])
    }
  })

  test('keeps messages for a shorter time and never for a longer one again, and sends that to those in it', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ opensAt: Date.now() + HOUR, closesAt: Date.now() + 2 * HOUR })
    expect((await ann.changeRoom(roomId, { retainFor: 3_600, opensAt: Date.now() })).retainFor).toBe(3_600)
    const connection = await new Person().joinAndConnect(roomId)
    expect((await ann.changeRoom(roomId, { retainFor: 60 })).retainFor).toBe(60)
    expect((await connection.nextEvent('room.update', 'nobody is notified')).retainFor).toBe(60)
    const longer = await ann.callApi('PATCH', `/api/account/rooms/${roomId}`, { retainFor: 3_600 })
    expect(refusalOf(longer)).toEqual([400, 'invalid-request'])
    expect(longer.body.error?.issues).toEqual([
      { path: 'retainFor', message: expect.stringMatching(/only get shorter/) },
    ])
    expect((await ann.changeRoom(roomId, { retainFor: 0 })).retainFor).toBe(0)
    expect((await ann.callApi('PATCH', `/api/account/rooms/${roomId}`, { retainFor: 1 })).status).toBe(400)
  })

  test('takes all fields of a form, also those that stay as they are', async () => {
    const ann = await Facilitator.signUp()
    const { roomId, title, opensAt, closesAt } = await ann.scheduleRoom()
    await shiftRoomTimes(roomId, HOUR)
    const { closesAt: then, opensAt: began } = (await ann.listRooms())[0] ?? { closesAt, opensAt }
    const form = {
      title,
      opensAt: began,
      closesAt: then,
      capacity: null,
      retainFor: 60,
      encryption: 'none',
      password: null,
    }
    expect(await ann.changeRoom(roomId, form)).toMatchObject({ state: 'closed', retainFor: 60 })
  })

  test('to its end closes it now, and keeps what was said', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    const participant = new Person()
    const connection = await participant.joinAndConnect(roomId)
    await participant.postMessage(roomId, { text: 'what was said' })
    const reply = await ann.callApi('POST', `/api/account/rooms/${roomId}/close`)
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([
      200,
      { state: 'closed', messages: 1, present: 0 },
    ])
    expect((await connection.nextEvent('chat.destroy', 'the end is not sent')).reason).toBe('ended')
    expect(JSON.parse((await ann.downloadTranscript(roomId)).text).messages).toHaveLength(1)
    expect((await ann.callApi('POST', `/api/account/rooms/${roomId}/close`)).status).toBe(200)
    const later = await ann.scheduleRoom({ opensAt: Date.now() + 0.5 * HOUR })
    expect(refusalOf(await ann.callApi('POST', `/api/account/rooms/${later.roomId}/close`))).toEqual([
      403,
      'room-not-open',
    ])
  })
})
