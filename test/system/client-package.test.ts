import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { deriveAdmissionSecret, hashAdmissionSecret } from '../../client/crypto/admission.ts'
import { createRoom, joinRoom, readRoom } from '../../packages/client/src/index.ts'
import { type ClientPerson, codeOf, expectDone, makeClientPeople, said } from '../support/client-people.ts'
import { makeLinkKey } from '../support/link-key.ts'
import { Person } from '../support/node-client.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server
const people = makeClientPeople(() => server.origin)

beforeAll(async () => {
  server = await startServer({ rateLimits: 'off' })
})

afterEach(() => people.closeAll())
afterAll(() => server?.stop())

/** Ada, who made a room, and Ben, who came by its link. */
async function meet(options: Parameters<typeof people.create>[0] = {}) {
  const made = await people.create({ capacity: 4, ...options })
  const ada = await people.join({ seat: made.seat, alias: 'Ada' })
  const ben = await people.join({ link: made.link, alias: 'Ben' })
  return { ...made, ada, ben }
}

const idOf = (person: ClientPerson) => person.session.self.participantId

describe.for(['e2ee', 'none'] as const)('in a room with encryption %s', (encryption) => {
  test('what is said is stored, and heard by everybody, in order and once, with what came before', async () => {
    const { ada, ben, link } = await meet({ encryption })
    expect([ada.session.self.role, ben.session.self.role]).toEqual(['host', 'participant'])
    for (const [person, text] of [
      [ada, 'one'],
      [ben, 'two'],
      [ada, 'three'],
    ] as const)
      expectDone(await person.session.send(text))
    const cleo = await people.join({ link, alias: 'Cleo' })
    await cleo.hear('chat.message', ({ seq }) => seq === 3)
    await ben.hear('chat.message', ({ seq }) => seq === 3)
    expect([ben.texts(), cleo.texts()]).toEqual([
      ['one', 'two', 'three'],
      ['one', 'two', 'three'],
    ])
    const { messages, lastSeq } = expectDone(await cleo.session.messages({ after: 1 }))
    expect([messages.map(said), lastSeq]).toEqual([
      [
        ['Ben', 'two'],
        ['Ada', 'three'],
      ],
      3,
    ])
    expect(ada.session.participants.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Cleo'])
  })

  test('who left keeps their name on what they said, and their seat is free', async () => {
    const { ada, ben, link } = await meet({ encryption, capacity: 2 })
    expectDone(await ben.session.send('bye'))
    expectDone(await ben.session.leave())
    await ben.ended
    expect([ben.session.status, ben.session.overReason]).toEqual(['over', 'left'])
    const { person } = await ada.hear('presence.leave')
    expect(person.name).toBe('Ben')
    const cleo = await people.join({ link, alias: 'Cleo' })
    expect((await cleo.hear('chat.message')).sender).toBe('Ben')
  })

  test('messages are edited, taken back and reacted to', async () => {
    const { ada, ben } = await meet({ encryption })
    expectDone(await ada.session.send('helo'))
    expect(expectDone(await ada.session.edit(1, 'hello')).text).toBe('hello')
    expect(await ben.hear('chat.update')).toMatchObject({ seq: 1, text: 'hello', edit: 1 })
    expectDone(await ben.session.react(1, '👍'))
    const heard = await ada.hear('chat.reactions')
    expect(heard.reactions).toEqual([{ choice: '👍', count: 1, mine: false }])
    expect(expectDone(await ben.session.reactions(1))).toEqual([{ choice: '👍', count: 1, mine: true }])
    expectDone(await ada.session.takeBack(1))
    await ben.hear('chat.update', ({ deletedAt, text }) => deletedAt !== undefined && text === '')
    expect(codeOf(await ben.session.edit(1, 'mine'))).not.toBe('done')
  })

  test('a message that is still being opened is reacted to like any other', async () => {
    const { ada, ben } = await meet({ encryption })
    for (let seq = 1; seq <= 8; seq += 1) {
      expectDone(await ada.session.send('now', { kind: 'poll', options: ['yes', 'no'] }))
      expectDone(await ben.session.react(seq, 0))
    }
  })

  test('a poll is voted on by the places of its options', async () => {
    const { ada, ben } = await meet({ encryption })
    expectDone(await ada.session.send('Tea?', { kind: 'poll', options: ['yes', 'no'], choice: 'one' }))
    const poll = await ben.hear('chat.message')
    expect(poll).toMatchObject({ kind: 'poll', options: ['yes', 'no'] })
    expectDone(await ben.session.react(1, 1))
    const { reactions } = await ada.hear('chat.reactions')
    expect(reactions).toEqual([{ choice: 1, count: 1, mine: false }])
    expect(codeOf(await ben.session.react(1, 7))).toBe('invalid-request')
  })

  test('the end of a room ends the loop over its events, and settles what waits', async () => {
    const { ada, ben } = await meet({ encryption, destroyBy: 'host' })
    expect(codeOf(await ben.session.destroy())).toBe('not-allowed')
    expectDone(await ada.session.send('last words'))
    expectDone(await ada.session.destroy())
    await Promise.all([ada.ended, ben.ended])
    expect(ben.events.slice(-3).map(({ event }) => event)).toEqual(['chat.message', 'chat.destroy', 'status'])
    expect([ben.session.status, ben.session.overReason]).toEqual(['over', 'destroyed'])
    expect(codeOf(await ben.session.send('too late'))).toBe('room-over')
    expect(codeOf(await ben.session.messages())).toBe('room-over')
  })

  test('whoever is removed is told so, and does not come back', async () => {
    const { ada, ben, link } = await meet({ encryption })
    expectDone(await ben.session.send('hello'))
    expectDone(await ada.session.removeParticipant(idOf(ben)))
    await ben.ended
    expect(ben.session.overReason).toBe('removed')
    expect(codeOf(await joinRoom({ seat: ben.session.seat }))).not.toBe('done')
    if (encryption === 'e2ee') expect(codeOf(await joinRoom({ link }))).toBe('link-closed')
  })

  test('whoever knocks waits, and is let in or turned away', async () => {
    const { seat, link } = await people.create({ encryption, capacity: 4, door: 'knock' })
    const ada = await people.join({ seat, alias: 'Ada' })
    const ben = await people.join({ link, alias: 'Ben' })
    const cleo = await people.join({ link, alias: 'Cleo' })
    expect([ben.session.status, cleo.session.status]).toEqual(['waiting', 'waiting'])
    const early = ben.session.send('may I?')
    const knock = await ada.hear('door.knock', ({ name }) => name === 'Ben')
    expectDone(await ada.session.admit(knock.participantId))
    expect(expectDone(await early).seq).toBe(1)
    expect([ben.session.status, (await ada.hear('chat.message')).sender]).toEqual(['connected', 'Ben'])
    const other = await ada.hear('door.knock', ({ name }) => name === 'Cleo')
    expectDone(await ada.session.turnAway(other.participantId))
    await cleo.ended
    expect(cleo.session.overReason).toBe('turned-away')
  })

  test('a seat that was kept as JSON is the same participant, and reads what was said meanwhile', async () => {
    const { ada, ben } = await meet({ encryption })
    expectDone(await ben.session.send('see you'))
    ben.session.close()
    await ben.ended
    expect(ben.session.overReason).toBe('closed')
    if (encryption === 'e2ee') for (const _ of [1, 2]) expectDone(await ada.session.makeLink())
    expectDone(await ada.session.send('welcome back'))
    const back = await people.join({ seat: JSON.parse(JSON.stringify(ben.session.seat)) })
    expect([idOf(back), back.session.self.name]).toEqual([idOf(ben), 'Ben'])
    await back.hear('chat.message', ({ seq }) => seq === 2)
    expectDone(await back.session.send('thanks'))
    await ada.hear('chat.message', ({ text, sender }) => text === 'thanks' && sender === 'Ben')
    expect(back.texts().slice(0, 2)).toEqual(['see you', 'welcome back'])
  })

  test('hosts mute, name hosts, and change the room; everybody is told', async () => {
    const { ada, ben } = await meet({ encryption })
    expectDone(await ada.session.update({ quiet: true }))
    await ben.hear('room.update', ({ quiet }) => quiet)
    expect(codeOf(await ben.session.send('psst'))).toBe('quiet')
    expectDone(await ada.session.setRole(idOf(ben), 'host'))
    await ben.hear('presence.update', ({ person }) => person.role === 'host' && person.name === 'Ben')
    expectDone(await ben.session.send('I may now'))
    expectDone(await ben.session.setRole(idOf(ada), 'participant'))
    expect(codeOf(await ada.session.mute(idOf(ben), Date.now() + 60_000))).toBe('not-allowed')
    expectDone(await ben.session.raiseHand(true))
    expectDone(await ben.session.rename('Benny'))
    await ada.hear('presence.update', ({ person }) => person.name === 'Benny')
    const { people: seats } = expectDone(await ada.session.seats())
    expect(seats.map(({ name, connected }) => [name, connected])).toEqual([
      ['Ada', true],
      ['Benny', true],
    ])
  })
})

test('where keys rotate files go with messages, and a room for two closes its link once both have spoken', async () => {
  const { ada, ben, link } = await meet({ capacity: 2 })
  const bytes = new Uint8Array(70_000).map((_, at) => at)
  const sent = expectDone(await ada.session.sendFile({ name: 'a.bin', bytes, text: 'look' }))
  expect(sent.files).toEqual([{ name: 'a.bin', type: 'application/octet-stream', size: 70_000 }])
  const heard = await ben.hear('chat.message')
  expect(expectDone(await ben.session.readFile(heard))).toEqual(bytes)
  expect(codeOf(await ben.session.readFile(heard, 1))).toBe('file-gone')
  expectDone(await ben.session.send('nice'))
  expect(await ben.hear('room.epoch')).toEqual({ epoch: 2, by: idOf(ada), invitable: false })
  expectDone(await ben.session.send('between us'))
  await ada.hear('chat.message', ({ text }) => text === 'between us')
  expect([ada.session.link, ben.session.link]).toEqual([null, null])
  expect(codeOf(await joinRoom({ link }))).toBe('link-closed')
})

test('a room of version 1, whose one link key opens everything, is joined and read', async () => {
  const linkKey = makeLinkKey()
  const admission = await hashAdmissionSecret(await deriveAdmissionSecret(linkKey))
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ encryption: 'e2ee', admission, capacity: 3 })
  const link = `${server.origin}/room/${roomId}#${linkKey}`
  const [ada, ben] = [await people.join({ link, alias: 'Ada' }), await people.join({ link, alias: 'Ben' })]
  expectDone(await ada.session.send('hello'))
  expect(await ben.hear('chat.message')).toMatchObject({ sender: 'Ada', text: 'hello', opened: 'opened' })
  expect([ben.session.link, codeOf(await ada.session.makeLink())]).toEqual([link, 'not-allowed'])
  expect(codeOf(await ada.session.sendFile({ name: 'a', bytes: new Uint8Array(1) }))).toBe('files-off')
})

test('where no socket gets through, events come over HTTP, and what is said goes the same way', async () => {
  const { seat, link } = await people.create({ capacity: 3 })
  const ada = await people.join({ seat, alias: 'Ada' })
  vi.stubGlobal(
    'WebSocket',
    class {
      constructor() {
        throw new Error('this network knows no sockets')
      }
    },
  )
  const ben = await people.join({ link, alias: 'Ben' })
  vi.unstubAllGlobals()
  expect(ben.session.status).toBe('connected')
  expectDone(await ada.session.makeLink())
  expectDone(await ben.session.send('over HTTP'))
  expect(await ada.hear('chat.message')).toMatchObject({ sender: 'Ben', text: 'over HTTP' })
  expectDone(await ada.session.send('and back'))
  await ben.hear('chat.message', ({ text }) => text === 'and back')
})

test('where newcomers read nothing older, a host’s client lets them in by itself', async () => {
  const { seat, link } = await people.create({ capacity: 4, history: 'from-join' })
  const ada = await people.join({ seat, alias: 'Ada' })
  expectDone(await ada.session.send('before'))
  const ben = await people.join({ link, alias: 'Ben' })
  await ben.hear('status', ({ status }) => status === 'connected')
  expectDone(await ada.session.send('after'))
  await ben.hear('chat.message')
  expect(ben.texts()).toEqual(['after'])
})

test('a slow room holds back what is said, and loses none of it', async () => {
  const { ada, ben } = await meet()
  expectDone(await ada.session.update({ slow: 1 }))
  const sent = await Promise.all([ben.session.send('first'), ben.session.send('second')])
  expect(sent.map((each) => expectDone(each).seq)).toEqual([1, 2])
})

test('an id that is sent twice is stored once, and each is told of it', async () => {
  const { ada, ben } = await meet()
  const [one, other] = await Promise.all([
    ada.session.send('alarm', { id: 'a1' }),
    ada.session.send('alarm', { id: 'a1' }),
  ])
  const again = await ada.session.send('alarm', { id: 'a1' })
  expect([one, other, again].map((each) => expectDone(each).seq)).toEqual([1, 1, 1])
  expectDone(await ada.session.send('over'))
  await ben.hear('chat.message', ({ text }) => text === 'over')
  expect(ben.texts()).toEqual(['alarm', 'over'])
})

describe('a no is a value', () => {
  test('of who joins, and says what to do', async () => {
    const made = await people.create({ password: 'correct horse', capacity: 2 })
    expect(codeOf(await joinRoom({ link: made.link }))).toBe('password-required')
    expect(codeOf(await joinRoom({ link: made.link, password: 'wrong' }))).toBe('wrong-password')
    await people.join({ link: made.link, password: 'correct horse' })
    await people.join({ seat: made.seat, alias: 'Ada' })
    expect(codeOf(await joinRoom({ link: made.link, password: 'correct horse' }))).toBe('room-full')
    expect(codeOf(await joinRoom({ link: made.link.slice(0, -3) }))).toBe('bad-link')
    expect(codeOf(await joinRoom({ link: made.link.replace(/#.*/, '') }))).toBe('bad-link')
    expect(codeOf(await joinRoom({ link: 'hello' }))).toBe('bad-link')
    expect(codeOf(await joinRoom({}))).toBe('bad-link')
    const missing = `${server.origin}/room/${'x'.repeat(21)}`
    expect([codeOf(await readRoom(missing)), codeOf(await joinRoom({ link: missing }))]).toEqual([
      'room-not-found',
      'room-not-found',
    ])
  })

  test('of who creates, with what is wrong', async () => {
    expect(codeOf(await createRoom({ server: 'chat.example' }))).toBe('bad-server')
    expect(codeOf(await createRoom({ server: 'http://127.0.0.1:9' }))).toBe('unreachable')
    const { refusal } = await createRoom({ server: server.origin, capacity: 1 })
    expect([refusal?.code, refusal?.issues?.[0]?.path, refusal?.advice]).toEqual([
      'invalid-request',
      'capacity',
      'fix',
    ])
  })

  test('of a seat that is another room’s, or damaged', async () => {
    const [one, other] = [await people.create(), await people.create()]
    expect(codeOf(await joinRoom({ link: one.link, seat: other.seat }))).toBe('bad-seat')
    const { keys, ...rest } = one.seat
    const damaged = { ...rest, ...(keys && { keys: { ...keys, privateKey: 'AAAA' } }) }
    expect(codeOf(await joinRoom({ seat: damaged }))).toBe('bad-seat')
  })

  test('of what can not be sent', async () => {
    const { ada } = await meet()
    expect(codeOf(await ada.session.send(' '))).toBe('invalid-request')
    expect(codeOf(await ada.session.send('a', { id: 'no blanks' }))).toBe('invalid-request')
    expect(codeOf(await ada.session.send('a'.repeat(20_000)))).toBe('message-too-long')
    expect(codeOf(await ada.session.edit(9, 'a'))).toBe('message-not-found')
  })

  test('of who gives up', async () => {
    const { link } = await people.create()
    expect(codeOf(await joinRoom({ link, signal: AbortSignal.abort() }))).toBe('aborted')
  })
})

test('a session survives a server that restarts: what is sent meanwhile is stored once, and nobody misses a word', async () => {
  const { ada, ben } = await meet({ lifetime: 3_600 })
  expectDone(await ada.session.send('before'))
  await server.kill()
  await ben.hear('status', ({ status }) => status === 'reconnecting')
  const sent = Promise.all([ada.session.send('one'), ada.session.send('two'), ben.session.send('three')])
  const given = ben.session.send('never')
  await server.restart()
  await Promise.all((await sent).map(expectDone))
  expectDone(await given)
  const { lastSeq } = expectDone(await ada.session.messages())
  await Promise.all([ada, ben].map((each) => each.hear('chat.message', ({ seq }) => seq === lastSeq)))
  expect(ada.texts()).toEqual(ben.texts())
  expect(ada.texts().toSorted()).toEqual(['before', 'never', 'one', 'three', 'two'])
  expect(ada.texts().filter((text) => text === 'one' || text === 'two')).toEqual(['one', 'two'])
})

test('what waits when a session is closed is refused, and not forgotten', async () => {
  const { ada } = await meet()
  await server.kill()
  await ada.hear('status', ({ status }) => status === 'reconnecting')
  const sent = ada.session.send('lost')
  ada.session.close()
  expect(codeOf(await sent)).toBe('session-closed')
  await ada.ended
  await server.restart()
})
