import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test, vi } from 'vitest'
import { refusalOf } from '../support/api-client.ts'
import { joinAnnAndBen } from './pairs.ts'
import { roomObject, runInRoom } from './person.ts'

/** Changes storage so that a participant has sent `count` messages. */
async function storeMessages(roomId: string, participantId: string, count: number): Promise<void> {
  await runInRoom(roomId, ({ sql }) => {
    for (let seq = 1; seq <= count; seq += 1) {
      sql.exec(
        'INSERT INTO messages (seq, id, participant_id, sender, text, timestamp) VALUES (?1, ?2, ?3, ?4, ?2, ?5)',
        seq,
        `m${seq}`,
        participantId,
        'Ann',
        Date.now(),
      )
    }
  })
  await evictDurableObject(roomObject(roomId))
}

function listNumbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

describe('a message', () => {
  test('is answered as it is stored, and sent in the same words to all, its sender included', async () => {
    const { roomId, ann, ben, annId } = await joinAnnAndBen()
    const annConnection = await ann.openConnection(roomId)
    const benConnection = await ben.openConnection(roomId)
    const before = Date.now()
    const { status, body } = await ann.postMessage(roomId, { text: 'hello', id: 'hello-1' })
    expect(status).toBe(201)
    expect(body).toEqual({
      id: 'hello-1',
      seq: 1,
      roomId,
      participantId: annId,
      sender: 'Ann',
      text: 'hello',
      timestamp: body.timestamp,
    })
    expect(body.timestamp).toBeGreaterThanOrEqual(before)
    expect(await annConnection.nextEvent('chat.message', 'the sender is not notified')).toEqual(body)
    expect(await benConnection.nextEvent('chat.message', 'the other is not notified')).toEqual(body)
    expect((await ben.callRoom(roomId, 'GET', '/messages')).body).toEqual({ messages: [body], lastSeq: 1 })
  })

  test('names files of its sender over a socket, for everybody who receives it', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const [annConnection, benConnection] = [
      await ann.openConnection(roomId),
      await ben.openConnection(roomId),
    ]
    const announced = await ann.callRoom(roomId, 'POST', '/files', { size: 1, chunks: 1 })
    const { fileId }: { fileId: string } = JSON.parse(announced.text)
    await ann.callRoom(roomId, 'PUT', `/files/${fileId}/0`, new Uint8Array([1]))
    annConnection.sendEvent('chat.message', { id: 'm', text: 'look', files: [fileId] })
    const received = await benConnection.nextEvent('chat.message', 'the room delivers nothing')
    expect(received).toMatchObject({ id: 'm', files: [fileId] })
  })

  test('without an id gets a nanoid', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    expect((await ann.postMessage(roomId, { text: 'hello' })).body.id).toMatch(/^[A-Za-z0-9_-]{21}$/)
  })

  test('that shows nothing is refused with words, whichever way it comes, and nobody is notified', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const connection = await ann.openConnection(roomId)
    const other = await ben.openConnection(roomId)
    for (const [at, text] of [
      ' ',
      '\u200b',
      '\u2800',
      '\u3164',
      '\u00ad\u2060',
      '\u{e0041}',
      '\u0007',
    ].entries()) {
      const { status, body } = await ann.postMessage(roomId, { text, id: `http-${at}` })
      const issue = body.error?.issues?.[0]
      expect([status, body.error?.code, issue?.path]).toEqual([400, 'invalid-request', 'text'])
      connection.sendEvent('chat.message', { id: `socket-${at}`, text })
      const refused = await connection.nextEvent('error', 'the socket is not sent the refusal')
      expect(refused).toMatchObject({ id: `socket-${at}`, message: issue?.message })
      expect(refused.message).toMatch(/write something/)
    }
    connection.sendEvent('chat.message', { id: 'seen', text: '\u200b❤️' })
    const { id, seq } = await other.nextEvent('chat.message', 'what shows something is refused')
    expect([id, seq]).toEqual(['seen', 1])
  })

  test('cannot be sent in the name of another', async () => {
    const { roomId, ann, ben, annId } = await joinAnnAndBen()
    const lie = { participantId: annId, seq: 99, timestamp: 1, roomId: 'x', role: 'host' }
    const refused = await ben.postMessage(roomId, { text: 'I am Ann', id: 'lie', ...lie })
    expect(refusalOf(refused)).toEqual([400, 'invalid-request'])
    expect(refused.body.error?.issues?.map(({ path }) => path)).toEqual(Object.keys(lie))
    expect(refusalOf(await ben.postMessage(roomId, { text: 'I am Ann', sender: 'ann' }))).toEqual([
      409,
      'alias-taken',
    ])
    const connection = await ben.openConnection(roomId)
    connection.sendEvent('chat.message', { id: 'lie-2', text: 'I am Ann', sender: 'Ann', ...lie })
    const delivered = await connection.nextEvent('chat.message', 'extra fields are fatal')
    expect(delivered).toMatchObject({ seq: 1, sender: 'Ben', roomId })
    expect(delivered.participantId).not.toBe(annId)
    expect((await ann.callRoom(roomId, 'GET', '/messages')).body.lastSeq).toBe(1)
  })

  interface Case {
    what: string
    text: string
    comes?: string
  }
  const TEXTS: Case[] = [
    { what: 'NUL characters', text: 'a\u0000b\u0000\u0000c\u0000' },
    { what: 'line breaks and tabs', text: 'a\r\n\tb\u2028c\u2029' },
    { what: 'white space at its ends', text: '  a  ' },
    { what: 'markup', text: '<script>alert(1)</script>&amp;' },
    { what: 'SQL', text: "'); DROP TABLE messages; --" },
    { what: 'emoji and their joiners', text: '👩‍👩‍👧‍👦🏳️‍🌈' },
    { what: 'a decomposed letter', text: 'e\u0301' },
    { what: 'right-to-left marks', text: '\u202eabc\u202c' },
    { what: 'the last code point', text: '\u{10ffff}\ufffe' },
    { what: 'a byte-order mark at its start', text: '\ufeffa' },
    { what: 'half a character', text: 'a\ud800b', comes: 'a\ufffdb' },
    { what: 'the other half', text: '\udc00', comes: '\ufffd' },
  ]
  test.for(TEXTS)('comes back as it was sent with $what', async ({ text, comes = text }) => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const connection = await ben.openConnection(roomId)
    expect((await ann.postMessage(roomId, { text })).body.text).toBe(comes)
    expect((await connection.nextEvent('chat.message', 'it is not delivered')).text).toBe(comes)
    connection.sendMessage('by-socket', text)
    expect((await connection.nextEvent('chat.message', 'it is not delivered')).text).toBe(comes)
    await evictDurableObject(roomObject(roomId))
    const { messages } = (await ben.callRoom(roomId, 'GET', '/messages')).body
    expect(messages?.map((message) => message.text)).toEqual([comes, comes])
  })
})

describe('a message that could not be stored', () => {
  interface Case {
    what: string
    trigger: string
  }
  const FAILURES: Case[] = [
    { what: 'itself', trigger: 'BEFORE INSERT ON messages' },
    { what: 'what goes with it', trigger: 'BEFORE UPDATE ON participants' },
  ]
  test.for(FAILURES)('is sent to nobody, and the room goes on: $what', async ({ trigger }) => {
    const sent = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { roomId, ann, ben } = await joinAnnAndBen()
    const connection = await ann.openConnection(roomId)
    const benConnection = await ben.openConnection(roomId)
    await runInRoom(roomId, ({ sql }) =>
      sql.exec(`CREATE TRIGGER broken ${trigger} BEGIN SELECT RAISE(ABORT, 'the disk is broken'); END`),
    )
    connection.sendMessage('lost')
    expect(await connection.nextEvent('error', 'nobody learns that it is lost')).toMatchObject({
      code: 'internal',
      id: 'lost',
    })
    await runInRoom(roomId, ({ sql }) => sql.exec('DROP TRIGGER broken'))
    expect((await ben.callRoom(roomId, 'GET', '/messages')).body).toEqual({ messages: [], lastSeq: 0 })
    connection.sendMessage('lost')
    const delivered = await benConnection.nextEvent('chat.message', 'sent again, it is not delivered')
    expect(delivered).toMatchObject({ id: 'lost', seq: 1 })
    expect(sent).toHaveBeenCalledOnce()
    sent.mockRestore()
  })
})

describe('the order of messages', () => {
  test('is the order in which each sender sent, without gaps, and the same for everyone', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const annConnection = await ann.openConnection(roomId)
    const benConnection = await ben.openConnection(roomId)
    for (let index = 0; index < 60; index += 1) {
      annConnection.sendMessage(`ann-${index}`)
      benConnection.sendMessage(`ben-${index}`)
    }
    await Promise.all([annConnection.waitUntilSettled(), benConnection.waitUntilSettled()])
    await Promise.all([annConnection.waitUntilSettled(), benConnection.waitUntilSettled()])
    const delivered = annConnection.receivedData('chat.message')
    expect(delivered.map(({ seq }) => seq)).toEqual(listNumbers(1, 120))
    expect(benConnection.receivedData('chat.message')).toEqual(delivered)
    for (const who of ['ann', 'ben']) {
      const ids = delivered.map(({ id }) => id).filter((id) => id.startsWith(who))
      expect(ids).toEqual(Array.from({ length: 60 }, (_, index) => `${who}-${index}`))
    }
    expect((await ann.callRoom(roomId, 'GET', '/messages?limit=500')).body.messages).toEqual(delivered)
  })

  test('has one number for each of many that are posted at once', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const replies = await Promise.all(
      Array.from({ length: 80 }, (_, index) =>
        (index % 2 ? ann : ben).postMessage(roomId, { text: `m${index}` }),
      ),
    )
    expect(replies.every(({ status }) => status === 201)).toBe(true)
    const seqs = replies.map(({ body }) => body.seq ?? 0).sort((a, b) => a - b)
    expect(seqs).toEqual(listNumbers(1, 80))
  })
})

describe('a message sent again', () => {
  test('over HTTP answers 200 and the stored message, and is sent to nobody', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const connection = await ben.openConnection(roomId)
    const first = await ann.postMessage(roomId, { text: 'first', id: 'twice' })
    const second = await ann.postMessage(roomId, { text: 'another text', id: 'twice' })
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body).toEqual(first.body)
    await connection.waitUntilSettled()
    expect(connection.receivedData('chat.message')).toHaveLength(1)
    expect((await ann.callRoom(roomId, 'GET', '/messages')).body.lastSeq).toBe(1)
  })

  test('ten times at once is stored once', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => ann.postMessage(roomId, { text: 'x', id: 'same' })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201])
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  })

  test('over a socket is answered with the stored message, to that connection alone', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const annConnection = await ann.openConnection(roomId)
    const tab = await ann.openConnection(roomId)
    const benConnection = await ben.openConnection(roomId)
    annConnection.sendMessage('twice', 'first')
    const stored = await annConnection.nextEvent('chat.message', 'the first is not answered')
    annConnection.sendMessage('twice', 'another text')
    expect(await annConnection.nextEvent('chat.message', 'the second is not answered')).toEqual(stored)
    for (const connection of [tab, benConnection]) {
      await connection.waitUntilSettled()
      expect(connection.receivedData('chat.message')).toEqual([stored])
    }
  })

  test('over the other way is the same message', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    const connection = await ann.openConnection(roomId)
    connection.sendMessage('both-ways')
    const stored = await connection.nextEvent('chat.message', 'it is not answered')
    const reply = await ann.postMessage(roomId, { text: 'x', id: 'both-ways' })
    expect([reply.status, reply.body]).toEqual([200, stored])
  })

  test('with the same id by another participant is another message', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const first = await ann.postMessage(roomId, { text: 'from Ann', id: 'shared' })
    const second = await ben.postMessage(roomId, { text: 'from Ben', id: 'shared' })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toMatchObject({ seq: 2, text: 'from Ben', sender: 'Ben', id: 'shared' })
  })

  test('after the room slept is found, whatever was said since', async () => {
    const { roomId, ann, ben, annId } = await joinAnnAndBen()
    await storeMessages(roomId, annId, 300)
    await ann.postMessage(roomId, { text: 'x', id: 'm301' })
    await evictDurableObject(roomObject(roomId))
    for (const seq of [1, 128, 129, 256, 300, 301]) {
      const { status, body } = await ann.postMessage(roomId, { text: 'again', id: `m${seq}` })
      expect([status, body.seq]).toEqual([200, seq])
    }
    expect((await ben.postMessage(roomId, { text: 'of Ben', id: 'm1' })).body.seq).toBe(302)
  })

  test('counts as the same with an id of 64 characters, and not where their case differs', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    const id = 'aZ0_-'.repeat(13).slice(0, 64)
    const statuses = []
    for (const each of [id, id, id.toLowerCase()]) {
      statuses.push((await ann.postMessage(roomId, { text: 'x', id: each })).status)
    }
    expect(statuses).toEqual([201, 200, 201])
  })
})

describe('history over HTTP', () => {
  interface Case {
    query: string
    seqs: number[]
  }
  const PAGES: Case[] = [
    { query: '', seqs: listNumbers(511, 610) },
    { query: '?limit=1', seqs: [610] },
    { query: '?limit=500', seqs: listNumbers(111, 610) },
    { query: '?after=0', seqs: listNumbers(1, 100) },
    { query: '?after=600', seqs: listNumbers(601, 610) },
    { query: '?after=610', seqs: [] },
    { query: '?after=999999', seqs: [] },
    { query: '?after=10&limit=500', seqs: listNumbers(11, 510) },
    { query: '?before=1', seqs: [] },
    { query: '?before=4', seqs: [1, 2, 3] },
    { query: '?before=100&limit=5', seqs: listNumbers(95, 99) },
    { query: '?before=999999&limit=2', seqs: [609, 610] },
    { query: `?before=${Number.MAX_SAFE_INTEGER}&limit=2`, seqs: [609, 610] },
    { query: '?after=10&before=14', seqs: [11, 12, 13] },
    { query: '?after=10&before=500&limit=2', seqs: [11, 12] },
    { query: '?after=3&unknown=1&limit=1', seqs: [4] },
  ]
  test('pages ascending, after, before and newest', async () => {
    const { roomId, ben, annId } = await joinAnnAndBen()
    await storeMessages(roomId, annId, 610)
    for (const { query, seqs } of PAGES) {
      const { status, body } = await ben.callRoom(roomId, 'GET', `/messages${query}`)
      expect([query, status, body.lastSeq, body.messages?.map(({ seq }) => seq)]).toEqual([
        query,
        200,
        610,
        seqs,
      ])
    }
  })

  interface Wrong {
    query: string
    path: string
  }
  const WRONG: Wrong[] = [
    { query: 'limit=0', path: 'limit' },
    { query: 'limit=501', path: 'limit' },
    { query: 'limit=ten', path: 'limit' },
    { query: 'limit=1.5', path: 'limit' },
    { query: 'limit=', path: 'limit' },
    { query: 'limit=%2B1', path: 'limit' },
    { query: 'after=-1', path: 'after' },
    { query: 'after=', path: 'after' },
    { query: 'after=1e3', path: 'after' },
    { query: 'after=NaN', path: 'after' },
    { query: 'after=99999999999999999999', path: 'after' },
    { query: 'before=x', path: 'before' },
    { query: 'before=-5', path: 'before' },
  ]
  test.for(WRONG)('refuses $query and names the field', async ({ query, path }) => {
    const { roomId, ann } = await joinAnnAndBen()
    const reply = await ann.callRoom(roomId, 'GET', `/messages?${query}`)
    expect(refusalOf(reply)).toEqual([400, 'invalid-request'])
    expect(reply.body.error?.issues).toMatchObject([{ path, message: expect.stringMatching(/\S/) }])
  })
})

describe('the welcome', () => {
  interface Case {
    after: number | undefined
    seqs: number[]
  }
  const WELCOMES: Case[] = [
    { after: undefined, seqs: listNumbers(511, 610) },
    { after: 0, seqs: listNumbers(1, 500) },
    { after: 100, seqs: listNumbers(101, 600) },
    { after: 605, seqs: listNumbers(606, 610) },
    { after: 610, seqs: [] },
    { after: 5_000, seqs: [] },
  ]
  test('brings the newest 100, or with `after` what was missed, 500 at most', async () => {
    const { roomId, ben, annId } = await joinAnnAndBen()
    await storeMessages(roomId, annId, 610)
    for (const { after, seqs } of WELCOMES) {
      const connection = await ben.openConnection(roomId, after)
      const welcome = await connection.nextEvent('room.welcome', `no welcome after ${after}`)
      expect([after, welcome.lastSeq, welcome.messages.map(({ seq }) => seq)]).toEqual([after, 610, seqs])
      expect(connection.events[0]?.event).toBe('room.welcome')
    }
  })

  test('and what is sent after it leave no hole and repeat nothing, in the midst of a conversation', async () => {
    const { roomId, ann, ben } = await joinAnnAndBen()
    const annConnection = await ann.openConnection(roomId)
    for (let index = 0; index < 20; index += 1) annConnection.sendMessage(`early-${index}`)
    await annConnection.waitUntilSettled()
    const connecting = ben.openConnection(roomId, 5)
    for (let index = 0; index < 20; index += 1) annConnection.sendMessage(`late-${index}`)
    const benConnection = await connecting
    const welcome = await benConnection.nextEvent('room.welcome', 'the room sends nothing')
    await annConnection.waitUntilSettled()
    await benConnection.waitUntilSettled()
    const seen = [...welcome.messages, ...benConnection.receivedData('chat.message')].map(({ seq }) => seq)
    expect(seen).toEqual(listNumbers(6, 40))
  })

  test('names the participant, who is present, and the version of the protocol', async () => {
    const { roomId, ann, ben, annId } = await joinAnnAndBen()
    await ann.openConnection(roomId)
    const connection = await ben.openConnection(roomId)
    const welcome = await connection.nextEvent('room.welcome', 'the room sends nothing')
    expect(welcome).toMatchObject({
      alias: 'Ben',
      role: 'participant',
      protocol: 1,
      messages: [],
      lastSeq: 0,
    })
    expect(welcome.participants).toEqual([
      { participantId: annId, alias: 'Ann', role: 'host' },
      { participantId: welcome.participantId, alias: 'Ben', role: 'participant' },
    ])
    expect(welcome.room).toMatchObject({ roomId, present: 2, seats: 2, state: 'open', title: null })
  })

  test.for(['-1', 'x', '', '1.5', '1e9'])('is refused for after=%s', async (after) => {
    const { roomId, ann } = await joinAnnAndBen()
    const response = await ann.requestUpgrade(roomId, `?after=${after}`)
    expect(response.status).toBe(400)
    const { error } = await response.json<{ error: { issues: { path: string }[] } }>()
    expect(error.issues.map(({ path }) => path)).toEqual(['after'])
  })
})
