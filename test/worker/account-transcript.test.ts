import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import type { Message } from '../../protocol/message.ts'
import { refusalOf } from '../support/api-client.ts'
import { Facilitator } from './facilitator.ts'
import { Person, roomObject, runInRoom } from './person.ts'

/** RFC 4180, by the book. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let field = ''
    if (text[at] === '"') {
      at += 1
      for (;;) {
        const end = text.indexOf('"', at)
        if (end < 0) throw new Error('a quote is left open')
        field += text.slice(at, end)
        at = end + 1
        if (text[at] !== '"') break
        field += '"'
        at += 1
      }
    } else {
      const end = /[,\r]/.exec(text.slice(at))?.index ?? text.length - at
      field = text.slice(at, at + end)
      if (field.includes('"') || field.includes('\n')) throw new Error('a bare quote or line end')
      at += end
    }
    row.push(field)
    if (text[at] === ',') at += 1
    else if (text.startsWith('\r\n', at)) {
      at += 2
      rows.push(row)
      row = []
    } else throw new Error(`neither comma nor CRLF at ${at}`)
  }
  if (row.length > 0) throw new Error('the last record has no end')
  return rows
}

/** The rule of docs/protocol.md. */
const asSaid = (field: string) => field.replace(/(^|[,;\t\n\v\f\r\x85\u2028\u2029])'/g, '$1')

const SAID = [
  '=1+1',
  '"=1+1"',
  "'=1+1",
  "''",
  "'",
  '+49 30 1234',
  '-5',
  '@everyone',
  '\t=1+1',
  '  =HYPERLINK("https://evil.example","click")',
  '\r\n=1+1',
  'one\ntwo\r\nthree\rfour',
  'a "quoted" word, and a comma; and a semicolon',
  '＝1+1',
  '# Title\n- item\n1. first\n> quote\n    code `x` *b* _i_ [l](u) <b>&amp;</b> | a |',
  'Grüße 👋 \u0000 \u2028 end',
  '. ',
]

async function makeRoomWithMessages() {
  const ann = await Facilitator.signUp()
  const { roomId } = await ann.scheduleRoom({ title: 'Circle: "a/b" Ü' })
  const participant = new Person()
  const { participantId } = await participant.joinRoom(roomId, { alias: '=Guest, "G"' })
  for (const text of SAID) await participant.postMessage(roomId, { text })
  return { ann, roomId, participantId }
}

describe('a transcript', () => {
  test('as JSON is everything as the room has it', async () => {
    const { ann, roomId } = await makeRoomWithMessages()
    const reply = await ann.downloadTranscript(roomId)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toBe('application/json')
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="Circle- -a-b- U.json"; filename*=UTF-8''Circle-%20-a-b-%20%C3%9C.json`,
    )
    const { room, messages } = JSON.parse(reply.text)
    expect(room).toMatchObject({ roomId, title: 'Circle: "a/b" Ü', messages: SAID.length })
    expect(messages.map(({ text }: Message) => text)).toEqual(SAID)
    expect(messages[0]).toEqual({
      id: expect.any(String),
      seq: 1,
      roomId,
      participantId: expect.any(String),
      sender: '=Guest, "G"',
      text: '=1+1',
      timestamp: expect.any(Number),
    })
    expect((await ann.downloadTranscript(roomId, 'json')).text.length).toBe(reply.text.length)
  })

  test('as CSV comes back as it was said, and nothing in it is a formula', async () => {
    const { ann, roomId, participantId } = await makeRoomWithMessages()
    const reply = await ann.downloadTranscript(roomId, 'csv')
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(reply.headers.get('content-disposition')).toContain('.csv"')
    const [header, ...rows] = parseCsv(reply.text.replace(/^\ufeff/, ''))
    expect(header).toEqual([
      ...['seq', 'time', 'sender', 'text', 'id', 'participantId', 'timestamp', 'options', 'reactions'],
      ...['deletedAt', 'files'],
    ])
    expect(rows.map((row) => asSaid(row[3] ?? ''))).toEqual(SAID)
    for (const [index, row] of rows.entries()) {
      expect(row).toHaveLength(11)
      expect(row[0]).toBe(String(index + 1))
      expect(asSaid(row[2] ?? '')).toBe('=Guest, "G"')
      expect(asSaid(row[5] ?? '')).toBe(participantId)
      expect(row[1]).toBe(new Date(Number(row[6])).toISOString())
      for (const field of row) expect(field).not.toMatch(/^\s*[=+\-@＝]|^[\t\r\n]/)
    }
  })

  test('as Markdown is for reading', async () => {
    const { ann, roomId } = await makeRoomWithMessages()
    const reply = await ann.downloadTranscript(roomId, 'markdown')
    expect(reply.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(reply.headers.get('content-disposition')).toContain('.md"')
    expect(reply.text).toMatch(/^# Circle: "a\/b" Ü\n\n\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC to /)
    expect(reply.text).toContain('**\\=Guest, "G"** · ')
    expect(reply.text).toContain('> \\# Title\\\n> \\- item\\\n> 1\\. first\\\n> \\> quote')
    expect(reply.text).toContain('\\<b\\>\\&amp;\\</b\\>')
  })

  test('of a room in which nobody spoke is empty and whole', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    expect(JSON.parse((await ann.downloadTranscript(roomId)).text).messages).toEqual([])
    expect(parseCsv((await ann.downloadTranscript(roomId, 'csv')).text.replace(/^\ufeff/, ''))).toHaveLength(
      1,
    )
    expect((await ann.downloadTranscript(roomId, 'markdown')).status).toBe(200)
  })

  test('in a format that is none is refused', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    expect(refusalOf(await ann.downloadTranscript(roomId, 'xlsx'))).toEqual([400, 'invalid-request'])
  })

  test('of an encrypted room gives the envelopes', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom({ encryption: 'e2ee' })
    const participant = new Person()
    await participant.joinRoom(roomId)
    expect(refusalOf(await participant.postMessage(roomId, { text: 'plain' }))).toEqual([
      422,
      'plaintext-refused',
    ])
    await participant.postMessage(roomId, { text: 'e1.AAAA' })
    const { room, messages } = JSON.parse((await ann.downloadTranscript(roomId)).text)
    expect([room.encryption, messages[0].text]).toEqual(['e2ee', 'e1.AAAA'])
  })

  test('of 50,000 messages comes in pieces, in every format', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    await new Person().joinRoom(roomId)
    await runInRoom(roomId, ({ sql }) => {
      sql.exec(
        `INSERT INTO messages (seq, id, participant_id, sender, text, timestamp)
         WITH RECURSIVE n (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM n WHERE seq < 50000)
         SELECT seq, 'm' || seq, 'p', 'Guest', '=' || seq || ',"x"', 1700000000000 + seq FROM n`,
      )
    })
    await evictDurableObject(roomObject(roomId))
    const path = (format: string) => `/api/account/rooms/${roomId}/transcript?format=${format}`
    const response = await ann.fetchResponse('GET', path('csv'))
    const decoder = new TextDecoder()
    let [text, pieces, largest] = ['', 0, 0]
    for await (const piece of response.body ?? []) {
      pieces += 1
      largest = Math.max(largest, piece.byteLength)
      text += decoder.decode(piece, { stream: true })
    }
    expect(pieces).toBeGreaterThan(50)
    expect(largest).toBeLessThan(text.length / 20)
    const rows = parseCsv(text).slice(1)
    expect(rows).toHaveLength(50_000)
    expect(rows.every((row, index) => row[3] === `'=${index + 1},"x"`)).toBe(true)
    const { messages } = JSON.parse((await ann.downloadTranscript(roomId)).text)
    expect(messages).toHaveLength(50_000)
    expect(messages.at(-1)).toMatchObject({ seq: 50_000, text: '=50000,"x"' })
    expect((await ann.downloadTranscript(roomId, 'markdown')).text.match(/^\*\*Guest/gm)).toHaveLength(50_000)
  }, 60_000)

  test('holds what was said when it was asked for, and breaks off where the room ends meanwhile', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    const participant = new Person()
    await participant.joinRoom(roomId)
    await runInRoom(roomId, ({ sql }) => {
      sql.exec(
        `INSERT INTO messages (seq, id, participant_id, sender, text, timestamp)
         WITH RECURSIVE n (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM n WHERE seq < 5000)
         SELECT seq, 'm' || seq, 'p', 'Guest', 'x', 1700000000000 + seq FROM n`,
      )
    })
    await evictDurableObject(roomObject(roomId))
    const path = `/api/account/rooms/${roomId}/transcript`
    const first = await ann.fetchResponse('GET', path)
    await participant.postMessage(roomId, { text: 'later' })
    expect(JSON.parse(await first.text()).messages).toHaveLength(5_000)
    const second = await ann.fetchResponse('GET', path)
    await ann.callApi('DELETE', `/api/account/rooms/${roomId}`)
    await expect(second.text()).rejects.toThrow()
  })
})

describe('everything at once', () => {
  test('is one JSON with the account, its sessions, and its rooms with what was said', async () => {
    const { ann, roomId } = await makeRoomWithMessages()
    const empty = await ann.scheduleRoom({ title: 'Empty' })
    const reply = await ann.callApi('GET', '/api/account/export')
    expect(reply.headers.get('content-disposition')).toContain('filename="private-chat.json"')
    const all = JSON.parse(reply.text)
    expect(all.account).toMatchObject({ email: ann.email, accountId: ann.account.accountId })
    expect(all.sessions).toHaveLength(1)
    expect(all.rooms.map((each: { room: { roomId: string } }) => each.room.roomId)).toEqual([
      empty.roomId,
      roomId,
    ])
    expect(all.rooms[1].messages.map(({ text }: Message) => text)).toEqual(SAID)
    expect(reply.text).not.toContain('scrypt')
  })

  test('is whole where there is no room', async () => {
    const ann = await Facilitator.signUp()
    expect(JSON.parse((await ann.callApi('GET', '/api/account/export')).text).rooms).toEqual([])
  })
})
