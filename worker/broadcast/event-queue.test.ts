import { expect, test } from 'vitest'
import { claimParticipantId } from '../ids.ts'
import { EventQueue, isAfter, isFor, isShared, toFrames, toMessageEvent } from './event-queue.ts'

const typing = { event: 'chat.typing', data: { participantId: 'p' } } as const

test('one event is a frame of its own, several are an array, oldest first', () => {
  const queue = new EventQueue()
  queue.enqueueEvent(typing)
  const [one] = queue.takeEvents()
  expect(toFrames(one ? [one] : [])).toEqual([JSON.stringify(typing)])
  queue.enqueueEvent(typing)
  queue.enqueueMessage(1, '{"seq":1}')
  expect(toFrames(queue.takeEvents()).map((frame) => JSON.parse(frame))).toEqual([
    [typing, { event: 'chat.message', data: { seq: 1 } }],
  ])
  expect(toFrames(queue.takeEvents())).toEqual([])
})

test('what is too much for one frame goes into several, complete and in order', () => {
  const batch = Array.from({ length: 40 }, (_, at) =>
    toMessageEvent(at + 1, JSON.stringify({ seq: at + 1, text: 'x'.repeat(16_384) })),
  )
  const frames = toFrames(batch)
  expect(frames.length).toBeGreaterThan(1)
  expect(Math.max(...frames.map(({ length }) => length))).toBeLessThan(300_000)
  expect(frames.flatMap((frame) => JSON.parse(frame)).map(({ data }) => data.seq)).toEqual(
    batch.map(({ seq }) => seq),
  )
})

test('a message is news above the cursor’s number, anything else above its tick', () => {
  const cursor = { seq: 5, tick: 3 }
  expect([4, 5, 6].map((seq) => isAfter(cursor, toMessageEvent(seq, '{}')))).toEqual([false, false, true])
  const other = (tick: number) => ({ json: '{}', seq: 0, tick, exceptParticipantId: null })
  expect([2, 3, 4].map((tick) => isAfter(cursor, other(tick)))).toEqual([false, false, true])
})

test('an event may be for some alone, and for all but the one whom it is about', () => {
  const [ada, ben, cleo] = ['ada', 'ben', 'cleo'].map(claimParticipantId)
  if (!ada || !ben || !cleo) throw new Error('there are three')
  const queue = new EventQueue()
  const gone = { event: 'door.gone', data: { participantId: 'p' } } as const
  queue.enqueueEventFor([ada, ben], gone)
  queue.enqueueEvent(typing, ada)
  queue.enqueueEventFor([], gone)
  const events = queue.takeEvents()
  expect(events.map((event) => [ada, ben, cleo].map((id) => isFor(event, id)))).toEqual([
    [true, true, false],
    [false, true, true],
  ])
  expect(events.map(isShared)).toEqual([false, true])
  expect(events.map(({ tick }) => tick)).toEqual([1, 2])
})

test('who is there and who types can wait, as long as nothing waits that can’t', () => {
  const queue = new EventQueue()
  expect(queue.isDeferrable).toBe(false)
  queue.enqueueEvent(typing)
  queue.enqueueEvent({ event: 'presence.count', data: { present: 1 } })
  expect(queue.isDeferrable).toBe(true)
  queue.enqueueEvent({ event: 'chat.destroy', data: { isDestroyed: true, reason: 'ended' } })
  queue.enqueueEvent(typing)
  expect(queue.isDeferrable).toBe(false)
  queue.takeEvents()
  queue.enqueueEvent(typing)
  expect(queue.isDeferrable).toBe(true)
})

test('the numbers of one waking are distinguished from those of another', () => {
  expect(new EventQueue().wakeId).not.toBe(new EventQueue().wakeId)
})
