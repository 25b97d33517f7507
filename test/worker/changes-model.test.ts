import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { expect, test, vi } from 'vitest'
import { FILE_UNNAMED_MS } from '../../protocol/file-limits.ts'
import { BURN_KEPT_MS } from '../../protocol/limits.ts'
import type { Message, RevealedText } from '../../protocol/message.ts'
import { makeRandom, readSeed } from '../support/seed.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { listTables, Person, readTables, roomObject, runInRoom } from './person.ts'

/** Steps of one run: enough for every kind of step to follow every other. */
const STEPS = 120

/** A message as the model knows it. Its text and its file are found nowhere else, so that storage can be searched for them. */
interface ModelMessage {
  author: Reader
  text: string
  /** What was said before, or is to be gone from storage by now. */
  gone: string[]
  fileId: string | null
  isDeleted: boolean
  saidAt: number
  expires: number | undefined
  burn: number | undefined
  /** Until when who had a seat, or revealed it since, sees it; null where they have not revealed it. */
  clocks: Map<Reader, number | null>
}

interface Reader {
  person: Person
  connection: TestConnection
  /** What a page would show, by the number of the message. */
  shown: Map<number, string>
  /** Messages and changes that were learned from the connection of now. */
  learned: number
  seq: number
  rev: number
}

function dueAt({ saidAt, expires, burn, clocks }: ModelMessage): number {
  const never = Number.POSITIVE_INFINITY
  const untils = [...clocks.values()]
  const isRead = untils.length > 0 && !untils.includes(null)
  return Math.min(
    expires === undefined ? never : saidAt + expires * 1000,
    burn === undefined ? never : saidAt + BURN_KEPT_MS,
    burn !== undefined && isRead ? Math.max(...untils.map((until) => until ?? 0)) : never,
  )
}

test('whatever is said, edited, taken back, revealed and forgotten: storage holds no text and no file that is gone, and all know the same', async () => {
  const random = makeRandom(readSeed(20_261_127))
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  let now = Date.now()
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  const host = new Person()
  const roomId = await host.createRoom({ capacity: null, lifetime: 86_400 })
  const messages: ModelMessage[] = []
  const readers: Reader[] = []
  /** When each file was sent that no message names. */
  const unnamed: number[] = []
  let words = 0
  function makeText(): string {
    words += 1
    return `secret-${words}-`
  }

  function show(reader: Reader, { seq, text }: Pick<Message, 'seq' | 'text'>): void {
    reader.shown.set(seq, text)
  }
  async function connect(reader: Omit<Reader, 'connection' | 'learned'>, isNew: boolean): Promise<Reader> {
    const connection = isNew
      ? await reader.person.openConnection(roomId)
      : await reader.person.openConnection(roomId, reader.seq, undefined, reader.rev)
    const connected = Object.assign(reader, { connection, learned: 0 })
    const welcome = await connection.nextEvent('room.welcome', 'no welcome')
    for (const message of welcome.messages) show(connected, message)
    for (const { seq, text } of welcome.changes ?? []) if (text !== undefined) show(connected, { seq, text })
    connected.seq = welcome.lastSeq
    connected.rev = Math.max(reader.rev, welcome.rev ?? 0)
    return connected
  }
  /** Takes what a connection was told, as a page would: each message once, and in order. */
  function learn(reader: Reader): void {
    const told = reader.connection.events.slice(reader.learned)
    reader.learned += told.length
    for (const { event, data } of told) {
      if (event === 'chat.message') {
        expect(data.seq).toBe(reader.seq + 1)
        reader.seq = data.seq
        show(reader, data)
      } else if (event === 'chat.update') {
        // A room that woke tells its last changes again.
        reader.rev = Math.max(reader.rev, data.rev)
        show(reader, data)
      }
    }
  }
  async function enter(person: Person): Promise<void> {
    await person.joinRoom(roomId)
    readers.push(await connect({ person, shown: new Map(), seq: 0, rev: 0 }, true))
  }
  function remove(message: ModelMessage): void {
    message.isDeleted = true
    message.gone.push(message.text, ...(message.fileId === null ? [] : [message.fileId]))
    message.text = ''
  }
  function removeDue(): void {
    for (const each of messages) if (!each.isDeleted && dueAt(each) <= now) remove(each)
  }
  const seenBy = (reader: Reader) =>
    messages.map(({ author, text, burn }) => (burn === undefined || author === reader ? text : ''))

  async function sendFile(person: Person): Promise<string> {
    const announced = await person.callRoom(roomId, 'POST', '/files', { size: 2, chunks: 1 })
    const { fileId }: { fileId: string } = JSON.parse(announced.text)
    await person.callRoom(roomId, 'PUT', `/files/${fileId}/0`, new Uint8Array([1, 2]))
    return fileId
  }
  /** How many files the room stores, and how many chunks, of which each of these files has one. */
  async function countFiles(): Promise<[number, number]> {
    if (!(await listTables(roomId)).includes('files')) return [0, 0]
    return runInRoom(roomId, ({ sql }) => {
      const count = (table: string) => Number(sql.exec(`SELECT count(*) AS n FROM ${table}`).one().n)
      return [count('files'), count('chunks')]
    })
  }
  async function say(author: Reader): Promise<void> {
    const burn = random() < 0.35 ? pick([5, 20, 3_600]) : undefined
    const expires = random() < 0.35 ? pick([5, 30, 300]) : undefined
    const fileId = burn === undefined && random() < 0.2 ? await sendFile(author.person) : null
    const text = makeText()
    const body = { text, burn, expires, ...(fileId && { files: [fileId] }) }
    expect((await author.person.postMessage(roomId, body)).status).toBe(201)
    const others = burn === undefined ? [] : readers.filter((reader) => reader !== author)
    const clocks = new Map(others.map((reader): [Reader, null] => [reader, null]))
    messages.push({
      ...{ author, text, gone: [], fileId, isDeleted: false, saidAt: now, expires, burn, clocks },
    })
  }
  async function edit(seq: number, message: ModelMessage, reader: Reader): Promise<void> {
    const text = makeText()
    const { status } = await reader.person.callRoom(roomId, 'PATCH', `/messages/${seq}`, { text })
    const mayEdit = reader === message.author && message.burn === undefined
    expect(status).toBe(message.isDeleted ? 404 : mayEdit ? 200 : 403)
    if (status !== 200) return
    message.gone.push(message.text)
    message.text = text
  }
  async function takeBack(seq: number, message: ModelMessage, reader: Reader): Promise<void> {
    const { status } = await reader.person.callRoom(roomId, 'DELETE', `/messages/${seq}`)
    expect(status).toBe(reader === message.author || reader.person === host ? 204 : 403)
    if (status === 204 && !message.isDeleted) remove(message)
  }
  async function reveal(seq: number, message: ModelMessage, reader: Reader): Promise<void> {
    const revealed = await reader.person.callRoom(roomId, 'POST', `/messages/${seq}/reveal`)
    const until = message.clocks.get(reader) ?? null
    const isThere = message.burn !== undefined && !message.isDeleted && (until === null || until > now)
    const isAuthor = reader === message.author
    const status =
      message.burn === undefined || message.isDeleted ? 404 : isAuthor ? 403 : isThere ? 200 : 404
    expect(revealed.status).toBe(status)
    if (status !== 200) return
    const answer: RevealedText = JSON.parse(revealed.text)
    expect(answer.text).toBe(message.text)
    expect(answer.until).toBe(
      until ?? Math.min(now + (message.burn ?? 0) * 1000, dueAt({ ...message, clocks: new Map() })),
    )
    message.clocks.set(reader, answer.until)
  }

  await enter(host)
  for (let count = 0; count < 4; count += 1) await enter(new Person())
  for (let step = 0; step < STEPS; step += 1) {
    const reader = pick(readers)
    const seq = 1 + Math.floor(random() * messages.length)
    const message = messages[seq - 1]
    const kind = random()
    if (message === undefined || kind < 0.25) await say(reader)
    else if (kind < 0.4) await edit(seq, message, random() < 0.7 ? message.author : reader)
    else if (kind < 0.47) await takeBack(seq, message, reader)
    else if (kind < 0.62) await reveal(seq, message, reader)
    else if (kind < 0.65) {
      await sendFile(reader.person)
      unnamed.push(now)
    } else if (kind < 0.7) await reader.person.callRoom(roomId, 'PUT', `/messages/${seq}/reactions/a`)
    else if (kind < 0.76) {
      learn(reader)
      await reader.connection.disconnect()
      await connect(reader, false)
    } else if (kind < 0.79) {
      // A room that has something to tell does not sleep.
      now += 1_000
      await evictDurableObject(roomObject(roomId))
    } else now += random() < 0.1 ? pick([BURN_KEPT_MS, FILE_UNNAMED_MS]) : Math.floor(random() * 12_000)

    removeDue()
    // The alarm is late, unless chance has it come first.
    if (random() < 0.2) await runDurableObjectAlarm(roomObject(roomId))
    expect(
      (await reader.person.readHistory(roomId)).map(({ text }) => text),
      `step ${step}`,
    ).toEqual(seenBy(reader))
    const stored = await readTables(roomId)
    for (const each of messages)
      for (const text of each.gone) expect(stored, `step ${step}`).not.toContain(text)
    const named = messages.filter(({ fileId, isDeleted }) => fileId !== null && !isDeleted)
    const files = named.length + unnamed.filter((sentAt) => now < sentAt + FILE_UNNAMED_MS).length
    expect(await countFiles(), `step ${step}`).toEqual([files, files])
  }

  // What is told once a second at most is told before this.
  now += 1_000
  await host.sendMessage(roomId, 'the end')
  now += 1_000
  removeDue()
  await host.callRoom(roomId, 'PATCH', `/messages/${messages.length + 1}`, { text: 'The end' })
  for (const reader of readers) {
    await reader.connection.nextEvent('chat.update', 'the end is not told', ({ text }) => text === 'The end')
    learn(reader)
    expect([...reader.shown.values()]).toEqual([...seenBy(reader), 'The end'])
  }
  expect((await host.callRoom(roomId, 'DELETE', '')).status).toBe(200)
  expect(await listTables(roomId)).toEqual([])
}, 60_000)
