import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CLOSE } from '../../protocol/close.ts'
import { ACKNOWLEDGE_EVERY, BEHIND_MAX } from '../../protocol/limits.ts'
import { exampleMessage, exampleMessages, exampleWelcome } from '../../test/support/examples.ts'
import { type RoomSocket, STREAM, translateSocket } from './translate-socket.ts'

interface Closing {
  code: number
  reason: string
}

/** A socket with the room's end in the test's hand, and somebody who reads the stream. */
function begin(after?: number) {
  const sent: string[] = []
  const closed: Closing[] = []
  const hear = { message: (_: { data: unknown }) => {}, close: (_: Closing) => {}, error: () => {} }
  const socket: RoomSocket = {
    accept: () => {},
    send: (data) => void sent.push(data),
    close: (code, reason) => void closed.push({ code, reason }),
    addEventListener: (type: string, listener: unknown) => void Object.assign(hear, { [type]: listener }),
  }
  const reader = translateSocket(socket, after).getReader()
  const decoder = new TextDecoder()
  return {
    sent,
    closed,
    /** The room says a frame. */
    says: (frame: unknown) =>
      hear.message({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) }),
    ends: (code: number, reason = '') => hear.close({ code, reason }),
    /** The next chunk; null where the stream is over. */
    async read(): Promise<string | null> {
      const { done, value } = await reader.read()
      return done ? null : decoder.decode(value, { stream: true })
    },
    cancel: () => reader.cancel(),
  }
}

/** What the reader sees of an event. */
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
  const { says, read } = begin()
  says(exampleWelcome(exampleMessages(1, 3)))
  const first = await read()
  expect(first).toMatch(/^retry: \d+\nid: 3\ndata: \{"event":"room\.welcome",.*\}\n\n$/)
  const batch = [message(4, 'line\nbreak \u2028 \r'), message(5)]
  says(batch)
  expect(await read()).toBe(`id: 5\ndata: ${JSON.stringify(batch)}\n\n`)
  says({ event: 'chat.typing', data: { participantId: 'p' } })
  expect(idsOf(await read())).toEqual(['5'])
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
  { what: 'nothing was ever said', after: undefined, messages: [], lastSeq: 0, id: '0' },
])('a client resumes by what it was given: $what', async ({ after, messages, lastSeq, id }) => {
  const { says, read } = begin(after)
  const welcome = exampleWelcome(messages)
  says({ ...welcome, data: { ...welcome.data, messages, lastSeq } })
  expect(idsOf(await read())).toEqual([id])
})

test('what the reader has taken is acknowledged, and nothing that it has not', async () => {
  const { says, read, sent } = begin()
  expect(sent).toEqual(['{"event":"chat.ack","data":{"seq":0}}'])
  const long = 'x'.repeat(ACKNOWLEDGE_EVERY / 4)
  for (let seq = 1; seq <= 6; seq += 1) says(message(seq, long))
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

test('a reader who reads hears a comment every 15 s, and the room a ping', async () => {
  const { says, read, sent } = begin()
  says(exampleWelcome([]))
  await read()
  for (let beat = 1; beat <= 3; beat += 1) {
    const next = read()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await next).toMatch(/^: .*\n\n$/)
    expect(sent.filter((frame) => frame === 'ping')).toHaveLength(beat)
  }
  says('pong')
  const next = read()
  says(message(1))
  expect(await next).toContain('chat.message')
})

test('a reader who stops reading is no sign of life, and is sent away within a minute or so', async () => {
  const { says, read, sent, closed } = begin()
  says(exampleWelcome([]))
  await read()
  says(message(1))
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
  const { says, read, closed } = begin()
  const frame = JSON.stringify(message(1, 'x'.repeat(BEHIND_MAX.acknowledging)))
  for (let told = 0; told <= STREAM.waitingMax; told += frame.length) says(frame)
  expect(closed).toEqual([{ code: CLOSE.tooSlow, reason: 'too slow' }])
  await expect(read()).rejects.toThrow('too slow')
  expect(vi.getTimerCount()).toBe(0)
})

test.each([
  { code: CLOSE.gone, reason: 'the room is gone', hears: '{"code":4410,"reason":"the room is gone"}' },
  { code: 1006, reason: '', hears: '{"code":1006}' },
])('after what came before, the last word is the code: $code', async ({ code, reason, hears }) => {
  const { says, ends, read } = begin()
  says(exampleWelcome([]))
  says(message(1))
  ends(code, reason)
  let text = ''
  for (let chunk = await read(); chunk !== null; chunk = await read()) text += chunk
  expect(text).toMatch(/room\.welcome[\s\S]*chat\.message/)
  expect(text.endsWith(`event: close\ndata: ${hears}\n\n`)).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

test('who is sent away for being slow is not made to read first what it is too slow for', async () => {
  const { says, ends, read } = begin()
  for (let seq = 1; seq <= 20; seq += 1) says(message(seq, 'x'.repeat(10_000)))
  ends(CLOSE.tooSlow, 'too slow')
  expect(await read()).toBe('event: close\ndata: {"code":4408,"reason":"too slow"}\n\n')
  expect(await read()).toBe(null)
})

test('a long event comes in pieces, so that a slow line that moves is no stalled one', async () => {
  const { says, read } = begin()
  const frame = message(1, 'é'.repeat(STREAM.chunk))
  says(frame)
  let text = ''
  let reads = 0
  for (; !text.endsWith('}\n\n'); reads += 1) text += await read()
  expect(reads).toBe(3)
  expect(text.replace(/^retry: \d+\n/, '')).toBe(`id: 1\ndata: ${JSON.stringify(frame)}\n\n`)
})

test('cancelling the stream closes the socket, and nothing is left to happen', async () => {
  const { says, read, closed, cancel, sent } = begin()
  says(exampleWelcome([]))
  await read()
  await cancel()
  expect(closed).toEqual([{ code: 1000, reason: 'the reader is gone' }])
  says(message(1))
  await vi.advanceTimersByTimeAsync(STREAM.beatEvery * 10)
  expect(sent).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})
