import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { nanoid } from 'nanoid'
import { describe, expect, test, vi } from 'vitest'
import type { RoomStep } from '../../worker/account/room-index.ts'
import { Room } from '../../worker/room/room.ts'
import { refusalOf } from '../support/api-client.ts'
import {
  Facilitator,
  HOUR,
  listAccountTables,
  PASSWORD,
  runInAccount,
  shiftRoomTimes,
} from './facilitator.ts'
import { listTables, Person, roomObject, runInRoom } from './person.ts'

interface Entry {
  room_id: string
  step: RoomStep
  title_key: string
  next_title_key: string | null
  [column: string]: SqlStorageValue
}

const index = (ann: Facilitator) =>
  ann.runInAccount(({ sql }) => sql.exec<Entry>('SELECT * FROM rooms').toArray())

/** Leaves the account as a crash would that came right after `step` was written down. */
async function storeCrash(
  ann: Facilitator,
  roomId: string,
  step: RoomStep,
  nextTitleKey: string | null = null,
) {
  await ann.runInAccount(({ sql }) => {
    sql.exec('UPDATE rooms SET step = ?, next_title_key = ? WHERE room_id = ?', step, nextTitleKey, roomId)
  })
  await evictDurableObject(ann.accountObject)
}

/** What repairs after a crash: the alarm, or the first request. */
const REPAIRS: { by: string; repair: (ann: Facilitator) => Promise<unknown> }[] = [
  {
    by: 'the alarm',
    repair: async (ann) => {
      await ann.runInAccount((storage) => storage.setAlarm(Date.now() + HOUR))
      expect(await runDurableObjectAlarm(ann.accountObject)).toBe(true)
    },
  },
  { by: 'the list of rooms', repair: (ann) => ann.listRooms() },
]

describe('what is begun is written down first, with an alarm', () => {
  const CALLS = ['createPlannedRoom', 'changePlan', 'closeRoom', 'deleteRoom'] as const
  const STEPS: Record<(typeof CALLS)[number], RoomStep> = {
    createPlannedRoom: 'creating',
    changePlan: 'changing',
    closeRoom: 'changing',
    deleteRoom: 'deleting',
  }
  test.for(CALLS)('before the room is called (%s)', async (call) => {
    const ann = await Facilitator.signUp()
    const seen: { step: RoomStep | undefined; alarm: number | null }[] = []
    const { roomId } =
      call === 'createPlannedRoom' ? { roomId: '' } : await ann.scheduleRoom({ title: 'Circle' })
    const real = Room.prototype[call] as (...args: unknown[]) => unknown
    const spy = vi.spyOn(Room.prototype, call).mockImplementation(async function (
      this: Room,
      ...args: unknown[]
    ) {
      const [entry] = await index(ann)
      seen.push({ step: entry?.step, alarm: await ann.runInAccount((storage) => storage.getAlarm()) })
      return real.apply(this, args) as never
    } as never)
    const path = `/api/account/rooms/${roomId}`
    if (call === 'createPlannedRoom') await ann.scheduleRoom()
    if (call === 'changePlan') await ann.changeRoom(roomId, { title: 'Another' })
    if (call === 'closeRoom') await ann.callApi('POST', `${path}/close`)
    if (call === 'deleteRoom') await ann.callApi('DELETE', path)
    spy.mockRestore()
    expect(seen).toEqual([{ step: STEPS[call], alarm: expect.any(Number) }])
    expect(seen[0]?.alarm).toBeLessThanOrEqual(Date.now() + 31_000)
    expect((await index(ann)).map(({ step }) => step)).toEqual(call === 'deleteRoom' ? [] : ['live'])
  })
})

describe.for(REPAIRS)('after a crash, by $by', ({ repair }) => {
  test('a room that was to be made and was not is forgotten, and its title is free', async () => {
    const ann = await Facilitator.signUp()
    const roomId = nanoid()
    await ann.runInAccount(({ sql }) => {
      sql.exec(
        "INSERT INTO rooms (room_id, step, title_key, gone_at) VALUES (?, 'creating', 'circle', 1)",
        roomId,
      )
    })
    await evictDurableObject(ann.accountObject)
    await repair(ann)
    expect(await index(ann)).toEqual([])
    expect(await listTables(roomId)).toEqual([])
    expect((await ann.requestSchedule({ title: 'Circle' })).status).toBe(201)
  })

  test('a room that was made and never answered for is unmade', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ title: 'Circle' })
    await storeCrash(ann, roomId, 'creating')
    await repair(ann)
    expect(await index(ann)).toEqual([])
    expect(await listTables(roomId)).toEqual([])
    expect(await ann.listRooms()).toEqual([])
  })

  test('a room that was to be changed and was not keeps its title, and the other is free', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ title: 'Before' })
    await storeCrash(ann, roomId, 'changing', 'after')
    await repair(ann)
    expect(await index(ann)).toMatchObject([{ step: 'live', title_key: 'before', next_title_key: null }])
    expect((await ann.requestSchedule({ title: 'After' })).status).toBe(201)
    expect(refusalOf(await ann.requestSchedule({ title: 'Before' }))).toEqual([409, 'title-taken'])
  })

  test('a room that was changed is followed, and its old title is free', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ title: 'Before' })
    await ann.changeRoom(roomId, { title: 'After' })
    await ann.runInAccount(({ sql }) => void sql.exec("UPDATE rooms SET title_key = 'before', gone_at = 1"))
    await storeCrash(ann, roomId, 'changing', 'after')
    await repair(ann)
    expect(await index(ann)).toMatchObject([{ step: 'live', title_key: 'after', next_title_key: null }])
    expect(await ann.listRooms()).toMatchObject([{ roomId, title: 'After' }])
    expect((await ann.requestSchedule({ title: 'Before' })).status).toBe(201)
  })

  test('a room that was to be deleted and was not is deleted, for those in it too', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    const connection = await new Person().joinAndConnect(roomId)
    await storeCrash(ann, roomId, 'deleting')
    await repair(ann)
    expect((await connection.nextEvent('chat.destroy', 'the participant is not notified')).reason).toBe(
      'destroyed',
    )
    expect(await listTables(roomId)).toEqual([])
    expect(await index(ann)).toEqual([])
  })

  test('a room that was deleted already is forgotten', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    await roomObject(roomId).deleteRoom(ann.accountId)
    await storeCrash(ann, roomId, 'deleting')
    await repair(ann)
    expect(await index(ann)).toEqual([])
    expect(await ann.runInAccount((storage) => storage.getAlarm())).toBe(null)
  })

  test('a room that is gone by itself leaves the account', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ retainFor: 0 })
    await shiftRoomTimes(roomId, HOUR)
    await ann.runInAccount(({ sql }) => void sql.exec('UPDATE rooms SET gone_at = gone_at - ?', HOUR))
    await evictDurableObject(ann.accountObject)
    await repair(ann)
    expect(await index(ann)).toEqual([])
    expect(await listTables(roomId)).toEqual([])
  })

  test('a room that lives longer than the account knew stays', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    await ann.runInAccount(({ sql }) => void sql.exec('UPDATE rooms SET gone_at = 1'))
    await evictDurableObject(ann.accountObject)
    await repair(ann)
    expect((await ann.listRooms()).map((room) => room.roomId)).toEqual([roomId])
  })
})

describe('a list whose rooms were asked before a change', () => {
  test('leaves what the change wrote down, where the change is done', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ title: 'Before' })
    const describeRoom = Room.prototype.describeRoom
    vi.spyOn(Room.prototype, 'describeRoom').mockImplementationOnce(async function (this: Room, accountId) {
      const answer = await describeRoom.call(this, accountId)
      await ann.changeRoom(roomId, { title: 'After' })
      return answer
    })
    await ann.listRooms()
    expect(await index(ann)).toMatchObject([{ step: 'live', title_key: 'after' }])
    expect((await ann.requestSchedule({ title: 'Before' })).status).toBe(201)
    expect(refusalOf(await ann.requestSchedule({ title: 'After' }))).toEqual([409, 'title-taken'])
  })

  test('leaves what the change wrote down, where the change is under way', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ title: 'Before' })
    const begun = Promise.withResolvers<void>()
    const listed = Promise.withResolvers<void>()
    const { describeRoom, changePlan } = Room.prototype
    let change: Promise<unknown> = Promise.resolve()
    vi.spyOn(Room.prototype, 'changePlan').mockImplementationOnce(async function (this: Room, ...plan) {
      begun.resolve()
      await listed.promise
      return changePlan.apply(this, plan)
    })
    vi.spyOn(Room.prototype, 'describeRoom').mockImplementationOnce(async function (this: Room, accountId) {
      const answer = await describeRoom.call(this, accountId)
      change = ann.changeRoom(roomId, { title: 'After' })
      await begun.promise
      return answer
    })
    await ann.listRooms()
    expect(await index(ann)).toMatchObject([{ step: 'changing', next_title_key: 'after' }])
    listed.resolve()
    await change
    expect(await index(ann)).toMatchObject([{ step: 'live', title_key: 'after' }])
  })
})

describe('what is left of a crash is in nobody’s way', () => {
  test('a title that is reserved for a room never made is given to who asks', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ title: 'Circle' })
    await storeCrash(ann, roomId, 'creating')
    expect((await ann.requestSchedule({ title: 'circle' })).status).toBe(201)
    expect(await listTables(roomId)).toEqual([])
  })

  test('a room in the middle of a change is changed again', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ title: 'Before' })
    await storeCrash(ann, roomId, 'changing', 'after')
    expect(await ann.changeRoom(roomId, { title: 'Later' })).toMatchObject({ title: 'Later' })
  })

  test('a room half made, or half deleted, is none to change or delete', async () => {
    const ann = await Facilitator.signUp()
    for (const step of ['creating', 'deleting'] as const) {
      const { roomId } = await ann.scheduleRoom()
      await storeCrash(ann, roomId, step)
      const path = `/api/account/rooms/${roomId}`
      expect(refusalOf(await ann.callApi('PATCH', path, { locked: true }))).toEqual([404, 'room-not-found'])
      expect(await listTables(roomId)).toEqual([])
    }
  })
})

describe('deleting an account', () => {
  test('leaves nothing of it, its rooms, or its sessions', async () => {
    const ann = await Facilitator.signUp()
    const phone = new Person()
    await ann.signIn(PASSWORD, phone)
    const rooms = [await ann.scheduleRoom(), await ann.scheduleRoom({ opensAt: Date.now() + 60_000 })]
    const closed = await ann.scheduleRoom()
    const connection = await new Person().joinAndConnect(rooms[0]?.roomId ?? '')
    await shiftRoomTimes(closed.roomId, HOUR)
    expect(refusalOf(await ann.callApi('DELETE', '/api/account', { password: 'not the password' }))).toEqual([
      403,
      'wrong-password',
    ])
    const stale = ann.sessionCookie
    expect((await ann.callApi('DELETE', '/api/account', { password: PASSWORD })).status).toBe(204)
    expect(ann.sessionCookie).toBe('')
    expect((await connection.nextEvent('chat.destroy', 'the participant is not notified')).reason).toBe(
      'destroyed',
    )
    for (const { roomId } of [...rooms, closed]) {
      expect(await listTables(roomId)).toEqual([])
      expect(refusalOf(await new Person().callRoom(roomId, 'GET'))).toEqual([404, 'room-not-found'])
    }
    expect(await listAccountTables(ann.email)).toEqual([])
    expect(await runInAccount(ann.email, (storage) => storage.getAlarm())).toBe(null)
    expect(refusalOf(await phone.callApi('GET', '/api/session'))).toEqual([401, 'not-signed-in'])
    expect(refusalOf(await ann.signIn())).toEqual([401, 'wrong-credentials'])
    expect(await listAccountTables(ann.email)).toEqual([])
    await ann.signUp()
    expect((await phone.callApi('GET', '/api/session')).status).toBe(401)
    expect((await new Person().callApi('GET', '/api/session', undefined, { cookie: stale })).status).toBe(401)
    expect(await ann.listRooms()).toEqual([])
  })

  /** Leaves an account as a crash would that came after its deletion was written down. */
  async function crashInDeletion() {
    const ann = await Facilitator.signUp()
    const [first, second] = [await ann.scheduleRoom(), await ann.scheduleRoom()]
    await ann.runInAccount(async (storage) => {
      storage.sql.exec('UPDATE profile SET deleting = 1')
      await storage.setAlarm(Date.now() + HOUR)
    })
    await evictDurableObject(ann.accountObject)
    return { ann, rooms: [first.roomId, second.roomId] as const }
  }

  async function expectNothing(ann: Facilitator, rooms: readonly string[]) {
    for (const roomId of rooms) expect(await listTables(roomId)).toEqual([])
    expect(await listAccountTables(ann.email)).toEqual([])
    expect(await runInAccount(ann.email, (storage) => storage.getAlarm())).toBe(null)
  }

  test('that stopped before its rooms is finished by the alarm', async () => {
    const { ann, rooms } = await crashInDeletion()
    await runDurableObjectAlarm(ann.accountObject)
    await expectNothing(ann, rooms)
  })

  test('that stopped between two rooms is finished by the alarm', async () => {
    const { ann, rooms } = await crashInDeletion()
    await roomObject(rooms[0]).deleteRoom(ann.accountId)
    await runDurableObjectAlarm(ann.accountObject)
    await expectNothing(ann, rooms)
  })

  test('that stopped after its rooms is finished by the alarm', async () => {
    const { ann, rooms } = await crashInDeletion()
    for (const roomId of rooms) await roomObject(roomId).deleteRoom(ann.accountId)
    await ann.runInAccount(({ sql }) => void sql.exec('DELETE FROM rooms'))
    await runDurableObjectAlarm(ann.accountObject)
    await expectNothing(ann, rooms)
  })

  test('that stopped leaves nobody signed in, and is finished for who signs up again', async () => {
    const { ann, rooms } = await crashInDeletion()
    expect(refusalOf(await ann.callApi('GET', '/api/account/rooms'))).toEqual([401, 'not-signed-in'])
    expect(refusalOf(await ann.signIn())).toEqual([401, 'wrong-credentials'])
    expect(refusalOf(await ann.callRoom(rooms[0], 'PATCH', '', { locked: true }))).toEqual([
      401,
      'not-a-participant',
    ])
    await ann.signUp()
    for (const roomId of rooms) expect(await listTables(roomId)).toEqual([])
    expect(await ann.listRooms()).toEqual([])
  })

  test('is done once nothing else is under way', async () => {
    const ann = await Facilitator.signUp()
    const [made, gone] = await Promise.all([
      ann.requestSchedule(),
      ann.callApi('DELETE', '/api/account', { password: PASSWORD }),
    ])
    expect(gone.status).toBe(204)
    expect([201, 401]).toContain(made.status)
    if (made.body.roomId) expect(await listTables(made.body.roomId)).toEqual([])
    expect(await listAccountTables(ann.email)).toEqual([])
  })

  test('is no business of the rooms of others', async () => {
    const [ann, ben] = [await Facilitator.signUp(), await Facilitator.signUp()]
    const { roomId } = await ben.scheduleRoom()
    await roomObject(roomId).deleteRoom(ann.accountId)
    expect((await runInRoom(roomId, ({ sql }) => sql.exec('SELECT 1 FROM room').toArray())).length).toBe(1)
  })
})
