import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CLOSE } from '../../protocol/close.ts'
import { ACKNOWLEDGE_EVERY, BEHIND_MAX } from '../../protocol/connection-limits.ts'
import { exampleMessage, exampleMessages, exampleWelcome } from '../../test/support/examples.ts'
import { type RoomSocket, STREAM, translateSocket } from './translate-socket.ts'

interface Closing {
  code: number
  reason: string
}

/** A stream of a socket whose other end is the test's, and what its reader does. */
function openStream(after?: number) {
  const sent: string[] = []
  const closed: Closing[] = []
  const listeners = { message: (_: { data: unknown }) => {}, close: (_: Closing) => {}, error: () => {} }
  const socket: RoomSocket = {
    accept: () => {},
    send: (data) => void sent.push(data),
    close: (code, reason) => void closed.push({ code, reason }),
    addEventListener: (type: string, listener: unknown) =>
      void Object.assign(listeners, { [type]: listener }),
  }
  const reader = translateSocket(socket, after).getReader()
  const decoder = new TextDecoder()
  return {
    sent,
    closed,
    /** The room receiveFrame a frame. */
    receiveFrame: (frame: unknown) =>
      listeners.message({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) }),
    closeByRoom: (code: number, reason = '') => listeners.close({ code, reason }),
    /** The next chunk; null where the stream is over. */
    async read(): Promise<string | null> {
      const { done, value } = await reader.read()
      return done ? null : decoder.decode(value, { stream: true })
    },
    cancel: () => reader.cancel(),
  }
}

/** The ids of the events in a text. */
const idsOf = (text: string | null) => [...(text ?? '').matchAll(/^id: (.*)$/gm)].map(([, id]) => id)
const message = (seq: number, text = 'hi') => ({
  event: 'chat.message',
  data: { ...exampleMessage(seq), text },
})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('each frame is one event, whatever is in it, with the newest seq as its id', async () => {
  const { receiveFrame, read } = openStream()
  receiveFrame(exampleWelcome(exampleMessages(1, 3)))
  const first = await read()
  expect(first).toMatch(/^retry: \d+\nid: 3\ndata: \{"event":"room\.welcome",.*\}\n\n$/)
  const batch = [message(4, 'line\nbreak \u2028 \r'), message(5)]
  receiveFrame(batch)
  expect(await read()).toBe(`id: 5\ndata: ${JSON.stringify(batch)}\n\n`)
  receiveFrame({ event: 'chat.typing', data: { participantId: 'p' } })
  expect(idsOf(await read())).toEqual(['5'])
})

test('the id also has the newest change, once there is one', async () => {
  const { receiveFrame, read } = openStream()
  const welcome = exampleWelcome([])
  receiveFrame({ ...welcome, data: { ...welcome.data, lastSeq: 3, rev: 5 } })
  expect(idsOf(await read())).toEqual(['3.5'])
  receiveFrame([
    { event: 'chat.reactions', data: { seq: 2, rev: 6, reactions: { a: 1 } } },
    { event: 'chat.reactions', data: { seq: 1, rev: 7, reactions: {} } },
  ])
  expect(idsOf(await read())).toEqual(['3.7'])
  receiveFrame(message(4))
  expect(idsOf(await read())).toEqual(['4.7'])
  receiveFrame({ event: 'chat.update', data: { seq: 4, rev: 8, text: 'other', edit: 1, editedAt: 1 } })
  expect(idsOf(await read())).toEqual(['4.8'])
})

test.each([
  { what: 'nothing was missed', after: 7, messages: exampleMessages(8, 7), lastSeq: 7, id: '7' },
  {
    what: 'a part of what was missed fits',
    after: 1,
    messages: exampleMessages(2, 4),
    lastSeq: 900,
    id: '4',
  },
  { what: 'nothing of it fits', after: 1, messages: [], lastSeq: 900, id: '1' },
  { what: 'there are no messages', after: undefined, messages: [], lastSeq: 0, id: '0' },
])('a client resumes after what it was sent: $what', async ({ after, messages, lastSeq, id }) => {
  const { receiveFrame, read } = openStream(after)
  const welcome = exampleWelcome(messages)
  receiveFrame({ ...welcome, data: { ...welcome.data, messages, lastSeq } })
  expect(idsOf(await read())).toEqual([id])
})

test('what the reader has read is acknowledged, and nothing else', async () => {
  const { receiveFrame, read, sent } = openStream()
  expect(sent).toEqual(['{"event":"chat.ack","data":{"seq":0}}'])
  const long = 'x'.repeat(ACKNOWLEDGE_EVERY / 4)
  for (let seq = 1; seq <= 6; seq += 1) receiveFrame(message(seq, long))
  expect(sent).toHaveLength(1)
  const readAll = async (until: number) => {
    for (let text = ''; !text.includes(`"seq":${until},`); text += await read());
  }
  await readAll(5)
  void read()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent.length).toBeGreaterThan(1)
  const { data } = JSON.parse(sent.at(-1) ?? '')
  expect(data.seq).toBeLessThanOrEqual(6)
  expect(data.seq).toBeGreaterThanOrEqual(4)
})

test('while the reader reads it gets a comment every 15 seconds, and the room a ping', async () => {
  const { receiveFrame, read, sent } = openStream()
  receiveFrame(exampleWelcome([]))
  await read()
  for (let beat = 1; beat <= 3; beat += 1) {
    const next = read()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await next).toMatch(/^: .*\n\n$/)
    expect(sent.filter((frame) => frame === 'ping')).toHaveLength(beat)
  }
  receiveFrame('pong')
  const next = read()
  receiveFrame(message(1))
  expect(await next).toContain('chat.message')
})

test('once the reader has not read for a minute or so the room gets no pings and the stream ends', async () => {
  const { receiveFrame, read, sent, closed } = openStream()
  receiveFrame(exampleWelcome([]))
  await read()
  receiveFrame(message(1))
  await vi.advanceTimersByTimeAsync(STREAM.beatEvery)
  const pings = sent.filter((frame) => frame === 'ping').length
  await vi.advanceTimersByTimeAsync(STREAM.beatEvery * (STREAM.stalledBeats - 1))
  expect(closed).toEqual([])
  await vi.advanceTimersByTimeAsync(STREAM.beatEvery)
  expect(sent.filter((frame) => frame === 'ping')).toHaveLength(pings)
  expect(closed).toEqual([{ code: CLOSE.tooSlow, reason: 'too slow' }])
  await expect(read()).rejects.toThrow('too slow')
  expect(vi.getTimerCount()).toBe(0)
})

test('what waits for a reader is bounded, whatever the room does', async () => {
  const { receiveFrame, read, closed } = openStream()
  const frame = JSON.stringify(message(1, 'x'.repeat(BEHIND_MAX.acknowledging)))
  for (let sent = 0; sent <= STREAM.waitingMax; sent += frame.length) receiveFrame(frame)
  expect(closed).toEqual([{ code: CLOSE.tooSlow, reason: 'too slow' }])
  await expect(read()).rejects.toThrow('too slow')
  expect(vi.getTimerCount()).toBe(0)
})

test.each([
  { code: CLOSE.gone, reason: 'the room is gone', data: '{"code":4410,"reason":"the room is gone"}' },
  { code: 1006, reason: '', data: '{"code":1006}' },
])(
  'the last event, after everything that came before, is the code: $code',
  async ({ code, reason, data }) => {
    const { receiveFrame, closeByRoom, read } = openStream()
    receiveFrame(exampleWelcome([]))
    receiveFrame(message(1))
    closeByRoom(code, reason)
    let text = ''
    for (let chunk = await read(); chunk !== null; chunk = await read()) text += chunk
    expect(text).toMatch(/room\.welcome[\s\S]*chat\.message/)
    expect(text.endsWith(`event: close\ndata: ${data}\n\n`)).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  },
)

test('a reader that is closed for being slow gets nothing of what it is too slow for', async () => {
  const { receiveFrame, closeByRoom, read } = openStream()
  for (let seq = 1; seq <= 20; seq += 1) receiveFrame(message(seq, 'x'.repeat(10_000)))
  closeByRoom(CLOSE.tooSlow, 'too slow')
  expect(await read()).toBe('event: close\ndata: {"code":4408,"reason":"too slow"}\n\n')
  expect(await read()).toBe(null)
})

test('a long event comes in pieces, so that a slow reader that goes on reading is not closed', async () => {
  const { receiveFrame, read } = openStream()
  const frame = message(1, 'é'.repeat(STREAM.chunk))
  receiveFrame(frame)
  let text = ''
  let reads = 0
  for (; !text.endsWith('}\n\n'); reads += 1) text += await read()
  expect(reads).toBe(3)
  expect(text.replace(/^retry: \d+\n/, '')).toBe(`id: 1\ndata: ${JSON.stringify(frame)}\n\n`)
})

test('cancelling the stream closes the socket, and nothing is left to happen', async () => {
  const { receiveFrame, read, closed, cancel, sent } = openStream()
  receiveFrame(exampleWelcome([]))
  await read()
  await cancel()
  expect(closed).toEqual([{ code: 1000, reason: 'the reader is gone' }])
  receiveFrame(message(1))
  await vi.advanceTimersByTimeAsync(STREAM.beatEvery * 10)
  expect(sent).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})
