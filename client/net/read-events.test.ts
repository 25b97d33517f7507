import { expect, test } from 'vitest'
import { readEvents } from './read-events.ts'

/** What is read of these pieces, and how it ended. */
async function read(...pieces: (string | Uint8Array)[]) {
  const encoder = new TextEncoder()
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift()
      if (piece === undefined) controller.close()
      else controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece)
    },
    cancel() {
      cancelled = true
    },
  })
  const events: string[] = []
  for await (const { type, data } of readEvents(body)) {
    events.push(`${type}|${data}`)
    if (data === 'stop') break
  }
  return { events, cancelled: () => cancelled }
}

test.each([
  { what: 'an event', pieces: ['id: 3\ndata: {"a":1}\n\n'], events: ['message|{"a":1}'] },
  { what: 'several in one piece', pieces: ['data: a\n\ndata: b\n\n'], events: ['message|a', 'message|b'] },
  {
    what: 'one in many pieces',
    pieces: ['da', 'ta', ': ', 'a', 'b', '\n', '\n', 'data: c\n\n'],
    events: ['message|ab', 'message|c'],
  },
  {
    what: 'a type, which holds for one event',
    pieces: ['event: close\ndata: x\n\ndata: y\n\n'],
    events: ['close|x', 'message|y'],
  },
  { what: 'a comment', pieces: [': still here\n\n'], events: ['comment| still here'] },
  { what: 'data of several lines', pieces: ['data: a\ndata:b\ndata\n\n'], events: ['message|a\nb\n'] },
  { what: 'an event without data', pieces: ['event: x\nid: 4\n\ndata: a\n\n'], events: ['message|a'] },
  { what: 'what was not whole in the end', pieces: ['data: a\n\ndata: b\n'], events: ['message|a'] },
  {
    what: 'other ends of lines, cut in two',
    pieces: ['data: a\r', '\ndata: b\r\r', 'data: c\r\n\r\n'],
    events: ['message|a\nb', 'message|c'],
  },
  {
    what: 'a letter that is cut in two',
    pieces: [Uint8Array.of(100, 97, 116, 97, 58, 0xe2), Uint8Array.of(0x82, 0xac, 10, 10)],
    events: ['message|€'],
  },
])('$what is read', async ({ pieces, events }) => {
  expect((await read(...pieces)).events).toEqual(events)
})

test('who stops reading ends the stream', async () => {
  const { events, cancelled } = await read('data: stop\n\n', 'data: more\n\n')
  expect(events).toEqual(['message|stop'])
  expect(cancelled()).toBe(true)
})
