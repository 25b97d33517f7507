import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import type { Epoch } from '../../protocol/epochs.ts'
import { AWAY_SEAT_MS, SILENT_SEAT_MS } from '../../protocol/limits.ts'
import { expectStatus, refusalOf } from '../support/api-client.ts'
import { letTimePass } from './pass-time.ts'
import { Person, roomObject, runInRoom } from './person.ts'

/** What a room stores of an admission secret. */
async function hashOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return Buffer.from(digest).toString('base64url')
}

let people = 0

/** The id that a page would derive from its key. */
function makeId(name: string): string {
  people += 1
  return `${name}${people}`.padEnd(21, '0')
}

/** A participant of a room of version 2. */
class Member extends Person {
  readonly id: string

  constructor(name: string) {
    super()
    this.id = makeId(name)
  }

  requestSeat(roomId: string, secret = 'secret-1', more: Record<string, unknown> = {}) {
    return this.requestJoin(roomId, { participantId: this.id, admission: secret, ...more })
  }

  rotate(roomId: string, request: Record<string, unknown>) {
    return this.callRoom(roomId, 'POST', '/epochs', request)
  }

  async epochs(roomId: string, after = 0): Promise<Epoch[]> {
    const reply = await this.callRoom(roomId, 'GET', `/epochs?after=${after}`)
    expectStatus(reply, 200)
    return JSON.parse(reply.text).epochs
  }
}

// The server can't read what it stores here: any text stands for what is encrypted.
const admission = { 'secret-1': await hashOf('secret-1'), 'secret-2': await hashOf('secret-2') }

/** A room of version 2 with its host and others who joined. */
async function openRoom(options: Record<string, unknown> = {}, others = ['Ben', 'Cleo']) {
  const host = new Member('Ada')
  const roomId = await host.createRoom({
    capacity: null,
    encryption: 'e2ee',
    keys: 2,
    admission: admission['secret-1'],
    invite: 'invite-1',
    ...options,
  })
  const members = [host, ...others.map((name) => new Member(name))]
  for (const member of members) expectStatus(await member.requestSeat(roomId), 200)
  return { roomId, host, members: members.slice(1) }
}

/** A rotation to epoch 2 for these members. */
function rotation(members: readonly Member[], more: Record<string, unknown> = {}) {
  return {
    epoch: 2,
    admission: admission['secret-2'],
    invite: 'invite-2',
    wraps: Object.fromEntries(members.map(({ id }) => [id, `wrap for ${id}`])),
    back: 'back-1',
    check: 'check-2',
    key: 'key of the rotator',
    ...more,
  }
}

/** The rows of a table in a room's storage. */
function rowsOf(roomId: string, table: 'wraps' | 'epochs' | 'participants') {
  return runInRoom(roomId, ({ sql }) => sql.exec(`SELECT * FROM ${table}`).toArray())
}

describe('a room of version 2', () => {
  test('says so, and is in its first epoch', async () => {
    const { roomId, host } = await openRoom()
    const reply = await host.callRoom(roomId, 'GET')
    expect(reply.body).toMatchObject({ keys: 2, epoch: 1, invitable: true, rotationDue: false })
  })

  test('gives the invite and the epoch to those who join, and to nobody else', async () => {
    const { roomId, host } = await openRoom({}, [])
    const ben = new Member('Ben')
    const joined = await ben.requestSeat(roomId, 'secret-1', { card: 'card of Ben' })
    expect(joined.body).toMatchObject({
      participantId: ben.id,
      epoch: 1,
      invite: 'invite-1',
      card: 'card of Ben',
    })
    expect((await host.callRoom(roomId, 'GET')).text).not.toContain('invite-1')
    expect((await new Member('Eve').requestSeat(roomId, 'wrong')).text).not.toContain('invite-1')
  })

  test('takes an id that somebody chose once, also where they were removed', async () => {
    const { roomId, host, members } = await openRoom({}, ['Ben'])
    const [ben] = members as [Member]
    const again = () => new Person().requestJoin(roomId, { participantId: ben.id, admission: 'secret-1' })
    expect(refusalOf(await again())).toEqual([409, 'participant-taken'])
    expectStatus(await host.callRoom(roomId, 'DELETE', `/participants/${ben.id}`), 204)
    expect(refusalOf(await again())).toEqual([409, 'participant-taken'])
  })

  test.each([
    { what: 'plain text', text: 'hello', refusal: [422, 'plaintext-refused'] },
    { what: 'an envelope of version 1', text: 'e1.AAAA', refusal: [422, 'plaintext-refused'] },
    { what: 'an envelope of epoch 01', text: 'e2.01.AAAA', refusal: [422, 'plaintext-refused'] },
    { what: 'an envelope of the next epoch', text: 'e2.2.AAAA', refusal: [409, 'stale-epoch'] },
    { what: 'an envelope of this epoch', text: 'e2.1.AAAA', refusal: [201, undefined] },
  ])('answers $what with $refusal', async ({ text, refusal }) => {
    const { roomId, host } = await openRoom({}, [])
    expect(refusalOf(await host.postMessage(roomId, { text }))).toEqual(refusal)
  })

  test('takes no envelope of version 2 where its keys are of version 1', async () => {
    const host = new Member('Ada')
    const roomId = await host.createRoom({ encryption: 'e2ee' })
    await host.joinRoom(roomId)
    expect(refusalOf(await host.postMessage(roomId, { text: 'e2.1.AAAA' }))).toEqual([
      422,
      'plaintext-refused',
    ])
    const joined = await new Member('Ben').requestJoin(roomId, { participantId: makeId('Ben') })
    expect(refusalOf(joined)).toEqual([400, 'invalid-request'])
    expect(refusalOf(await host.rotate(roomId, rotation([])))).toEqual([404, 'not-found'])
  })

  test('keeps the id that its page has chosen, and refuses it to a second room', async () => {
    const roomId = 'ChosenByThePage00000x'
    expect((await openRoom({ roomId }, [])).roomId).toBe(roomId)
    const options = { encryption: 'e2ee', keys: 2, admission: admission['secret-1'], roomId }
    expect(refusalOf(await new Person().callApi('POST', '/api/rooms', options))).toEqual([
      409,
      'room-id-taken',
    ])
  })

  test.each([
    { what: 'without encryption', options: { encryption: 'none' }, path: 'keys' },
    { what: 'without admission', options: { admission: undefined }, path: 'admission' },
    {
      what: 'with an id in version 1',
      options: { keys: 1, invite: undefined, roomId: 'x'.repeat(21) },
      path: 'roomId',
    },
    { what: 'with an invite in version 1', options: { keys: 1 }, path: 'invite' },
    { what: 'of version 3', options: { keys: 3 }, path: 'keys' },
  ])('is not made $what', async ({ options, path }) => {
    const reply = await new Person().callApi('POST', '/api/rooms', {
      encryption: 'e2ee',
      keys: 2,
      admission: admission['secret-1'],
      invite: 'invite-1',
      ...options,
    })
    expect([reply.status, reply.body.error?.issues?.map((issue) => issue.path)]).toEqual([400, [path]])
  })
})

describe('a rotation', () => {
  test('takes the place of link, invite and password, and gives each their own wrap', async () => {
    const { roomId, host, members } = await openRoom()
    const [ben, cleo] = members as [Member, Member]
    const connection = await ben.openConnection(roomId)
    await connection.nextEvent('room.welcome', 'no welcome')
    const rotated = await host.rotate(roomId, rotation([host, ben, cleo], { password: 'proof of it' }))
    expect(rotated.body).toMatchObject({
      epoch: 2,
      invitable: true,
      rotationDue: false,
      passwordRequired: true,
    })
    expect(await connection.nextEvent('room.epoch', 'nobody says so')).toEqual({
      epoch: 2,
      by: host.id,
      invitable: true,
    })
    expect(await ben.epochs(roomId)).toEqual([
      {
        epoch: 2,
        by: host.id,
        at: expect.any(Number),
        wrap: `wrap for ${ben.id}`,
        back: 'back-1',
        check: 'check-2',
        key: 'key of the rotator',
      },
    ])
    const eve = new Member('Eve')
    expect(refusalOf(await eve.requestSeat(roomId))).toEqual([403, 'wrong-link'])
    expect(refusalOf(await eve.requestSeat(roomId, 'secret-2'))).toEqual([401, 'password-required'])
    const joined = await eve.requestSeat(roomId, 'secret-2', { password: 'proof of it' })
    expect(joined.body).toMatchObject({ epoch: 2, invite: 'invite-2' })
  })

  test('refuses what was encrypted for the epoch before, with the number of the new one', async () => {
    const { roomId, host } = await openRoom({}, [])
    await host.sendMessage(roomId, 'e2.1.AAAA', 'm1')
    expectStatus(await host.rotate(roomId, rotation([host])), 200)
    const stale = await host.postMessage(roomId, { text: 'e2.1.BBBB', id: 'm2' })
    expect([...refusalOf(stale), stale.body.error?.epoch]).toEqual([409, 'stale-epoch', 2])
    // What is stored is answered before the epoch is looked at.
    expect((await host.postMessage(roomId, { text: 'e2.1.AAAA', id: 'm1' })).status).toBe(200)
    const connection = await host.openConnection(roomId)
    connection.sendMessage('m3', 'e2.1.CCCC')
    expect(await connection.nextEvent('error', 'no refusal')).toMatchObject({
      code: 'stale-epoch',
      id: 'm3',
      epoch: 2,
    })
  })

  test('leaves each message the epoch in which it was first said, also edited, and where its text is not shown', async () => {
    const { roomId, host, members } = await openRoom({}, ['Ben'])
    const [ben] = members
    if (ben === undefined) throw new Error('nobody came')
    await host.sendMessage(roomId, 'e2.1.AAAA')
    expectStatus(await host.postMessage(roomId, { text: 'e2.1.BBBB', burn: 5 }), 201)
    expectStatus(await host.rotate(roomId, rotation([host, ben])), 200)
    await host.sendMessage(roomId, 'e2.2.CCCC')
    expectStatus(await host.callRoom(roomId, 'PATCH', '/messages/1', { text: 'e2.2.DDDD' }), 200)
    expect((await ben.readHistory(roomId)).map(({ text, epoch }) => [text, epoch])).toEqual([
      ['e2.2.DDDD', 1],
      ['', 1],
      ['e2.2.CCCC', 2],
    ])
  })

  test('is refused where somebody came meanwhile, and says who is there', async () => {
    const { roomId, host, members } = await openRoom({}, ['Ben'])
    const late = new Member('Cleo')
    expectStatus(await late.requestSeat(roomId), 200)
    const refused = await host.rotate(roomId, rotation([host, ...members]))
    expect(refusalOf(refused)).toEqual([409, 'members-changed'])
    expect(refused.body.error?.participantIds).toEqual([host.id, ...members.map(({ id }) => id), late.id])
  })

  test('happens once where two hosts rotate at once', async () => {
    const { roomId, host } = await openRoom({ capacity: 2 }, ['Ben'])
    const members = [...(await rowsOf(roomId, 'participants'))].map(({ participant_id }) =>
      String(participant_id),
    )
    const wraps = Object.fromEntries(members.map((id) => [id, 'wrap']))
    const replies = await Promise.all([
      host.rotate(roomId, { ...rotation([]), wraps, check: 'one' }),
      host.rotate(roomId, { ...rotation([]), wraps, check: 'two' }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await host.epochs(roomId)).map(({ check }) => check)).toHaveLength(1)
  })

  test('removes with the same step, and leaves nothing of who was removed', async () => {
    const { roomId, host, members } = await openRoom()
    const [ben, cleo] = members as [Member, Member]
    expectStatus(await ben.callRoom(roomId, 'PATCH', '/participants/me', { card: 'card of Ben' }), 200)
    expectStatus(await host.rotate(roomId, rotation([host, ben, cleo])), 200)
    const connection = await ben.openConnection(roomId)
    const others = await cleo.openConnection(roomId)
    const next = { ...rotation([host, cleo]), epoch: 3, remove: [ben.id] }
    expectStatus(await host.rotate(roomId, next), 200)
    expect(await connection.waitForClose('the removed one stays')).toMatchObject({ code: 4403 })
    const leave = await others.nextEvent('presence.leave', 'the others are not told')
    expect([leave.participantId, leave.by], 'nobody is told who removed them').toEqual([ben.id, host.id])
    const dump = JSON.stringify([await rowsOf(roomId, 'wraps'), await rowsOf(roomId, 'participants')])
    expect(dump).not.toContain(`wrap for ${ben.id}`)
    expect(dump).not.toContain('card of Ben')
    expect(refusalOf(await ben.callRoom(roomId, 'GET', '/epochs'))).toEqual([401, 'not-a-participant'])
    expect(refusalOf(await ben.requestJoin(roomId, { admission: 'secret-2' }))).toEqual([403, 'removed'])
  })

  test('closes the link where it has no admission', async () => {
    const { roomId, host } = await openRoom({}, [])
    const closed = await host.rotate(roomId, rotation([host], { admission: null, invite: null }))
    expect(closed.body).toMatchObject({ invitable: false })
    expect(refusalOf(await new Member('Eve').requestSeat(roomId))).toEqual([403, 'link-closed'])
    const reopened = { ...rotation([host]), epoch: 3 }
    expectStatus(await host.rotate(roomId, reopened), 200)
    expect((await new Member('Ben').requestSeat(roomId, 'secret-2')).status).toBe(200)
  })

  test('is for hosts; in a room for two for either, who may free the seat of the other where they are away', async () => {
    const { roomId, host, members } = await openRoom({}, ['Ben'])
    const [ben] = members as [Member]
    expect(refusalOf(await ben.rotate(roomId, rotation([host, ben])))).toEqual([403, 'not-allowed'])
    const two = await openRoom({ capacity: 2 }, ['Cleo'])
    const [cleo] = two.members as [Member]
    const open = await two.host.openConnection(two.roomId)
    await open.nextEvent('room.welcome', 'no welcome')
    const removing = rotation([cleo], { remove: [two.host.id] })
    expect(refusalOf(await cleo.rotate(two.roomId, removing))).toEqual([403, 'not-allowed'])
    await open.disconnect(1001)
    await two.host.callRoom(two.roomId, 'GET')
    letTimePass(AWAY_SEAT_MS + 5_000)
    await expect
      .poll(async () => (await cleo.rotate(two.roomId, removing)).status, { timeout: 15_000 })
      .toBe(200)
  })

  test('gives no wrap where its rotator gives none, and says so', async () => {
    const { roomId, host, members } = await openRoom({}, ['Ben'])
    const [ben] = members as [Member]
    const wraps = { [host.id]: 'wrap', [ben.id]: null }
    const connection = await host.openConnection(roomId)
    expectStatus(await host.rotate(roomId, { ...rotation([]), wraps }), 200)
    expect(await connection.nextEvent('room.epoch', 'nobody is told')).toMatchObject({
      notGiven: [{ participantId: ben.id, alias: expect.stringMatching(/^anonymous-/) }],
    })
    expect((await ben.epochs(roomId)).map(({ epoch, wrap }) => [epoch, wrap])).toEqual([[2, null]])
  })

  test('frees the seats of silent participants who are gone: nobody wraps a key for them', async () => {
    const { roomId, host, members } = await openRoom({}, ['Ben'])
    const [ben] = members as [Member]
    letTimePass(SILENT_SEAT_MS + 5_000)
    // The host never spoke either, and stays: hosts are never freed.
    expectStatus(await host.rotate(roomId, rotation([host])), 200)
    expect(refusalOf(await ben.callRoom(roomId, 'GET', '/epochs'))).toEqual([401, 'not-a-participant'])
  })

  test('is due once somebody was removed without one', async () => {
    const { roomId, host, members } = await openRoom({}, ['Ben'])
    const [ben] = members as [Member]
    const connection = await host.openConnection(roomId)
    expectStatus(await host.callRoom(roomId, 'DELETE', `/participants/${ben.id}`), 204)
    expect(await connection.nextEvent('room.update', 'nobody says so')).toMatchObject({ rotationDue: true })
    await evictDurableObject(roomObject(roomId))
    expect((await host.callRoom(roomId, 'GET')).body).toMatchObject({ rotationDue: true })
    const rotated = await host.rotate(roomId, rotation([host]))
    expect(rotated.body).toMatchObject({ rotationDue: false, epoch: 2 })
  })

  test('brings cards of those who are away, and of nobody else', async () => {
    const { roomId, host, members } = await openRoom({}, ['Ben'])
    const [ben] = members as [Member]
    const strange = rotation([host, ben], { cards: { [makeId('Nobody')]: 'card' } })
    expect(refusalOf(await host.rotate(roomId, strange))).toEqual([400, 'invalid-request'])
    expectStatus(
      await host.rotate(roomId, rotation([host, ben], { cards: { [ben.id]: 'card in epoch 2' } })),
      200,
    )
    expect((await host.callRoom(roomId, 'GET', '/participants')).body.participants).toContainEqual(
      expect.objectContaining({ participantId: ben.id, card: 'card in epoch 2' }),
    )
  })

  test('may have a body of 256 KiB', async () => {
    const { roomId, host } = await openRoom({}, [])
    const wraps = (length: number) =>
      Object.fromEntries(Array.from({ length }, (_, n) => [`${n}`.padStart(21, '0'), 'w'.repeat(512)]))
    const request = (length: number) => host.rotate(roomId, { ...rotation([]), wraps: wraps(length) })
    expect(refusalOf(await request(400))).toEqual([409, 'members-changed'])
    expect(refusalOf(await request(500))).toEqual([413, 'body-too-large'])
  })
})

describe('somebody who was away', () => {
  test('is given all epochs above theirs with the welcome, the oldest first, also after the room slept', async () => {
    const { roomId, host } = await openRoom({}, [])
    for (const epoch of [2, 3, 4])
      expectStatus(await host.rotate(roomId, { ...rotation([host]), epoch, check: `check-${epoch}` }), 200)
    await evictDurableObject(roomObject(roomId))
    const path = (query: string) => host.callRoom(roomId, 'GET', `/epochs${query}`)
    expect((await path('?after=2')).body.epochs).toMatchObject([{ epoch: 3 }, { epoch: 4 }])
    const connection = await host.openConnection(roomId, undefined, 2)
    expect((await connection.nextEvent('room.welcome', 'no welcome')).epochs).toMatchObject([
      { epoch: 3, check: 'check-3' },
      { epoch: 4, wrap: `wrap for ${host.id}` },
    ])
  })
})
