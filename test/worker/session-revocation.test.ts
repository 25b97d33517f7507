import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, test, vi } from 'vitest'
import type { SessionId } from '../../protocol/account.ts'
import { SESSION_MS, SESSIONS_MAX } from '../../protocol/account-limits.ts'
import { claimSessionId } from '../../worker/ids.ts'
import { Room } from '../../worker/room/room.ts'
import { refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { DAY, Facilitator, HOUR, PASSWORD } from './facilitator.ts'
import { Person, roomObject, runInRoom } from './person.ts'

const ANOTHER = 'another horse battery'

/** A facilitator on two devices and a participant, all of them in the room. */
async function makeRoomWithDevices() {
  const ann = await Facilitator.signUp()
  const phone = new Person()
  await ann.signIn(PASSWORD, phone)
  const { roomId } = await ann.scheduleRoom()
  const participant = await new Person().joinAndConnect(roomId, { alias: 'Guest' })
  return { ann, phone, roomId, participant }
}

/** Its device's socket is closed as one of nobody's. */
async function expectDead(person: Person, connection: TestConnection, roomId: string) {
  expect((await connection.waitForClose('a session that has ended is still connected')).code).toBe(4401)
  expect(refusalOf(await person.postMessage(roomId, { text: 'still me' }))).toEqual([
    401,
    'not-a-participant',
  ])
  expect((await person.requestUpgrade(roomId)).status).toBe(401)
}

const seatRows = (ann: Facilitator) =>
  ann.runInAccount(({ sql }) => sql.exec<{ step: string }>('SELECT step FROM seats').toArray())

/** The sessions that hold the facilitator's seat, one for each of its tokens. */
const sessionsIn = (roomId: string) =>
  runInRoom(roomId, ({ sql }) =>
    sql
      .exec<{ sessionId: SessionId | null }>(
        'SELECT session_id AS sessionId FROM facilitator_tokens ORDER BY n',
      )
      .toArray(),
  ).then((rows) => rows.map(({ sessionId }) => sessionId ?? claimSessionId('')))

describe('another password', () => {
  test('ends seats and sockets of every other session, and not those of the device it is set at', async () => {
    const { ann, phone, roomId } = await makeRoomWithDevices()
    const own = await ann.joinAndConnect(roomId, { alias: 'Ann' })
    const stolen = await phone.joinAndConnect(roomId)
    const reply = await ann.callApi('PATCH', '/api/account', { password: PASSWORD, newPassword: ANOTHER })
    expect(reply.status).toBe(200)
    await expectDead(phone, stolen, roomId)
    expect((await ann.postMessage(roomId, { text: 'still me' })).status).toBe(201)
    expect((await own.nextEvent('chat.message', 'the own device is out, too')).text).toBe('still me')
    expect(await seatRows(ann)).toEqual([{ step: 'seated' }])
  })

  test('ends the seat that a session took and lost before', async () => {
    const { ann, phone, roomId } = await makeRoomWithDevices()
    const stolen = await phone.joinAndConnect(roomId, { alias: 'Ann' })
    await phone.callApi('DELETE', '/api/session')
    expect((await phone.postMessage(roomId, { text: 'as a participant' })).status).toBe(201)
    await ann.callApi('PATCH', '/api/account', { password: PASSWORD, newPassword: ANOTHER })
    await expectDead(phone, stolen, roomId)
    expect(await sessionsIn(roomId)).toEqual([])
    expect(await seatRows(ann)).toEqual([])
    // The seat itself stays the facilitator's.
    expect(await ann.joinRoom(roomId)).toMatchObject({ alias: 'Ann', role: 'facilitator' })
  })

  test.for(['change', 'recovery'] as const)(
    'makes the recovery codes void and gives others: %s',
    async (by) => {
      const { ann, phone, roomId } = await makeRoomWithDevices()
      const stolen = await phone.joinAndConnect(roomId)
      const [first = '', second = ''] = ann.account.recoveryCodes
      const change = { password: PASSWORD, newPassword: ANOTHER }
      const recovery = { email: ann.email, code: first, newPassword: ANOTHER }
      const reply =
        by === 'change'
          ? await ann.callApi('PATCH', '/api/account', change)
          : await new Person().callApi('POST', '/api/account/recovery', recovery)
      const account = JSON.parse(reply.text)
      expect([reply.status, account.recoveryCodesLeft, account.recoveryCodes.length]).toEqual([200, 10, 10])
      await expectDead(phone, stolen, roomId)
      const recover = (code: string) =>
        new Person().callApi('POST', '/api/account/recovery', {
          email: ann.email,
          code,
          newPassword: PASSWORD,
        })
      expect(refusalOf(await recover(second))).toEqual([401, 'wrong-credentials'])
      expect((await recover(account.recoveryCodes[3])).status).toBe(200)
    },
  )

  test('is sent to a room that slept meanwhile', async () => {
    const { ann, phone, roomId } = await makeRoomWithDevices()
    const stolen = await phone.joinAndConnect(roomId)
    await evictDurableObject(roomObject(roomId))
    await ann.callApi('PATCH', '/api/account', { password: PASSWORD, newPassword: ANOTHER })
    await expectDead(phone, stolen, roomId)
  })
})

describe('a facilitator’s seat without its session', () => {
  interface Case {
    how: string
    end: (ann: Facilitator, phone: Person) => Promise<unknown>
  }
  const CASES: Case[] = [
    { how: 'logged out', end: (_, phone) => phone.callApi('DELETE', '/api/session') },
    { how: 'ended elsewhere', end: (ann) => ann.callApi('DELETE', '/api/account/sessions') },
    {
      how: 'expired',
      end: async (ann) => {
        await ann.runInAccount(
          ({ sql }) => void sql.exec('UPDATE sessions SET seen_at = seen_at - ?', SESSION_MS),
        )
        expect(await runDurableObjectAlarm(ann.accountObject)).toBe(true)
      },
    },
    {
      how: 'pushed out by newer ones',
      end: async (ann) => {
        for (let n = 0; n < SESSIONS_MAX; n += 1) await ann.signIn(PASSWORD, new Person())
      },
    },
  ]
  test.for(CASES)('is a participant’s to everyone from that moment on: $how', async ({ end }) => {
    const { ann, phone, roomId, participant } = await makeRoomWithDevices()
    const connection = await phone.joinAndConnect(roomId, { alias: 'Ann' })
    expect((await participant.nextEvent('presence.join', 'nobody came')).role).toBe('facilitator')
    await end(ann, phone)
    expect(await participant.nextEvent('presence.update', 'nobody is notified')).toMatchObject({
      participantId: connection.id,
      alias: 'Ann',
      role: 'participant',
    })
    expect((await connection.nextEvent('presence.update', 'the seat itself is not sent its role')).role).toBe(
      'participant',
    )
    expect((await phone.postMessage(roomId, { text: 'like anybody' })).status).toBe(201)
    expect(refusalOf(await phone.callRoom(roomId, 'PATCH', '', { locked: true }))).toEqual([
      403,
      'not-allowed',
    ])
    const late = new Person()
    await late.joinRoom(roomId)
    const welcome = await (await late.openConnection(roomId)).nextEvent('room.welcome', 'no welcome')
    expect(welcome.participants.find(({ alias }) => alias === 'Ann')?.role).toBe('participant')

    await ann.signIn(PASSWORD, phone)
    expect(await phone.joinRoom(roomId)).toMatchObject({ participantId: connection.id, role: 'facilitator' })
    expect((await participant.nextEvent('presence.update', 'who is back is a participant still')).role).toBe(
      'facilitator',
    )
  })

  test('is a participant’s also where its holder is away: the role stands beside what was said', async () => {
    const { phone, roomId, participant } = await makeRoomWithDevices()
    const { participantId } = await phone.joinRoom(roomId)
    await phone.callApi('DELETE', '/api/session')
    expect(await participant.nextEvent('presence.update', 'nobody is notified')).toMatchObject({
      participantId,
      role: 'participant',
      present: 1,
    })
  })

  test('is closed where another session holds it: one seat can’t be of two kinds', async () => {
    const { ann, phone, roomId } = await makeRoomWithDevices()
    await ann.joinAndConnect(roomId)
    const other = await phone.joinAndConnect(roomId)
    await phone.callApi('DELETE', '/api/session')
    await expectDead(phone, other, roomId)
    expect((await ann.joinRoom(roomId)).role).toBe('facilitator')
  })

  test('is not taken by a request that was on its way when the session ended', async () => {
    const { ann, roomId } = await makeRoomWithDevices()
    const who = { accountId: ann.accountId, sessionId: claimSessionId('S'.repeat(21)) }
    await roomObject(roomId).endSessions(who.accountId, [who.sessionId], true)
    const { value } = await roomObject(roomId).joinRoom(who, {})
    expect(value?.role).toBe('participant')
  })

  test('is nobody’s business but the account’s', async () => {
    const { ann, roomId } = await makeRoomWithDevices()
    await ann.joinAndConnect(roomId)
    const ben = await Facilitator.signUp()
    const [session = claimSessionId('')] = await sessionsIn(roomId)
    const answer = await roomObject(roomId).endSessions(ben.accountId, [session], true)
    expect(answer.refusal?.code).toBe('room-not-found')
    expect(await sessionsIn(roomId)).toEqual([session])
  })
})

describe('what is to be sent to rooms', () => {
  test('is stored with an alarm before any room is called, and sent after a crash', async () => {
    const { ann, phone, roomId } = await makeRoomWithDevices()
    const stolen = await phone.joinAndConnect(roomId)
    const seen: unknown[] = []
    const spy = vi.spyOn(Room.prototype, 'endSessions').mockImplementation(async () => {
      const steps = (await seatRows(ann)).map(({ step }) => step)
      const alarm = await ann.runInAccount((storage) => storage.getAlarm())
      seen.push({ steps, isSoon: alarm !== null && alarm <= Date.now() + 31_000 })
      throw new Error('the power goes')
    })
    const reply = await ann.callApi('PATCH', '/api/account', { password: PASSWORD, newPassword: ANOTHER })
    spy.mockRestore()
    expect([reply.status, seen]).toEqual([200, [{ steps: ['revoking'], isSoon: true }]])
    await evictDurableObject(ann.accountObject)
    expect(await runDurableObjectAlarm(ann.accountObject)).toBe(true)
    await expectDead(phone, stolen, roomId)
    expect(await seatRows(ann)).toEqual([])
  })

  test('is sent once more where the crash came after it was sent', async () => {
    const { ann, phone, roomId } = await makeRoomWithDevices()
    const own = await ann.joinAndConnect(roomId)
    const stolen = await phone.joinAndConnect(roomId)
    await ann.callApi('DELETE', '/api/account/sessions')
    await ann.runInAccount(
      ({ sql }) => void sql.exec("UPDATE seats SET step = 'ending' WHERE session_id = ''"),
    )
    await evictDurableObject(ann.accountObject)
    await runDurableObjectAlarm(ann.accountObject)
    await expectDead(phone, stolen, roomId)
    own.sendMessage('m1', 'still here')
    expect((await own.nextEvent('chat.message', 'who was sent it twice is out')).text).toBe('still here')
  })

  test('concerns no room in which the session never sat, and goes with a room that is gone', async () => {
    const { ann, phone, roomId } = await makeRoomWithDevices()
    const other = await ann.scheduleRoom({ closesAt: Date.now() + DAY })
    await phone.joinAndConnect(roomId)
    await phone.joinRoom(other.roomId)
    const delivered = vi.spyOn(Room.prototype, 'endSessions')
    await ann.callApi('DELETE', `/api/account/rooms/${other.roomId}`)
    await ann.scheduleRoom({ opensAt: Date.now() + HOUR, closesAt: Date.now() + DAY })
    await phone.callApi('DELETE', '/api/session')
    expect(delivered).toHaveBeenCalledTimes(1)
    await ann.callApi('DELETE', `/api/account/rooms/${roomId}`)
    expect(await seatRows(ann)).toEqual([])
  })
})
