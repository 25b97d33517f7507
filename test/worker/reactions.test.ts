import { evictDurableObject } from 'cloudflare:test'
import { beforeEach, expect, test, vi } from 'vitest'
import {
  CHANGES_LISTED_MAX,
  CHANGES_TOLD_EVERY,
  REACTIONS,
  REACTORS_NAMED_MAX,
} from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import { Reactors } from '../../protocol/reactions.ts'
import { refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { Facilitator } from './facilitator.ts'
import { Person, roomObject, runInRoom } from './person.ts'

let host: Person
let roomId: string
let hosting: TestConnection

beforeEach(async () => {
  host = new Person()
  roomId = await host.createRoom({ capacity: null })
  hosting = await host.joinAndConnect(roomId, { alias: 'Ada' })
})

const react = (person: Person, seq: number, code: string, method: 'PUT' | 'DELETE' = 'PUT') =>
  person.callRoom(roomId, method, `/messages/${seq}/reactions/${code}`)
const close = (person: Person, seq: number, method: 'PUT' | 'DELETE' = 'PUT') =>
  person.callRoom(roomId, method, `/messages/${seq}/closed`)
const read = async (person: Person, seq: number): Promise<Message | undefined> =>
  (await person.readHistory(roomId, seq - 1))[0]

/** Waits until somebody is told of these reactions to a message. */
const waitForTally = (connection: TestConnection, seq: number, reactions: Record<string, number>) =>
  connection.nextEvent(
    'chat.reactions',
    'nobody is told of the votes',
    (data) => data.seq === seq && JSON.stringify(data.reactions) === JSON.stringify(reactions),
  )

/** Somebody with a seat and a connection. */
async function enter(alias?: string) {
  const person = new Person()
  const connection = await person.joinAndConnect(roomId, alias === undefined ? {} : { alias })
  return { person, connection }
}

test('reactions are counted, told to everyone, and given to each reader with their own', async () => {
  const { person: ben, connection } = await enter('Ben')
  await host.sendMessage(roomId, 'hello')
  expect((await react(ben, 1, 'heart')).status).toBe(204)
  connection.sendEvent('chat.react', { seq: 1, code: 'wave', on: true })
  hosting.sendEvent('chat.react', { seq: 1, code: 'heart', on: true })
  const told = await waitForTally(hosting, 1, { heart: 2, wave: 1 })
  await waitForTally(connection, 1, { heart: 2, wave: 1 })
  expect(await read(ben, 1)).toMatchObject({ reactions: { heart: 2, wave: 1 }, mine: ['heart', 'wave'] })
  expect(await read(host, 1)).toMatchObject({
    reactions: { heart: 2, wave: 1 },
    mine: ['heart'],
    rev: told.rev,
  })
  const later = await new Person().joinAndConnect(roomId)
  const [welcome] = later.receivedData('room.welcome')
  expect(welcome?.messages[0]).toMatchObject({ reactions: { heart: 2, wave: 1 }, rev: told.rev })
  expect(welcome?.messages[0]).not.toHaveProperty('mine')
  expect(welcome?.rev).toBe(told.rev)

  expect((await react(ben, 1, 'heart', 'DELETE')).status).toBe(204)
  expect((await react(ben, 1, 'heart', 'DELETE')).status).toBe(204)
  await waitForTally(hosting, 1, { heart: 1, wave: 1 })
  connection.sendEvent('chat.react', { seq: 1, code: 'wave', on: false })
  await waitForTally(hosting, 1, { heart: 1 })
})

test('a room without reactions says nothing of changes, and has no table for them', async () => {
  await host.sendMessage(roomId, 'hello')
  const connection = await host.openConnection(roomId)
  const welcome = await connection.nextEvent('room.welcome', 'no welcome')
  expect(Object.keys(welcome.messages[0] ?? {})).toEqual([
    'id',
    'seq',
    'roomId',
    'participantId',
    'sender',
    'text',
    'timestamp',
  ])
  expect(welcome).not.toHaveProperty('rev')
  const resumed = await host.openConnection(roomId, 1, undefined, 0)
  expect(await resumed.nextEvent('room.welcome', 'no welcome')).toMatchObject({ rev: 0, changes: [] })
  const page = await host.callRoom(roomId, 'GET', '/messages')
  expect(Object.keys(page.body)).toEqual(['messages', 'lastSeq'])
  const tables = await runInRoom(roomId, ({ sql }) =>
    sql.exec("SELECT name FROM sqlite_master WHERE name IN ('reactions', 'changes')").toArray(),
  )
  expect(tables).toEqual([])
})

test('with one choice another code takes the place of the first; otherwise both count', async () => {
  await host.postMessage(roomId, { text: 'one', choice: 'one' })
  await host.postMessage(roomId, { text: 'several' })
  for (const seq of [1, 2])
    for (const code of ['a', 'b']) expect((await react(host, seq, code)).status).toBe(204)
  expect(await read(host, 1)).toMatchObject({ choice: 'one', reactions: { b: 1 }, mine: ['b'] })
  expect(await read(host, 2)).toMatchObject({ reactions: { a: 1, b: 1 } })
})

test('a poll and a question take the codes of their options only', async () => {
  const options = ['Monday', 'Tuesday']
  const poll = await host.postMessage(roomId, { text: 'When?', kind: 'poll', options })
  expect(poll.body).toMatchObject({ kind: 'poll', options })
  hosting.sendEvent('chat.message', { id: 'q', text: 'Why?', kind: 'question' })
  const asked = await hosting.nextEvent('chat.message', 'no question', ({ id }) => id === 'q')
  expect(asked.kind).toBe('question')
  expect((await react(host, 1, '1')).status).toBe(204)
  expect(await read(host, 1)).toMatchObject({ kind: 'poll', options, reactions: { 1: 1 } })
  const refusals = [await react(host, 1, '2'), await react(host, 1, 'heart'), await react(host, 2, '1')]
  expect(refusals.map(refusalOf)).toEqual(refusals.map(() => [400, 'invalid-request']))
  expect((await react(host, 2, '0')).status).toBe(204)
})

test.each([
  { body: { text: 'x', kind: 'poll' }, path: 'options' },
  { body: { text: 'x', options: ['a', 'b'] }, path: 'options' },
  { body: { text: 'x', kind: 'poll', options: ['a'] }, path: 'options' },
  { body: { text: 'x', kind: 'poll', options: ['a', ' '] }, path: 'options.1' },
  { body: { text: 'x', kind: 'quiz' }, path: 'kind' },
  { body: { text: 'x', choice: 'two' }, path: 'choice' },
])('what makes no poll is refused, and named: $body', async ({ body, path }) => {
  const reply = await host.postMessage(roomId, body)
  expect(refusalOf(reply)).toEqual([400, 'invalid-request'])
  expect(reply.body.error?.issues?.map((issue) => issue.path)).toEqual([path])
})

test('an encrypted room takes one choice, and no kind or options', async () => {
  const person = new Person()
  const encrypted = await person.createRoom({ encryption: 'e2ee' })
  await person.joinRoom(encrypted)
  const text = 'e1.AAAA'
  expect((await person.postMessage(encrypted, { text, choice: 'one' })).body.choice).toBe('one')
  const reply = await person.postMessage(encrypted, { text, kind: 'poll', options: ['a', 'b'] })
  expect(reply.body.error?.issues?.map(({ path }) => path)).toEqual(['kind', 'options'])
})

test('a message takes eight reactions of each, and 24 different ones', async () => {
  await host.sendMessage(roomId, 'hello')
  const people = [host, ...(await Promise.all([enter(), enter(), enter()])).map(({ person }) => person)]
  for (const [index, person] of people.slice(0, 3).entries())
    for (let own = 0; own < REACTIONS.own; own += 1)
      expect((await react(person, 1, `c${index * REACTIONS.own + own}`)).status).toBe(204)
  expect(refusalOf(await react(host, 1, 'c23'))).toEqual([409, 'too-many-reactions'])
  const last = people[3] ?? host
  expect(refusalOf(await react(last, 1, 'new'))).toEqual([409, 'too-many-reactions'])
  expect((await react(last, 1, 'c23')).status).toBe(204)
  hosting.sendEvent('chat.react', { seq: 1, code: 'c23', on: true })
  const error = await hosting.nextEvent('error', 'a refusal is not told')
  expect(error).toMatchObject({ code: 'too-many-reactions', seq: 1, reaction: 'c23' })
})

test('what is no message, no code or nobody’s is refused', async () => {
  await host.sendMessage(roomId, 'hello')
  expect(refusalOf(await react(host, 2, 'a'))).toEqual([404, 'message-not-found'])
  expect(refusalOf(await close(host, 2))).toEqual([404, 'message-not-found'])
  hosting.sendEvent('chat.react', { seq: 9, code: 'a', on: true })
  expect((await hosting.nextEvent('error', 'no refusal')).code).toBe('message-not-found')
  for (const path of ['0/reactions/a', 'x/reactions/a', '1/reactions/%20', `1/reactions/${'x'.repeat(25)}`])
    expect(refusalOf(await host.callRoom(roomId, 'PUT', `/messages/${path}`))).toEqual([
      400,
      'invalid-request',
    ])
  expect(refusalOf(await host.callRoom(roomId, 'PUT', '/messages/1/reactions/a', { more: 1 }))).toEqual([
    400,
    'invalid-request',
  ])
  const stranger = new Person()
  expect(refusalOf(await react(stranger, 1, 'a'))).toEqual([401, 'not-a-participant'])
  expect(refusalOf(await close(stranger, 1))).toEqual([401, 'not-a-participant'])
})

test('its author and hosts close a message to votes, and open it again', async () => {
  const { person: ben } = await enter('Ben')
  const { person: eve } = await enter('Eve')
  await ben.sendMessage(roomId, 'by Ben')
  await react(eve, 1, 'a')
  expect(refusalOf(await close(eve, 1))).toEqual([403, 'not-allowed'])
  expect((await close(ben, 1)).status).toBe(204)
  expect((await close(ben, 1)).status).toBe(204)
  expect(refusalOf(await react(host, 1, 'a'))).toEqual([409, 'voting-closed'])
  expect(refusalOf(await react(eve, 1, 'a', 'DELETE'))).toEqual([409, 'voting-closed'])
  const told = await hosting.nextEvent(
    'chat.reactions',
    'nobody is told that it is closed',
    (data) => !!data.closed,
  )
  expect(told).toMatchObject({ seq: 1, reactions: { a: 1 }, closed: true })
  expect(await read(eve, 1)).toMatchObject({ closed: true, reactions: { a: 1 } })
  expect((await close(host, 1, 'DELETE')).status).toBe(204)
  await hosting.nextEvent('chat.reactions', 'nobody is told that it is open again', (data) => !data.closed)
  expect((await react(host, 1, 'a')).status).toBe(204)
  expect(await read(eve, 1)).not.toHaveProperty('closed')
})

test('tallies are told once a second at most, and in the end as they are', async () => {
  await host.sendMessage(roomId, 'vote')
  const voters = await Promise.all(Array.from({ length: 6 }, () => enter()))
  const from = Date.now()
  for (const { person } of voters) await react(person, 1, 'a')
  await waitForTally(hosting, 1, { a: voters.length })
  const tellings = hosting.receivedData('chat.reactions')
  expect(tellings.length).toBeLessThanOrEqual(2 + Math.floor((Date.now() - from) / CHANGES_TOLD_EVERY))
  const revs = tellings.map(({ rev }) => rev)
  expect(revs).toEqual(revs.toSorted((one, other) => one - other))
})

test('votes between two tellings share a number: a vote is one row, and the telling one', async () => {
  await host.sendMessage(roomId, 'vote')
  const voters = await Promise.all(Array.from({ length: 5 }, () => enter()))
  vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  for (const { person } of voters) await react(person, 1, 'a')
  const changes = await runInRoom(roomId, ({ sql }) =>
    sql.exec<{ rev: number }>('SELECT rev FROM changes').toArray(),
  )
  // The first is told at once; the other four wait for the next telling.
  expect(changes).toEqual([{ rev: 2 }])
})

test('who left keeps the vote, who is removed loses it, and a new seat votes anew', async () => {
  await host.sendMessage(roomId, 'vote')
  const { person: ben } = await enter('Ben')
  const { person: eve, connection } = await enter('Eve')
  for (const person of [ben, eve]) await react(person, 1, 'a')
  await ben.callRoom(roomId, 'POST', '/leave')
  expect((await read(host, 1))?.reactions).toEqual({ a: 2 })
  await evictDurableObject(roomObject(roomId))
  const again = await enter('Cleo')
  expect(await read(again.person, 1)).not.toHaveProperty('mine')
  await react(again.person, 1, 'a')
  await react(again.person, 1, 'b')
  expect((await read(host, 1))?.reactions).toEqual({ a: 3, b: 1 })
  const [{ participantId: eveId } = { participantId: '' }] = connection.receivedData('room.welcome')
  expect((await host.callRoom(roomId, 'DELETE', `/participants/${eveId}`)).status).toBe(204)
  await waitForTally(again.connection, 1, { a: 2, b: 1 })
  expect((await read(host, 1))?.reactions).toEqual({ a: 2, b: 1 })
})

test('who resumes by `rev` learns what has changed since, once, and their own votes', async () => {
  for (const text of ['one', 'two', 'three']) await host.sendMessage(roomId, text)
  const { person: ben, connection } = await enter('Ben')
  await react(ben, 1, 'a')
  const { rev } = await waitForTally(connection, 1, { a: 1 })
  await connection.disconnect()
  await react(host, 3, 'b')
  await react(host, 1, 'a')
  await waitForTally(hosting, 1, { a: 2 })
  const resumed = await ben.openConnection(roomId, 3, undefined, rev)
  const welcome = await resumed.nextEvent('room.welcome', 'no welcome')
  expect(welcome.messages).toEqual([])
  expect(welcome.changes).toMatchObject([
    { seq: 3, reactions: { b: 1 } },
    { seq: 1, reactions: { a: 2 }, mine: ['a'] },
  ])
  const page = await ben.callRoom(roomId, 'GET', `/messages?changedSince=${rev}`)
  expect(page.body.messages?.map(({ seq, text }) => [seq, text])).toEqual([
    [3, 'three'],
    [1, 'one'],
  ])
  expect(page.body.messages?.[1]).toMatchObject({ reactions: { a: 2 }, mine: ['a'] })
  expect(page.body.rev).toBe(welcome.rev)
  const upToDate = await ben.openConnection(roomId, 3, undefined, welcome.rev)
  expect(await upToDate.nextEvent('room.welcome', 'no welcome')).toMatchObject({
    rev: page.body.rev,
    changes: [],
  })
  const first = await ben.callRoom(roomId, 'GET', `/messages?changedSince=${rev}&limit=1`)
  expect(first.body.messages?.map(({ seq }) => seq)).toEqual([3])
  const both = await ben.callRoom(roomId, 'GET', '/messages?changedSince=1&after=1')
  expect(refusalOf(both)).toEqual([400, 'invalid-request'])
})

test('a welcome says no higher `rev` than everyone was told, so that a vote after it is not missed', async () => {
  await host.sendMessage(roomId, 'vote')
  const { person: ben } = await enter('Ben')
  const now = Date.now()
  vi.spyOn(Date, 'now').mockReturnValue(now)
  await react(host, 1, 'a')
  await react(ben, 1, 'a')
  const late = await ben.openConnection(roomId)
  const welcome = await late.nextEvent('room.welcome', 'no welcome')
  expect(welcome.messages[0]?.reactions).toEqual({ a: 2 })
  expect(welcome.rev).toBe(1)
  await react(ben, 1, 'b')
  await late.disconnect()
  vi.spyOn(Date, 'now').mockReturnValue(now + CHANGES_TOLD_EVERY)
  await host.sendMessage(roomId, 'and go')
  await waitForTally(hosting, 1, { a: 2, b: 1 })
  const resumed = await ben.openConnection(roomId, 1, undefined, welcome.rev)
  const { changes } = await resumed.nextEvent('room.welcome', 'no welcome')
  expect(changes).toMatchObject([{ seq: 1, reactions: { a: 2, b: 1 } }])
})

test('a stream of events resumes by the change, too', async () => {
  await host.sendMessage(roomId, 'vote')
  const { person: ben } = await enter('Ben')
  await react(host, 1, 'a')
  await waitForTally(hosting, 1, { a: 1 })
  const events = await ben.openEventStream(roomId)
  await events.nextEvent('room.welcome', 'no welcome')
  await react(host, 1, 'b')
  await waitForTally(events, 1, { a: 1, b: 1 })
  expect(events.stream.ids.at(-1)).toBe('1.2')
  await events.disconnect()
  await react(ben, 1, 'b')
  await waitForTally(hosting, 1, { a: 1, b: 2 })
  const resumed = await ben.openEventStream(roomId, '1.2')
  const { changes } = await resumed.nextEvent('room.welcome', 'no welcome')
  expect(changes).toMatchObject([{ seq: 1, rev: 3, reactions: { a: 1, b: 2 }, mine: ['b'] }])
})

test('a room that wakes tells the last changes again, which nobody may have been told, and goes on numbering', async () => {
  await host.sendMessage(roomId, 'vote')
  const { person: ben } = await enter('Ben')
  await react(host, 1, 'a')
  await react(ben, 1, 'b')
  await waitForTally(hosting, 1, { a: 1, b: 1 })
  await evictDurableObject(roomObject(roomId))
  expect(await read(ben, 1)).toMatchObject({ reactions: { a: 1, b: 1 }, mine: ['b'] })
  expect((await waitForTally(hosting, 1, { a: 1, b: 1 })).rev).toBe(2)
  await react(ben, 1, 'c')
  expect((await waitForTally(hosting, 1, { a: 1, b: 1, c: 1 })).rev).toBe(3)
})

test('who waits at the door may not vote, and who is muted may, also in a quiet room', async () => {
  await host.sendMessage(roomId, 'vote')
  const { person: ben, connection } = await enter('Ben')
  await host.callRoom(roomId, 'PATCH', '', { quiet: true })
  const mutedUntil = Date.now() + 60_000
  const muted = await host.callRoom(roomId, 'PATCH', `/participants/${connection.id}`, { mutedUntil })
  expect(muted.status).toBe(200)
  expect((await ben.postMessage(roomId, { text: 'but' })).status).toBe(403)
  expect((await react(ben, 1, 'a')).status).toBe(204)
  await host.callRoom(roomId, 'PATCH', '', { door: 'knock' })
  const eve = new Person()
  expect((await eve.requestJoin(roomId)).body.role).toBe('waiting')
  expect(refusalOf(await react(eve, 1, 'a'))).toEqual([403, 'waiting'])
  expect(refusalOf(await close(eve, 1))).toEqual([403, 'waiting'])
  const waiting = await eve.openConnection(roomId)
  await waiting.nextEvent('door.waiting', 'who waits is told nothing')
  waiting.sendEvent('chat.react', { seq: 1, code: 'a', on: true })
  const error = await waiting.nextEvent('error', 'the vote of who waits is not refused')
  expect(error).toMatchObject({ code: 'waiting', seq: 1, reaction: 'a' })
  expect((await read(host, 1))?.reactions).toEqual({ a: 1 })
})

test('a room whose first vote could not be stored takes the next, also after a sleep', async () => {
  await host.sendMessage(roomId, 'vote')
  await react(host, 1, 'a')
  await waitForTally(hosting, 1, { a: 1 })
  await runInRoom(roomId, ({ sql }) => sql.exec('DELETE FROM changes; DELETE FROM reactions'))
  await evictDurableObject(roomObject(roomId))
  expect((await react(host, 1, 'a')).status).toBe(204)
})

test('what was said before somebody came is not found, and no change of it listed, where they may not read it', async () => {
  roomId = await host.createRoom({ capacity: null, history: 'from-join' })
  hosting = await host.joinAndConnect(roomId)
  await host.sendMessage(roomId, 'before')
  const { person: ben, connection } = await enter('Ben')
  await host.sendMessage(roomId, 'after')
  for (const seq of [1, 2]) await react(host, seq, 'a')
  expect(refusalOf(await react(ben, 1, 'a'))).toEqual([404, 'message-not-found'])
  expect(refusalOf(await close(ben, 1))).toEqual([404, 'message-not-found'])
  expect((await react(ben, 2, 'a')).status).toBe(204)
  const page = await ben.callRoom(roomId, 'GET', '/messages?changedSince=0')
  expect(page.body.messages?.map(({ seq }) => seq)).toEqual([2])
  await waitForTally(hosting, 2, { a: 2 })
  await waitForTally(connection, 2, { a: 2 })
  expect(hosting.receivedData('chat.reactions').map(({ seq }) => seq)).toContain(1)
  expect(connection.receivedData('chat.reactions').map(({ seq }) => seq)).not.toContain(1)
  const resumed = await ben.openConnection(roomId, 2, undefined, 0)
  const { changes } = await resumed.nextEvent('room.welcome', 'no welcome')
  expect(changes?.map(({ seq }) => seq)).toEqual([2])
})

test('who missed more than 500 changes is told to read anew what is shown', async () => {
  await host.sendMessage(roomId, 'vote')
  await react(host, 1, 'a')
  await waitForTally(hosting, 1, { a: 1 })
  const count = CHANGES_LISTED_MAX + 1
  await runInRoom(roomId, ({ sql }) => {
    sql.exec(
      `INSERT INTO changes SELECT 1 + value, 1 + value, value, 0, 0
       FROM json_each(?)`,
      JSON.stringify(Array.from({ length: count }, (_, at) => at + 1)),
    )
  })
  await evictDurableObject(roomObject(roomId))
  const welcomeAfter = async (rev: number) =>
    (await host.openConnection(roomId, 1, undefined, rev)).nextEvent('room.welcome', 'no welcome')
  const missed = await welcomeAfter(1)
  expect(missed).toMatchObject({ rev: 1 + count, changesFrom: 'start' })
  expect(missed).not.toHaveProperty('changes')
  const { changes, changesFrom } = await welcomeAfter(2)
  expect([changes?.length, changesFrom]).toEqual([CHANGES_LISTED_MAX, undefined])
})

test('a transcript has the tallies, and nobody’s own reactions', async () => {
  const ann = await Facilitator.signUp()
  roomId = (await ann.scheduleRoom({ title: 'Vote' })).roomId
  await ann.joinRoom(roomId)
  await ann.postMessage(roomId, { text: 'When?', kind: 'poll', options: ['Monday', 'Tuesday'] })
  await react(ann, 1, '1')
  const { messages } = JSON.parse((await ann.downloadTranscript(roomId)).text)
  expect(messages).toMatchObject([{ kind: 'poll', options: ['Monday', 'Tuesday'], reactions: { 1: 1 } }])
  expect(messages[0]).not.toHaveProperty('mine')
  expect((await ann.downloadTranscript(roomId, 'markdown')).text).toContain('- Tuesday: 1')
})

test('nobody votes faster than they may', async () => {
  await host.sendMessage(roomId, 'vote')
  const codes = (index: number) => ({ seq: 1, code: 'a', on: index % 2 === 0 })
  for (let index = 0; index <= 120; index += 1) hosting.sendEvent('chat.react', codes(index))
  const error = await hosting.nextEvent('error', 'a flood of votes is taken')
  expect(error).toMatchObject({ code: 'slow-down', seq: 1, reaction: 'a' })
})

test('who gave which reaction is said in a room for fifty, to who may read the message, and nowhere else', async () => {
  const who = (person: Person, seq: number) => person.callRoom(roomId, 'GET', `/messages/${seq}/reactions`)
  await host.sendMessage(roomId, 'hello')
  expect(refusalOf(await who(host, 1))).toEqual([403, 'not-allowed'])

  roomId = await host.createRoom({ capacity: REACTORS_NAMED_MAX, history: 'from-join' })
  const ada = await host.joinAndConnect(roomId, { alias: 'Ada' })
  const [me] = ada.receivedData('room.welcome')
  await host.sendMessage(roomId, 'before Ben')
  const { person: ben, connection } = await enter('Ben')
  await host.sendMessage(roomId, 'after')
  for (const person of [host, ben]) await react(person, 2, 'heart')
  await react(ben, 2, 'wave')
  const [other] = connection.receivedData('room.welcome')
  const { reactions } = Reactors.parse((await who(ben, 2)).body)
  expect(new Set(reactions.heart)).toEqual(new Set([me?.participantId, other?.participantId]))
  expect(reactions.wave).toEqual([other?.participantId])
  expect((await who(host, 1)).body).toEqual({ reactions: {} })
  for (const seq of [1, 9]) expect(refusalOf(await who(ben, seq))).toEqual([404, 'message-not-found'])
  expect((await who(new Person(), 2)).status).toBe(401)
})
