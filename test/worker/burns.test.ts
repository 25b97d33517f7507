import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { BURN, BURN_KEPT_MS, BURN_SEATS_MAX } from '../../protocol/limits.ts'
import type { RevealedText } from '../../protocol/message.ts'
import { refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { countRows } from './count-rows.ts'
import { Facilitator } from './facilitator.ts'
import { letTimePass } from './pass-time.ts'
import { Person, readAlarm, readTables, roomObject, runInRoom } from './person.ts'

const GONE = { text: '', deletedAt: expect.any(Number), deletedBy: 'burn' }
const GONE_FOR_ME = [404, 'message-not-found']

let host: Person
let hosting: TestConnection
let roomId: string

beforeEach(async () => {
  host = new Person()
  roomId = await host.createRoom({ capacity: null, lifetime: 86_400 })
  hosting = await host.joinAndConnect(roomId, { alias: 'Ada' })
})

/** Says something that is read once, by default for half a minute. */
const say = (text = 'secret', more: object = {}) => host.postMessage(roomId, { text, burn: 30, ...more })

const reveal = (person: Person, seq = 1) => person.callRoom(roomId, 'POST', `/messages/${seq}/reveal`)

/** Reveals a text, and returns it with the time until which it is shown. */
async function read(person: Person, seq = 1): Promise<RevealedText> {
  const revealed = await reveal(person, seq)
  expect(revealed.status).toBe(200)
  return JSON.parse(revealed.text)
}

async function enter(alias: string) {
  const person = new Person()
  const connection = await person.joinAndConnect(roomId, { alias })
  return { person, connection }
}

const waitForRead = (connection: TestConnection, read: number) =>
  connection.nextEvent('chat.read', 'its author does not hear of it', (data) => data.read === read)

const waitUntilGone = (connection: TestConnection) =>
  connection.nextEvent('chat.update', 'nobody is told that it is gone', (data) => data.text === '')

test('a message is read once: everyone sees that it is there, its author sees who read it, and it goes after the last clock', async () => {
  const [ben, cid, dan] = [await enter('Ben'), await enter('Cid'), await enter('Dan')]
  // The author sits at a relay where there are any.
  const { connection: author } = await enter('Eve')
  const others = [hosting, ben.connection, cid.connection, dan.connection]
  author.sendEvent('chat.message', { id: 'm', text: 'secret', burn: 30 })
  expect(await author.nextEvent('chat.message', 'its author is not told')).toMatchObject({
    ...{ text: 'secret', burn: 30, read: 0, of: 4 },
  })
  for (const connection of others) {
    const message = await connection.nextEvent('chat.message', 'nobody is told')
    expect(message).toMatchObject({ text: '', burn: 30 })
    expect(message).not.toHaveProperty('of')
  }
  const first = await read(ben.person)
  expect(first.text).toBe('secret')
  expect(first.until - Date.now()).toBeGreaterThan(25_000)
  expect(await waitForRead(author, 1)).toEqual({ seq: 1, read: 1, of: 4 })
  expect(await read(ben.person)).toEqual(first)
  letTimePass(20_000)
  for (const person of [cid.person, dan.person]) await read(person)
  letTimePass(20_000)
  expect(refusalOf(await reveal(ben.person))).toEqual(GONE_FOR_ME)
  const last = await read(host)
  await waitForRead(author, 4)
  expect((await readAlarm(roomId)) ?? 0).toBeGreaterThanOrEqual(last.until)
  expect((await readAlarm(roomId)) ?? 0).toBeLessThan(last.until + 1_000)
  expect(author.receivedData('chat.read').map((data) => data.read)).toEqual([1, 2, 3, 4])
  for (const connection of others) expect(connection.receivedData('chat.read')).toEqual([])
  await evictDurableObject(roomObject(roomId))
  letTimePass(last.until - Date.now())
  await runDurableObjectAlarm(roomObject(roomId))
  for (const connection of [author, ...others])
    expect(await waitUntilGone(connection)).toMatchObject({ seq: 1, ...GONE })
  for (const connection of [author, ...others])
    expect(connection.receivedData('chat.message')).toHaveLength(1)
  expect(await readTables(roomId)).not.toMatch(/secret|"due_at"|"clocks"/)
  expect(refusalOf(await reveal(host))).toEqual(GONE_FOR_ME)
})

test('its text is in no history, welcome, change, stream or answer but its author’s', async () => {
  const { person: ben } = await enter('Ben')
  expect((await say('secret', { id: 'm' })).body).toMatchObject({ text: 'secret', read: 0, of: 1 })
  await read(ben)
  await host.callRoom(roomId, 'PUT', '/messages/1/reactions/a')
  await evictDurableObject(roomObject(roomId))
  const late = await enter('Late')
  const seenBy = async (person: Person) => {
    const connection = await person.openConnection(roomId)
    const resumed = await person.openConnection(roomId, 0, undefined, 0)
    const stream = await person.openEventStream(roomId, '0.0')
    for (const each of [connection, resumed, stream]) await each.nextEvent('room.welcome', 'no welcome')
    const pages = ['', '?after=0', '?before=2', '?changedSince=0'].map((query) =>
      person.callRoom(roomId, 'GET', `/messages${query}`),
    )
    const welcomes = [connection, resumed, stream].map((each) => each.receivedData('room.welcome')[0])
    return [
      ...welcomes.map((welcome) => welcome?.messages[0]),
      ...(await Promise.all(pages)).map(({ body }) => body.messages?.[0]),
    ]
  }
  for (const message of await seenBy(host)) expect(message).toMatchObject({ text: 'secret', read: 1, of: 1 })
  for (const person of [ben, late.person])
    for (const message of await seenBy(person)) {
      expect(message).toMatchObject({ seq: 1, text: '', burn: 30 })
      expect(JSON.stringify(message)).not.toMatch(/secret|"of"/)
    }
  const again = await say('secret', { id: 'm' })
  expect([again.status, again.body.text, again.body.read]).toEqual([200, 'secret', 1])
})

test('no transcript has the text, before or after, not even its author’s', async () => {
  const ann = await Facilitator.signUp()
  roomId = (await ann.scheduleRoom({ title: 'Talk' })).roomId
  await ann.joinRoom(roomId)
  await ann.postMessage(roomId, { text: 'secret', burn: 30 })
  const download = () =>
    Promise.all((['json', 'csv', 'markdown'] as const).map((each) => ann.downloadTranscript(roomId, each)))
  const [, , open] = await download()
  expect(open?.text).toContain('*to be read once*')
  for (const { text } of await download()) expect(text).not.toContain('secret')
  await ann.callApi('POST', `/api/account/rooms/${roomId}/close`)
  letTimePass(BURN_KEPT_MS)
  const [, , gone] = await download()
  expect(gone?.text).toContain('*disappeared*')
  expect(await readTables(roomId)).not.toContain('secret')
})

test('after an hour it goes, whoever has not read it; nobody’s clock runs longer, and a late alarm reveals nothing', async () => {
  const { person: ben } = await enter('Ben')
  const { person: cid } = await enter('Cid')
  const { body } = await say('secret', { burn: BURN.max })
  const end = (body.timestamp ?? 0) + BURN_KEPT_MS
  letTimePass(1_800_000)
  expect((await read(ben)).until).toBe(end)
  letTimePass(end - Date.now())
  for (const person of [ben, cid]) expect(refusalOf(await reveal(person))).toEqual(GONE_FOR_ME)
  expect((await host.readHistory(roomId))[0]).toMatchObject(GONE)
})

test('who came later may read it while it is there, and counts from then on; where it was said to nobody, it waits for them', async () => {
  await say()
  const { person: ben } = await enter('Ben')
  const { until } = await read(ben)
  expect(await waitForRead(hosting, 1)).toEqual({ seq: 1, read: 1, of: 1 })
  const { person: cid } = await enter('Cid')
  letTimePass(10_000)
  const later = await read(cid)
  expect(later.until).toBeGreaterThan(until)
  letTimePass(until - Date.now())
  expect((await read(cid)).text).toBe('secret')
  letTimePass(later.until - Date.now())
  expect((await host.readHistory(roomId))[0]).toMatchObject(GONE)
  roomId = await host.createRoom({ capacity: null, history: 'from-join' })
  await host.joinRoom(roomId)
  await say()
  expect(refusalOf(await reveal((await enter('Dan')).person))).toEqual(GONE_FOR_ME)
})

test('it is revealed to nobody else: not its author, no stranger, nobody removed, and no other message', async () => {
  const { person: ben, connection } = await enter('Ben')
  await say()
  await host.sendMessage(roomId, 'plain')
  expect(refusalOf(await reveal(host))).toEqual([403, 'not-allowed'])
  for (const seq of [2, 3]) expect(refusalOf(await reveal(ben, seq))).toEqual(GONE_FOR_ME)
  expect(refusalOf(await reveal(new Person()))).toEqual([401, 'not-a-participant'])
  await host.callRoom(roomId, 'DELETE', `/participants/${connection.id}`)
  expect(refusalOf(await reveal(ben))).toEqual([401, 'not-a-participant'])
  expect(await host.readHistory(roomId)).toMatchObject([{ text: 'secret', read: 0 }, { text: 'plain' }])
})

test('it can’t be edited; taken back it is gone at once, with its pin and its timer', async () => {
  const { person: ben } = await enter('Ben')
  await say()
  expect(refusalOf(await host.callRoom(roomId, 'PATCH', '/messages/1', { text: 'x' }))).toEqual([
    403,
    'not-allowed',
  ])
  await host.callRoom(roomId, 'PATCH', '', { pinned: 1 })
  expect(await readTables(roomId)).toContain('secret')
  await host.callRoom(roomId, 'DELETE', '/messages/1')
  expect(refusalOf(await reveal(ben))).toEqual(GONE_FOR_ME)
  expect(await readTables(roomId)).not.toMatch(/secret|"due_at"/)
  expect((await host.callRoom(roomId, 'GET')).body.pinned).toBe(null)
})

test('with a time to disappear it goes at whichever comes first', async () => {
  const { person: ben } = await enter('Ben')
  const { body } = await say('secret', { expires: 20 })
  expect((await read(ben)).until).toBe((body.timestamp ?? 0) + 20_000)
  letTimePass(20_000)
  expect((await host.readHistory(roomId))[0]).toMatchObject(GONE)
})

test('in a room with more seats taken, or beside what stands in the open, it is refused', async () => {
  for (const burn of [BURN.min - 1, BURN.max + 1, 5.5, true])
    expect((await host.callRoom(roomId, 'POST', '/messages', { text: 'x', burn })).status).toBe(400)
  const poll = await say('x', { kind: 'poll', options: ['a', 'b'] })
  expect(poll.body).toMatchObject({ error: { issues: [{ path: 'kind' }, { path: 'options' }] } })
  const addSeats = (count: number) =>
    runInRoom(roomId, ({ sql }) => {
      for (let seat = 0; seat < count; seat += 1)
        sql.exec(
          "INSERT INTO participants (n, participant_id, alias, role, token) VALUES (?, ?, ?, 'participant', 'x')",
          ...[100 + seat, `p${seat}`, `Seat ${seat}`],
        )
    })
  await addSeats(BURN_SEATS_MAX - 1)
  await evictDurableObject(roomObject(roomId))
  expect((await say()).body.of).toBe(BURN_SEATS_MAX - 1)
  const { person: ben } = await enter('Ben')
  expect(refusalOf(await say())).toEqual([409, 'too-many-seats'])
  // Ben is one more than the clocks of the first.
  expect((await reveal(ben)).status).toBe(200)
  expect(refusalOf(await reveal((await enter('Cid')).person))).toEqual([403, 'not-allowed'])
})

test('it writes two rows more, the first clock one, the last three, and four when it goes', async () => {
  const { person: ben } = await enter('Ben')
  const { person: cid } = await enter('Cid')
  await say('one', { burn: 5 })
  expect(await countRows(roomId, () => say('two'))).toBe(3)
  expect(await countRows(roomId, () => reveal(ben, 2))).toBe(1)
  expect(await countRows(roomId, () => reveal(ben, 2))).toBe(0)
  for (const person of [ben, cid]) await read(person, 1)
  letTimePass(5_000)
  await host.readHistory(roomId)
  expect(await countRows(roomId, () => reveal(cid, 2))).toBe(3)
  letTimePass(30_000)
  expect(await countRows(roomId, () => host.readHistory(roomId))).toBe(4)
})
