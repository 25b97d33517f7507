import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { AWAY_SEAT_MS, UNUSED_SEAT_MS } from '../../protocol/limits.ts'
import { OwnRoom } from '../../protocol/schedule.ts'
import { expectStatus, refusalOf } from '../support/api-client.ts'
import { Facilitator, HOUR, PASSWORD, shiftRoomTimes } from './facilitator.ts'
import { letTimePass } from './pass-time.ts'
import { Person, roomObject, runInRoom } from './person.ts'

/** The hash of the admission secret `secret-1`. The server can't read what else it stores here. */
const ADMISSION = Buffer.from(
  await crypto.subtle.digest('SHA-256', new TextEncoder().encode('secret-1')),
).toString('base64url')

/** Seats that the facilitator has in one room, at most. */
const SEATS_MAX = 8

/** The id that a page would derive from its key. */
const idOf = (name: string) => name.padEnd(21, '0')

const [DESK, PHONE] = [idOf('desk'), idOf('phone')]

/** A room of version 2 and its facilitator, who is signed in on a phone, too. */
async function makeRoom(options: Record<string, unknown> = {}) {
  const ann = await Facilitator.signUp()
  const phone = new Person()
  await ann.signIn(PASSWORD, phone)
  const plan = { encryption: 'e2ee', keys: 2, admission: ADMISSION, invite: 'invite-1', ...options }
  const { roomId } = await ann.scheduleRoom(plan)
  return { ann, phone, roomId }
}

/** Makes a seat for the browser that plans. */
function planSeat(ann: Facilitator, roomId: string, participantId = DESK, card = 'card of the desk') {
  return ann.callApi('PATCH', `/api/account/rooms/${roomId}`, { participantId, card })
}

function rotate(person: Person, roomId: string, members: readonly string[], more: object = {}) {
  return person.callRoom(roomId, 'POST', '/epochs', {
    epoch: 2,
    admission: null,
    invite: null,
    wraps: Object.fromEntries(members.map((id) => [id, `wrap for ${id}`])),
    back: 'back-1',
    check: 'check-2',
    ...more,
  })
}

const readOwnEpochs = (ann: Facilitator, roomId: string, participantId: string, after = 0) =>
  ann.callApi('GET', `/api/account/rooms/${roomId}/epochs?participantId=${participantId}&after=${after}`)

const listSeats = async (person: Person, roomId: string) =>
  (await person.callRoom(roomId, 'GET', '/participants')).body.participants ?? []

describe('a device of a facilitator, where keys rotate', () => {
  test('is a participant of its own, which takes no seat from others', async () => {
    const { ann, phone, roomId } = await makeRoom({ capacity: 2 })
    expect(await ann.joinRoom(roomId, { participantId: DESK })).toMatchObject({ participantId: DESK })
    const second = await phone.joinRoom(roomId, { participantId: PHONE, card: 'card of the phone' })
    expect(second).toMatchObject({
      participantId: PHONE,
      role: 'facilitator',
      card: 'card of the phone',
      room: { seats: 0 },
    })
    expect(await ann.joinRoom(roomId, { participantId: DESK })).toMatchObject({ participantId: DESK })
    for (const name of ['Ben', 'Cleo'])
      expectStatus(await new Person().requestJoin(roomId, { admission: 'secret-1', alias: name }), 200)
    expect((await ann.callRoom(roomId, 'GET')).body).toMatchObject({ seats: 2 })
  })

  test('has the only seat of all devices where keys are of version 1', async () => {
    const { ann, phone, roomId } = await makeRoom({ keys: 1, invite: undefined })
    const first = await ann.joinRoom(roomId)
    expect((await phone.joinRoom(roomId, { participantId: PHONE })).participantId).toBe(first.participantId)
  })

  test('loses the role with its session, and the others keep it', async () => {
    const { ann, phone, roomId } = await makeRoom()
    const own = await ann.joinAndConnect(roomId, { participantId: DESK })
    await phone.joinRoom(roomId, { participantId: PHONE })
    await phone.callApi('DELETE', '/api/session')
    expect(await own.nextEvent('presence.update', 'nobody is notified')).toMatchObject({
      participantId: PHONE,
      role: 'participant',
    })
    await evictDurableObject(roomObject(roomId))
    const roles = (await listSeats(ann, roomId)).map(({ participantId, role }) => [participantId, role])
    expect(roles.sort()).toEqual([
      [DESK, 'facilitator'],
      [PHONE, 'participant'],
    ])
    expect(refusalOf(await rotate(phone, roomId, [DESK, PHONE]))).toEqual([403, 'not-allowed'])
    expectStatus(await rotate(ann, roomId, [DESK, PHONE]), 200)
  })

  test('loses its seat with another password, and finds it again', async () => {
    const { ann, phone, roomId } = await makeRoom()
    await ann.joinRoom(roomId, { participantId: DESK })
    const stolen = await phone.joinAndConnect(roomId, { participantId: PHONE })
    const newPassword = 'another horse battery'
    expectStatus(await ann.callApi('PATCH', '/api/account', { password: PASSWORD, newPassword }), 200)
    expect((await stolen.waitForClose('a session that has ended is still connected')).code).toBe(4401)
    expect(refusalOf(await phone.callRoom(roomId, 'GET', '/epochs'))).toEqual([401, 'not-a-participant'])
    await ann.signIn(newPassword, phone)
    const again = await phone.joinRoom(roomId, { participantId: PHONE })
    expect(again).toMatchObject({ participantId: PHONE, role: 'facilitator' })
  })

  test('keeps the seat that it took before it signed in', async () => {
    const { ann, roomId } = await makeRoom({ capacity: 2 })
    const phone = new Person()
    const early = await phone.joinAndConnect(roomId, { participantId: PHONE, admission: 'secret-1' })
    await ann.joinRoom(roomId, { participantId: DESK })
    expectStatus(await rotate(ann, roomId, [DESK, PHONE]), 200)
    await ann.signIn(PASSWORD, phone)
    const joined = await phone.joinRoom(roomId, { participantId: PHONE })
    expect(joined).toMatchObject({ participantId: PHONE, role: 'facilitator', room: { seats: 0 } })
    expect(await early.nextEvent('presence.update', 'nobody is notified')).toMatchObject({
      role: 'facilitator',
    })
    await evictDurableObject(roomObject(roomId))
    const epochs = (await phone.callRoom(roomId, 'GET', '/epochs')).body.epochs
    expect(epochs).toMatchObject([{ wrap: `wrap for ${PHONE}` }])
    expect((await ann.callRoom(roomId, 'GET')).body).toMatchObject({ seats: 0 })
  })

  test('is not given the seat of somebody else', async () => {
    const { ann, roomId } = await makeRoom()
    await new Person().joinRoom(roomId, { participantId: idOf('ben'), admission: 'secret-1' })
    const taken = await ann.requestJoin(roomId, { participantId: idOf('ben') })
    expect(refusalOf(taken)).toEqual([409, 'participant-taken'])
  })

  test('is one of eight: the oldest without a connection is given back', async () => {
    const { ann, phone, roomId } = await makeRoom()
    await ann.joinAndConnect(roomId, { participantId: DESK })
    const names = Array.from({ length: SEATS_MAX }, (_, n) => idOf(`device-${n}`))
    for (const participantId of names) {
      const device = new Person()
      await ann.signIn(PASSWORD, device)
      await device.joinRoom(roomId, { participantId })
    }
    const ids = (await listSeats(phone, roomId)).map(({ participantId }) => participantId)
    // The first device is gone, and the older desk, which is connected, is there.
    expect(ids.sort()).toEqual([DESK, ...names.slice(1)].sort())
  })
})

describe('the seat of the browser that plans', () => {
  test('is there before it comes: listed as away, with its card, and given wraps', async () => {
    const { ann, phone, roomId } = await makeRoom()
    expectStatus(await planSeat(ann, roomId), 200)
    await phone.joinRoom(roomId, { participantId: PHONE })
    expect(await listSeats(phone, roomId)).toContainEqual(
      expect.objectContaining({
        participantId: DESK,
        role: 'facilitator',
        card: 'card of the desk',
        connected: false,
      }),
    )
    expect(refusalOf(await rotate(phone, roomId, [PHONE]))).toEqual([409, 'members-changed'])
    expectStatus(await rotate(phone, roomId, [DESK, PHONE]), 200)
    const joined = await ann.joinRoom(roomId, { participantId: DESK })
    expect(joined).toMatchObject({ participantId: DESK, role: 'facilitator', card: 'card of the desk' })
    expect((await ann.callRoom(roomId, 'GET', '/epochs')).body.epochs).toMatchObject([
      { epoch: 2, wrap: `wrap for ${DESK}` },
    ])
  })

  test('is there before the room opens, and is not freed, however long nobody comes', async () => {
    const { ann, phone, roomId } = await makeRoom({
      opensAt: Date.now() + HOUR,
      closesAt: Date.now() + 3 * HOUR,
    })
    expectStatus(await planSeat(ann, roomId), 200)
    await shiftRoomTimes(roomId, HOUR + 1)
    letTimePass(UNUSED_SEAT_MS + AWAY_SEAT_MS)
    await phone.joinRoom(roomId, { participantId: PHONE })
    // Whoever joins has the room look for seats that nobody uses; so does a rotation.
    await new Person().joinRoom(roomId, { admission: 'secret-1' })
    expect(refusalOf(await rotate(phone, roomId, [PHONE]))).toEqual([409, 'members-changed'])
    expect((await listSeats(phone, roomId)).map(({ participantId }) => participantId)).toContain(DESK)
  })

  test('is not taken away by the two of a room for two', async () => {
    const { ann, roomId } = await makeRoom({ capacity: 2 })
    expectStatus(await planSeat(ann, roomId), 200)
    const ben = new Person()
    await ben.joinRoom(roomId, { participantId: idOf('ben'), admission: 'secret-1' })
    letTimePass(AWAY_SEAT_MS + 5_000)
    const refused = await rotate(ben, roomId, [idOf('ben')], { remove: [DESK] })
    expect(refusalOf(refused)).toEqual([403, 'not-allowed'])
  })

  test('is held by the session that plans', async () => {
    const { ann, phone, roomId } = await makeRoom()
    expectStatus(await planSeat(ann, roomId), 200)
    await phone.joinRoom(roomId, { participantId: PHONE })
    await ann.callApi('DELETE', '/api/session')
    expect(await listSeats(phone, roomId)).toContainEqual(
      expect.objectContaining({ participantId: DESK, role: 'participant' }),
    )
  })

  test('is given its card once more, and no other seat with it', async () => {
    const { ann, phone, roomId } = await makeRoom()
    expectStatus(await planSeat(ann, roomId), 200)
    expectStatus(await planSeat(ann, roomId, DESK, 'another card'), 200)
    await phone.joinRoom(roomId, { participantId: PHONE })
    expect(
      (await listSeats(phone, roomId)).map(({ participantId, card }) => [participantId, card]),
    ).toContainEqual([DESK, 'another card'])
    const rows = await runInRoom(roomId, ({ sql }) => sql.exec('SELECT n FROM participants').toArray())
    expect(rows).toHaveLength(2)
  })

  test.each([
    { what: 'participantId alone', patch: { participantId: DESK }, options: {} },
    { what: 'card alone', patch: { card: 'card' }, options: {} },
    { what: 'an id that is none', patch: { participantId: 'desk', card: 'card' }, options: {} },
    {
      what: 'both where keys are of version 1',
      patch: { participantId: DESK, card: 'card' },
      options: { keys: 1, invite: undefined },
    },
  ])('is not made of $what', async ({ patch, options }) => {
    const { ann, roomId } = await makeRoom(options)
    const reply = await ann.callApi('PATCH', `/api/account/rooms/${roomId}`, patch)
    expect(refusalOf(reply)).toEqual([400, 'invalid-request'])
  })

  test('is not made where somebody has the id, nor by somebody else, nor once the room has closed', async () => {
    const { ann, roomId } = await makeRoom()
    await new Person().joinRoom(roomId, { participantId: idOf('ben'), admission: 'secret-1' })
    expect(refusalOf(await planSeat(ann, roomId, idOf('ben')))).toEqual([409, 'participant-taken'])
    const eve = await Facilitator.signUp()
    expect(refusalOf(await planSeat(eve, roomId))).toEqual([404, 'room-not-found'])
    await ann.callApi('POST', `/api/account/rooms/${roomId}/close`)
    expect(refusalOf(await planSeat(ann, roomId))).toEqual([403, 'room-closed'])
  })
})

describe('what a transcript is opened with', () => {
  test('is the epoch and the invite while there is a link', async () => {
    const { ann, roomId } = await makeRoom()
    const ask = async () => {
      const reply = await ann.callApi('GET', `/api/account/rooms/${roomId}`)
      return OwnRoom.parse(JSON.parse(reply.text))
    }
    expect(await ask()).toMatchObject({ epoch: 1, invite: 'invite-1', keys: 2 })
    expect((await ann.callApi('GET', '/api/account/rooms')).text).not.toContain('invite-1')
    await ann.joinRoom(roomId, { participantId: DESK })
    expectStatus(await rotate(ann, roomId, [DESK]), 200)
    const closed = await ask()
    expect([closed.epoch, closed.invite, closed.admission]).toEqual([2, undefined, null])
  })

  test('is the wraps of the facilitator’s own seats, also once the room has closed', async () => {
    const { ann, phone, roomId } = await makeRoom()
    expectStatus(await planSeat(ann, roomId), 200)
    await phone.joinRoom(roomId, { participantId: PHONE })
    const ben = idOf('ben')
    await new Person().joinRoom(roomId, { participantId: ben, admission: 'secret-1' })
    expectStatus(await rotate(phone, roomId, [DESK, PHONE, ben]), 200)
    expectStatus(await ann.callApi('POST', `/api/account/rooms/${roomId}/close`), 200)
    await runDurableObjectAlarm(roomObject(roomId))
    await evictDurableObject(roomObject(roomId))
    for (const id of [DESK, PHONE])
      expect((await readOwnEpochs(ann, roomId, id)).body.epochs).toMatchObject([
        { epoch: 2, wrap: `wrap for ${id}`, back: 'back-1', check: 'check-2' },
      ])
    expect((await readOwnEpochs(ann, roomId, DESK, 2)).body.epochs).toEqual([])
    for (const id of [ben, idOf('nobody')])
      expect(refusalOf(await readOwnEpochs(ann, roomId, id))).toEqual([404, 'participant-not-found'])
    expect(refusalOf(await readOwnEpochs(ann, roomId, 'x'))).toEqual([400, 'invalid-request'])
    const eve = await Facilitator.signUp()
    expect(refusalOf(await readOwnEpochs(eve, roomId, DESK))).toEqual([404, 'room-not-found'])
  })

  test('is nothing where keys are of version 1', async () => {
    const { ann, roomId } = await makeRoom({ keys: 1, invite: undefined })
    expect(refusalOf(await readOwnEpochs(ann, roomId, DESK))).toEqual([404, 'not-found'])
  })
})
