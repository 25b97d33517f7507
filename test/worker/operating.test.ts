import { createExecutionContext, runDurableObjectAlarm, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { nanoid } from 'nanoid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import { REPORT_EVERY_MS } from '../../worker/counters.ts'
import type { Bindings } from '../../worker/env.ts'
import { type CountersLine, FaultLine, LogLine } from '../../worker/log-line.ts'
import { refusalOf } from '../support/api-client.ts'
import { joinAnnAndBen } from './pairs.ts'
import { letTimePass } from './pass-time.ts'
import { ORIGIN, Person, roomObject, runInRoom } from './person.ts'

const LEVELS = ['log', 'warn', 'error'] as const
let printed: string[] = []

beforeEach(() => {
  printed = []
  for (const level of LEVELS)
    vi.spyOn(console, level).mockImplementation((line) => void printed.push(`${level} ${line}`))
})

/** What was printed, each a line of the schema and written with its level. */
function readLines(): LogLine[] {
  return printed.map((each) => {
    const [method = '', ...rest] = each.split(' ')
    const line = LogLine.parse(JSON.parse(rest.join(' ')))
    expect(method).toBe(line.level === 'info' ? 'log' : line.level)
    return line
  })
}

const readFaults = () => readLines().filter((line): line is FaultLine => FaultLine.safeParse(line).success)
const readCounts = () => readLines().filter((line): line is CountersLine => line.event === 'counters')

/** Asks the Worker with other bindings, and waits for what it does after the answer. */
async function ask(path: string, bindings: object): Promise<Response> {
  const context = createExecutionContext()
  const response = await app.fetch(new Request(ORIGIN + path), { ...env, ...bindings }, context)
  await waitOnExecutionContext(context)
  return response
}

/** Makes what was counted until now be reported, so that a test counts its own. */
async function reportNow(): Promise<void> {
  letTimePass(REPORT_EVERY_MS)
  await ask('/api/nothing', {})
  letTimePass(REPORT_EVERY_MS)
  printed = []
}

describe('a fault has one incident, in the answer and in the log', () => {
  test('where the Worker fails', async () => {
    const ROOMS = {
      idFromName(): DurableObjectId {
        throw new RangeError('a detail of the inside')
      },
    }
    const response = await ask(`/api/rooms/${nanoid()}`, { ROOMS })
    const { error } = await response.json<{ error: { code: string; message: string; incident: string } }>()
    expect([response.status, error.code]).toEqual([500, 'internal'])
    expect(readFaults()).toEqual([
      {
        level: 'error',
        event: 'request-failed',
        incident: error.incident,
        kind: 'RangeError',
        at: expect.stringContaining('idFromName'),
      },
    ])
    expect(error.message).toBe(
      `Something went wrong on our side; try again. Tell the operator this incident: ${error.incident}.`,
    )
  })

  test('where a room fails: its own line and the Worker’s have the same', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    await breakMessages(roomId)
    const reply = await ann.callRoom(roomId, 'POST', '/messages', { text: 'lost-words' })
    expect(refusalOf(reply)).toEqual([500, 'internal'])
    await expect.poll(() => readFaults().length).toBe(2)
    const [inRoom, inWorker] = readFaults()
    expect(inRoom).toMatchObject({
      event: 'message-dispatch-failed',
      at: expect.stringContaining('addMessage'),
    })
    expect(inWorker?.event).toBe('request-failed')
    expect(reply.body.error).toHaveProperty('incident', inRoom?.incident)
    expect(inWorker?.incident).toBe(inRoom?.incident)
    expectNoContent(roomId, ann)
  })

  test('where a frame fails', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    const connection = await ann.openConnection(roomId)
    await breakMessages(roomId)
    connection.sendMessage('lost-words')
    const error = await connection.nextEvent('error', 'nobody learns that it is lost')
    const [fault] = readFaults()
    expect(fault?.event).toBe('message-post-failed')
    expect(error).toMatchObject({ code: 'internal', id: 'lost-words', incident: fault?.incident })
    expect(error.message).toContain(`incident: ${fault?.incident}.`)
    expectNoContent(roomId, ann)
  })

  test('where an alarm fails, which nobody is answered', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    await runInRoom(roomId, ({ sql }) =>
      sql.exec(`CREATE TRIGGER broken BEFORE UPDATE ON room BEGIN SELECT RAISE(ABORT, '${roomId}'); END`),
    )
    letTimePass(24 * 3_600_000)
    await runDurableObjectAlarm(roomObject(roomId))
    expect(readFaults().map(({ event }) => event)).toContain('room-alarm-failed')
    expectNoContent(roomId, ann)
  })

  /** Lets no message be stored in a room, for a reason that repeats what nobody may log. */
  const breakMessages = (roomId: string) =>
    runInRoom(roomId, ({ sql }) =>
      sql.exec(
        `CREATE TRIGGER broken BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'lost-words in ${roomId}'); END`,
      ),
    )

  /** Checks that nothing was printed that says what was said, by whom, where or from which address. */
  function expectNoContent(roomId: string, person: Person): void {
    const all = printed.join('\n')
    expect([roomId, 'lost-words', 'Ann', person.address].filter((word) => all.includes(word))).toEqual([])
  }
})

describe('counters', () => {
  beforeEach(reportNow)
  // The clock that went ahead here is no other test's.
  afterEach(() => vi.restoreAllMocks())

  /** Opens a room, says ten things in it, is refused three times, and ends it. */
  async function liveThrough(): Promise<void> {
    const { roomId, ann } = await joinAnnAndBen()
    const connection = await ann.openConnection(roomId)
    for (let n = 0; n < 8; n += 1) connection.sendMessage(`a${n}`)
    connection.sendFrame('no event')
    await connection.nextEvent('error', 'the frame was taken')
    await connection.nextEvent('chat.message', 'it is not stored', ({ id }) => id === 'a7')
    for (const text of ['b', 'c']) await ann.callRoom(roomId, 'POST', '/messages', { text, id: text })
    // Stored already.
    await ann.callRoom(roomId, 'POST', '/messages', { text: 'c', id: 'c' })
    for (let n = 0; n < 2; n += 1)
      expect(refusalOf(await new Person().callRoom(roomId, 'POST', '/join'))).toEqual([409, 'room-full'])
    expect((await ann.callRoom(roomId, 'DELETE')).status).toBe(200)
  }
  const LIVED = {
    roomsOpened: 1,
    roomsEnded: 1,
    messages: 10,
    refusals: { 'invalid-event': 1, 'room-full': 2 },
  }

  /** Adds up what lines say. */
  function sumUp(lines: CountersLine[]) {
    const refusals: Record<string, number> = {}
    for (const line of lines)
      for (const [code, count] of Object.entries(line.refusals))
        refusals[code] = (refusals[code] ?? 0) + count
    const sum = (of: 'roomsOpened' | 'roomsEnded' | 'messages') =>
      lines.reduce((all, line) => all + line[of], 0)
    return {
      roomsOpened: sum('roomsOpened'),
      roomsEnded: sum('roomsEnded'),
      messages: sum('messages'),
      refusals,
    }
  }

  test('say what happened in one line a minute, and not in one for each event', async () => {
    await liveThrough()
    await expect.poll(() => readCounts().length).toBe(1)
    letTimePass(REPORT_EVERY_MS)
    // A refusal, so that there is something to report.
    expect((await ask('/api/nothing', {})).status).toBe(404)
    expect(readCounts()).toHaveLength(2)
    expect(sumUp(readCounts())).toEqual({ ...LIVED, refusals: { ...LIVED.refusals, 'not-found': 1 } })
  })

  test('go to Analytics Engine where it is bound, with the same numbers', async () => {
    // The room's first line is due at once: the rest is the dataset's.
    const points: AnalyticsEngineDataPoint[] = []
    const COUNTERS: Bindings['COUNTERS'] = {
      writeDataPoint: (point) => void (point && points.push(point)),
    }
    await liveThrough()
    letTimePass(REPORT_EVERY_MS)
    await ask('/api/nothing', { COUNTERS })
    const lines = readCounts()
    expect(lines).toHaveLength(1)
    const total = sumUp(lines)
    for (const { blobs, doubles } of points) {
      const [name = '', code = ''] = (blobs ?? []).map(String)
      const count = doubles?.[0] ?? 0
      if (name === 'refusals') total.refusals[code] = (total.refusals[code] ?? 0) + count
      else if (name === 'messages' || name === 'roomsEnded' || name === 'roomsOpened') total[name] += count
    }
    expect(total).toEqual({ ...LIVED, refusals: { ...LIVED.refusals, 'not-found': 1 } })
  })

  test('are reported by a room in which people only talk', async () => {
    const { roomId, ann } = await joinAnnAndBen()
    const connection = await ann.openConnection(roomId)
    await connection.nextEvent('room.welcome', 'there is no connection')
    await reportNow()
    connection.sendMessage('hello')
    await connection.nextEvent('chat.message', 'it is not stored')
    expect(readCounts()).toMatchObject([{ messages: 1 }])
  })

  test('are quiet where nothing happens', async () => {
    expect((await ask('/api/health', {})).status).toBe(200)
    expect(printed).toEqual([])
  })
})
