import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../support/api-client.ts'
import { Facilitator } from './facilitator.ts'
import { Person, roomObject, runInRoom } from './person.ts'

const TAKEN = [409, 'alias-taken']

/** A room in which Ada sits; who asks for a seat under another name next. */
async function makeRoomOfAda(options: Record<string, unknown> = {}) {
  const ada = new Person()
  const roomId = await ada.createRoom({ capacity: 50, ...options })
  await ada.joinRoom(roomId, { alias: 'Ada' })
  const ask = async (alias: string, who: Person = new Person()) =>
    refusalOf(await who.requestJoin(roomId, { alias }))
  return { ada, roomId, ask }
}

/** The field that a refusal is about, with its status. */
async function issueOf(reply: ReturnType<Person['requestJoin']>) {
  const { status, body } = await reply
  return [status, body.error?.code, body.error?.issues?.map(({ path }) => path)]
}

describe('a name', () => {
  test('is taken by whatever a reader would take for it', async () => {
    const { roomId, ask, ada } = await makeRoomOfAda()
    for (const alias of ['ADA', '\u0410da', '\u0430d\u0430', 'A\u0501a', 'Ａｄａ'])
      expect(await ask(alias), alias).toEqual(TAKEN)
    expect(await ask('Adam')).toEqual([200, undefined])
    const participant = new Person()
    await participant.joinRoom(roomId, { alias: 'Bea' })
    const rename = participant.callRoom(roomId, 'PATCH', '/participants/me', { alias: '\u0410da' })
    expect(refusalOf(await rename)).toEqual(TAKEN)
    expect(refusalOf(await participant.postMessage(roomId, { text: 'x', sender: 'АDА' }))).toEqual(TAKEN)
    await evictDurableObject(roomObject(roomId))
    expect(await ask('\u0410da')).toEqual(TAKEN)
    expect((await ada.postMessage(roomId, { text: 'x', sender: '\u0410da' })).body.sender).toBe('\u0410da')
  })

  test('is none of the room’s own', async () => {
    const { roomId } = await makeRoomOfAda()
    const participant = new Person()
    for (const alias of ['Host', 'Н0st', 'You', 'Facilitator', 'system', 'private-chat', 'Ada · host'])
      expect(await issueOf(participant.requestJoin(roomId, { alias })), alias).toEqual([
        400,
        'invalid-request',
        ['alias'],
      ])
    await participant.joinRoom(roomId, { alias: 'Hostetler' })
    const rename = participant.callRoom(roomId, 'PATCH', '/participants/me', { alias: 'Host' })
    expect(await issueOf(rename)).toEqual([400, 'invalid-request', ['alias']])
    const sent = participant.postMessage(roomId, { text: 'x', sender: 'Host' })
    expect(await issueOf(sent)).toEqual([400, 'invalid-request', ['sender']])
    expect((await participant.callRoom(roomId, 'GET', '/messages')).body.messages).toEqual([])
  })

  test('is refused with what is wrong where it has characters that are not seen', async () => {
    const { roomId } = await makeRoomOfAda()
    const reply = await new Person().requestJoin(roomId, { alias: 'Ho\ufff9st' })
    expect(reply.body.error?.issues).toEqual([{ path: 'alias', message: expect.stringMatching(/not seen/) }])
  })
})

describe('a name that has spoken', () => {
  interface Case {
    how: string
    end: (ada: Person, host: Person, roomId: string, participantId: string) => Promise<unknown>
  }
  const CASES: Case[] = [
    { how: 'left', end: (ada, _, roomId) => ada.callRoom(roomId, 'POST', '/leave') },
    {
      how: 'was removed',
      end: (_, host, roomId, id) => host.callRoom(roomId, 'DELETE', `/participants/${id}`),
    },
    {
      how: 'took another',
      end: (ada, _, roomId) => ada.callRoom(roomId, 'PATCH', '/participants/me', { alias: 'Bea' }),
    },
    {
      how: 'took another, spoke, and left',
      end: async (ada, _, roomId) => {
        await ada.postMessage(roomId, { text: 'I am Bea', sender: 'Bea' })
        await ada.callRoom(roomId, 'POST', '/leave')
      },
    },
  ]
  test.for(CASES)('stays its speaker’s after they $how, also through sleep', async ({ end }) => {
    const host = new Person()
    const roomId = await host.createRoom({ capacity: 5 })
    await host.joinRoom(roomId)
    const ada = new Person()
    const { participantId } = await ada.joinRoom(roomId, { alias: 'Ada' })
    await ada.postMessage(roomId, { text: 'It is me' })
    await end(ada, host, roomId, participantId)
    for (const sleeps of [false, true]) {
      if (sleeps) await evictDurableObject(roomObject(roomId))
      expect(refusalOf(await new Person().requestJoin(roomId, { alias: 'aDA' }))).toEqual(TAKEN)
      expect(refusalOf(await new Person().requestJoin(roomId, { alias: '\u0410da' }))).toEqual(TAKEN)
    }
    const participant = new Person()
    await participant.joinRoom(roomId, { alias: 'Cem' })
    expect(refusalOf(await participant.postMessage(roomId, { text: 'x', sender: 'Ada' }))).toEqual(TAKEN)
  })

  test('may be taken again by its speaker, and every one of several stays theirs', async () => {
    const { ada, roomId, ask } = await makeRoomOfAda()
    const send = (sender: string) => ada.postMessage(roomId, { text: `as ${sender}`, sender })
    for (const sender of ['Ada', 'Bea', 'Cea']) expect((await send(sender)).status).toBe(201)
    await evictDurableObject(roomObject(roomId))
    for (const alias of ['Ada', 'Bea', 'Cea']) expect(await ask(alias)).toEqual(TAKEN)
    expect((await send('Ada')).body.sender).toBe('Ada')
    expect(await ask('Cea')).toEqual(TAKEN)
  })

  test('is free where nothing was said under it', async () => {
    const { ada, roomId, ask } = await makeRoomOfAda()
    const rename = (alias: string) => ada.callRoom(roomId, 'PATCH', '/participants/me', { alias })
    await ada.postMessage(roomId, { text: 'as Ada' })
    await rename('Bea')
    await evictDurableObject(roomObject(roomId))
    await rename('Cea')
    expect(await ask('Bea')).toEqual([200, undefined])
    await ada.callRoom(roomId, 'POST', '/leave')
    expect(await ask('Cea')).toEqual([200, undefined])
    expect(await ask('Ada')).toEqual(TAKEN)
  })

  test('is another’s for who comes back to a new seat, but not for the host, who can prove it', async () => {
    const { ada: host, roomId, ask } = await makeRoomOfAda()
    const participant = new Person()
    await participant.joinRoom(roomId, { alias: 'Ben' })
    for (const who of [host, participant]) {
      await who.postMessage(roomId, { text: 'It is me' })
      await who.callRoom(roomId, 'POST', '/leave')
    }
    expect(await ask('Ben', participant)).toEqual(TAKEN)
    expect(await ask('Ada')).toEqual(TAKEN)
    expect((await host.joinRoom(roomId, { alias: 'Ada' })).alias).toBe('Ada')
  })

  test('stays its facilitator’s, who comes back to it by the session', async () => {
    const cleo = await Facilitator.signUp()
    const { roomId } = await cleo.scheduleRoom()
    await cleo.joinRoom(roomId, { alias: 'Cleo' })
    await cleo.postMessage(roomId, { text: 'Welcome' })
    await cleo.callRoom(roomId, 'POST', '/leave')
    expect(refusalOf(await new Person().requestJoin(roomId, { alias: 'Cleo' }))).toEqual(TAKEN)
    expect((await cleo.joinRoom(roomId, { alias: 'Cleo' })).alias).toBe('Cleo')
  })

  test('costs nothing before somebody gives one up, and is kept as three looks', async () => {
    const { ada, roomId } = await makeRoomOfAda()
    await ada.postMessage(roomId, { text: 'It is me' })
    const looks = () =>
      runInRoom(roomId, ({ sql }) => {
        const tables = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'spoken_names'").toArray()
        return tables.length > 0 ? sql.exec('SELECT look, owner FROM spoken_names').toArray() : null
      })
    expect(await looks()).toBe(null)
    await ada.callRoom(roomId, 'POST', '/leave')
    expect(await looks()).toEqual([
      { look: '+ADA', owner: 'host' },
      { look: '-ada', owner: 'host' },
      { look: '=Ada', owner: 'host' },
    ])
  })
})
