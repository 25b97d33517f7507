import { describe, expect, test } from 'vitest'
import type { Epoch } from '../../protocol/epochs.ts'
import { expectStatus, refusalOf } from '../support/api-client.ts'
import { Facilitator } from './facilitator.ts'
import { Person, runInRoom } from './person.ts'

/** What a room stores of an admission secret. */
async function hashOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return Buffer.from(digest).toString('base64url')
}

const admission = { 'secret-1': await hashOf('secret-1'), 'secret-2': await hashOf('secret-2') }
let people = 0

/** Somebody whose page has made a pair of keys: the id follows from it. The server can't read what they send it. */
class Member extends Person {
  readonly id: string

  constructor(name: string) {
    super()
    people += 1
    this.id = `${name}${people}`.padEnd(21, '0')
  }

  requestSeat(roomId: string, secret = 'secret-1') {
    const card = `card of ${this.id}`
    return this.requestJoin(roomId, { participantId: this.id, admission: secret, card })
  }

  async epochs(roomId: string, after = 0): Promise<Epoch[]> {
    const reply = await this.callRoom(roomId, 'GET', `/epochs?after=${after}`)
    expectStatus(reply, 200)
    return JSON.parse(reply.text).epochs
  }

  admit(roomId: string, { id }: Member, body: Record<string, unknown> = {}) {
    return this.callRoom(roomId, 'POST', `/participants/${id}/admit`, body)
  }

  rotate(roomId: string, members: readonly Member[], more: Record<string, unknown> = {}) {
    const wraps = Object.fromEntries(members.map(({ id }) => [id, `wrap for ${id}`]))
    const body = { epoch: 2, admission: admission['secret-2'], invite: null, wraps, check: 'check', ...more }
    return this.callRoom(roomId, 'POST', '/epochs', body)
  }
}

const OPTIONS = { capacity: null, encryption: 'e2ee', keys: 2, admission: admission['secret-1'] }

/** A room of version 2 with its host inside. */
async function openRoom(options: Record<string, unknown> = {}) {
  const host = new Member('Ada')
  const roomId = await host.createRoom({ ...OPTIONS, door: 'knock', ...options })
  expectStatus(await host.requestSeat(roomId), 200)
  return { host, roomId }
}

/** Somebody who waits at the door of a room. */
async function knock(roomId: string, name: string, secret?: string) {
  const member = new Member(name)
  const reply = await member.requestSeat(roomId, secret)
  expect(reply.body.role).toBe('waiting')
  return { member, reply }
}

function readInvite(roomId: string) {
  return runInRoom(roomId, ({ sql }) => sql.exec('SELECT invite FROM room').one().invite)
}

describe('at the door of a room of version 2', () => {
  test('nobody is given an invite, and a host sees the card', async () => {
    const { host, roomId } = await openRoom()
    const connection = await host.openConnection(roomId)
    const { member, reply } = await knock(roomId, 'Ben')
    expect(reply.body).toMatchObject({ participantId: member.id, card: `card of ${member.id}` })
    expect(reply.body).not.toHaveProperty('invite')
    expect(await connection.nextEvent('door.knock', 'no knock')).toMatchObject({
      participantId: member.id,
      card: `card of ${member.id}`,
    })
    expect(refusalOf(await new Member('Eve').requestSeat(roomId, 'wrong'))).toEqual([403, 'wrong-link'])
  })

  test('an id is taken by who waits with it, and by who was turned away', async () => {
    const { host, roomId } = await openRoom()
    const { member } = await knock(roomId, 'Ben')
    const again = () => new Person().requestJoin(roomId, { participantId: member.id, admission: 'secret-1' })
    expect(refusalOf(await again())).toEqual([409, 'participant-taken'])
    expectStatus(await host.callRoom(roomId, 'DELETE', `/participants/${member.id}`), 204)
    expect(refusalOf(await again())).toEqual([409, 'participant-taken'])
    // Whoever was turned away has no key: none has to be rotated.
    expect((await host.callRoom(roomId, 'GET')).body.rotationDue).toBe(false)
  })

  test('everybody waits where newcomers read nothing older, though the door is open', async () => {
    const { host, roomId } = await openRoom({ door: 'open', history: 'from-join' })
    const { member } = await knock(roomId, 'Ben')
    expectStatus(await host.admit(roomId, member), 204)
    expect((await member.requestSeat(roomId)).body.role).toBe('participant')
  })

  test.each([
    { what: 'with a door', more: { door: 'knock' } },
    { what: 'whose newcomers read nothing older', more: { history: 'from-join' } },
  ])('a room $what is made without an invite, planned or not', async ({ more }) => {
    const options = { ...OPTIONS, invite: 'invite-1', ...more }
    const refused = await new Person().callApi('POST', '/api/rooms', options)
    expect(refused.body.error?.issues?.map(({ path }) => path)).toEqual(['invite'])
    const facilitator = await Facilitator.signUp()
    expect((await facilitator.requestSchedule(options)).body.error?.issues?.map(({ path }) => path)).toEqual([
      'invite',
    ])
  })
})

describe('whoever is let in', () => {
  test('in the first epoch is given its key by who let them in', async () => {
    const { host, roomId } = await openRoom()
    const { member: ben } = await knock(roomId, 'Ben')
    const socket = await ben.openConnection(roomId, undefined, 0)
    await socket.nextEvent('door.waiting', 'not told')
    expectStatus(await host.admit(roomId, ben, { wrap: 'wrap for Ben', key: 'key of Ada', epoch: 1 }), 204)
    const entry = {
      ...{ epoch: 1, by: host.id, at: expect.any(Number), wrap: 'wrap for Ben', back: null, check: null },
      key: 'key of Ada',
    }
    expect((await socket.nextEvent('room.welcome', 'no welcome')).epochs).toEqual([entry])
    expect(await ben.epochs(roomId)).toEqual([entry])
    expect(await ben.epochs(roomId, 1)).toEqual([])
    expect(await host.epochs(roomId)).toEqual([])
  })

  test('later finds the epoch under who let them in, and those before with the way back', async () => {
    const { host, roomId } = await openRoom()
    expectStatus(await host.rotate(roomId, [host], { back: 'back-1', key: 'key of Ada' }), 200)
    const { member: cleo } = await knock(roomId, 'Cleo', 'secret-2')
    expectStatus(await host.admit(roomId, cleo, { wrap: 'wrap for Cleo', key: 'another key of Ada' }), 204)
    const { member: ben } = await knock(roomId, 'Ben', 'secret-2')
    expectStatus(await host.callRoom(roomId, 'PATCH', `/participants/${cleo.id}`, { role: 'host' }), 200)
    expectStatus(await cleo.admit(roomId, ben, { wrap: 'wrap for Ben', key: 'key of Cleo' }), 204)
    expect(await ben.epochs(roomId)).toMatchObject([
      { epoch: 2, by: cleo.id, wrap: 'wrap for Ben', back: 'back-1', check: 'check', key: 'key of Cleo' },
    ])
    // Those who were there have it from who rotated.
    expect(await host.epochs(roomId)).toMatchObject([
      { epoch: 2, by: host.id, wrap: `wrap for ${host.id}`, key: 'key of Ada' },
    ])
  })

  test('without a wrap is given none, and is among those for whom the next key is wrapped', async () => {
    const { host, roomId } = await openRoom()
    const { member: ben } = await knock(roomId, 'Ben')
    expectStatus(await host.admit(roomId, ben), 204)
    expect(await ben.epochs(roomId)).toMatchObject([{ epoch: 1, wrap: null, by: host.id }])
    expectStatus(await host.rotate(roomId, [host, ben]), 200)
    expect(await ben.epochs(roomId, 1)).toMatchObject([{ epoch: 2, wrap: `wrap for ${ben.id}` }])
  })

  test('where newcomers read nothing older is listed no epoch from before', async () => {
    const { host, roomId } = await openRoom({ history: 'from-join' })
    expectStatus(await host.rotate(roomId, [host]), 200)
    expectStatus(await host.rotate(roomId, [host], { epoch: 3 }), 200)
    const { member: ben } = await knock(roomId, 'Ben', 'secret-2')
    const { member: cleo } = await knock(roomId, 'Cleo', 'secret-2')
    expectStatus(await host.admit(roomId, ben, { wrap: 'wrap for Ben', key: 'key of Ada' }), 204)
    expectStatus(await host.admit(roomId, cleo), 204)
    expect((await ben.epochs(roomId)).map(({ epoch }) => epoch)).toEqual([3])
    const socket = await ben.openConnection(roomId, undefined, 0)
    const { epochs = [] } = await socket.nextEvent('room.welcome', 'no welcome')
    expect(epochs.map(({ epoch, wrap }) => [epoch, wrap])).toEqual([[3, 'wrap for Ben']])
    expect((await cleo.epochs(roomId)).map(({ epoch, wrap }) => [epoch, wrap])).toEqual([[3, null]])
    expect((await host.epochs(roomId, 1)).map(({ epoch }) => epoch)).toEqual([2, 3])
  })

  test('is given no key of an epoch that is over', async () => {
    const { host, roomId } = await openRoom()
    const { member: ben } = await knock(roomId, 'Ben')
    expectStatus(await host.rotate(roomId, [host]), 200)
    const late = await host.admit(roomId, ben, { wrap: 'old wrap', key: 'key of Ada', epoch: 1 })
    expect([...refusalOf(late), late.body.error?.epoch]).toEqual([409, 'stale-epoch', 2])
    expect((await ben.requestSeat(roomId)).body.role).toBe('waiting')
    expectStatus(await host.admit(roomId, ben, { wrap: 'new wrap', key: 'key of Ada', epoch: 2 }), 204)
  })

  test('is given a key only by somebody with a seat: they need that one’s public key', async () => {
    const seatless = new Member('Ada')
    const roomId = await seatless.createRoom({ ...OPTIONS, door: 'knock' })
    const { member } = await knock(roomId, 'Ben')
    expect(refusalOf(await seatless.admit(roomId, member, { wrap: 'x' }))).toEqual([401, 'not-a-participant'])
    expectStatus(await seatless.admit(roomId, member), 204)
  })

  test('loses the key with the seat', async () => {
    const { host, roomId } = await openRoom()
    const { member: ben } = await knock(roomId, 'Ben')
    expectStatus(await host.admit(roomId, ben, { wrap: 'wrap for Ben', key: 'key of Ada' }), 204)
    expectStatus(await host.callRoom(roomId, 'DELETE', `/participants/${ben.id}`), 204)
    expect(await runInRoom(roomId, ({ sql }) => sql.exec('SELECT * FROM wraps').toArray())).toEqual([])
  })
})

describe('a rotation behind a closed door', () => {
  test('makes another link and no invite, and names nobody who waits', async () => {
    const { host, roomId } = await openRoom()
    const { member } = await knock(roomId, 'Ben')
    const invited = await host.rotate(roomId, [host], { invite: 'invite-2' })
    expect(invited.body.error?.issues?.map(({ path }) => path)).toEqual(['invite'])
    expect(refusalOf(await host.rotate(roomId, [host, member]))).toEqual([409, 'members-changed'])
    expect((await host.rotate(roomId, [host])).body).toMatchObject({ epoch: 2, invitable: true })
    await knock(roomId, 'Cleo', 'secret-2')
  })

  test('has no way back where newcomers read nothing older', async () => {
    const { host, roomId } = await openRoom({ history: 'from-join' })
    const refused = await host.rotate(roomId, [host], { back: 'back-1' })
    expect(refused.body.error?.issues?.map(({ path }) => path)).toEqual(['back'])
  })
})

describe('the door of a room of version 2', () => {
  test('takes the invite with it when it closes, and needs one to open', async () => {
    const { host, roomId } = await openRoom({ door: 'open', invite: 'invite-1' })
    const patch = (body: Record<string, unknown>) => host.callRoom(roomId, 'PATCH', '', body)
    expect((await new Member('Ben').requestSeat(roomId)).body.invite).toBe('invite-1')
    expect((await patch({ door: 'knock' })).body.door).toBe('knock')
    expect(await readInvite(roomId)).toBeNull()
    await knock(roomId, 'Cleo')
    const without = await patch({ door: 'open' })
    expect(without.body.error?.issues?.map(({ path }) => path)).toEqual(['invite'])
    expect((await host.callRoom(roomId, 'GET')).body.door).toBe('knock')
    expect(refusalOf(await patch({ invite: 'invite-2' }))).toEqual([400, 'invalid-request'])
    const opened = await patch({ door: 'open', invite: 'invite-2' })
    expect(opened.body).toMatchObject({ door: 'open' })
    expect(opened.text).not.toContain('invite-2')
    expect((await new Member('Dora').requestSeat(roomId)).body).toMatchObject({
      role: 'participant',
      invite: 'invite-2',
    })
  })

  test('is a plan’s as well', async () => {
    const facilitator = await Facilitator.signUp()
    const { roomId } = await facilitator.scheduleRoom({ ...OPTIONS, invite: 'invite-1' })
    await facilitator.changeRoom(roomId, { door: 'knock' })
    expect(await readInvite(roomId)).toBeNull()
    await knock(roomId, 'Ben')
    const path = `/api/account/rooms/${roomId}`
    const without = await facilitator.callApi('PATCH', path, { door: 'open' })
    expect(without.body.error?.issues?.map((issue) => issue.path)).toEqual(['invite'])
    await facilitator.changeRoom(roomId, { door: 'open', invite: 'invite-2' })
    expect((await new Member('Cleo').requestSeat(roomId)).body.invite).toBe('invite-2')
  })

  test('in version 1 takes no invite', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ door: 'knock' })
    const refused = await host.callRoom(roomId, 'PATCH', '', { door: 'open', invite: 'invite-1' })
    expect(refused.body.error?.issues?.map(({ path }) => path)).toEqual(['invite'])
    expectStatus(await host.callRoom(roomId, 'PATCH', '', { door: 'open' }), 200)
    expect((await new Person().joinRoom(roomId)).role).toBe('participant')
    expectStatus(await host.callRoom(roomId, 'PATCH', '', { door: 'knock' }), 200)
    expect((await new Person().joinRoom(roomId)).role).toBe('waiting')
  })
})
