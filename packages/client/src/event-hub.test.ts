import { expect, test } from 'vitest'
import { BACKLOG_MAX, makeEventHub } from './event-hub.ts'
import type { RoomEvent } from './events.ts'

const count = (present: number): RoomEvent => ({ event: 'presence.count', data: { present } })

/** A turn of the event loop, in which what was held is handed out. */
const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 0))

async function readAll(events: AsyncIterable<RoomEvent>): Promise<number[]> {
  const read: number[] = []
  for await (const each of events) if (each.event === 'presence.count') read.push(each.data.present)
  return read
}

test('what came before anybody listened goes to all who begin in the same turn, in order', async () => {
  const hub = makeEventHub()
  hub.emit(count(1))
  hub.emit(count(2))
  const heard: number[] = []
  hub.on('presence.count', ({ present }) => heard.push(present))
  const loop = readAll(hub.iterate())
  hub.emit(count(3))
  await nextTurn()
  hub.emit(count(4))
  hub.end()
  expect(heard).toEqual([1, 2, 3, 4])
  expect(await loop).toEqual([1, 2, 3, 4])
})

test('a loop that is slower than what comes loses nothing', async () => {
  const hub = makeEventHub()
  const iterator = hub.iterate()
  await nextTurn()
  for (let at = 0; at < 5_000; at += 1) hub.emit(count(at))
  hub.end()
  expect(await readAll(iterator)).toEqual(Array.from({ length: 5_000 }, (_, at) => at))
})

test('a loop that waits is woken, and ends with the session', async () => {
  const hub = makeEventHub()
  const iterator = hub.iterate()
  await nextTurn()
  const [first, second, third] = [iterator.next(), iterator.next(), iterator.next()]
  hub.emit(count(1))
  hub.emit(count(2))
  hub.end()
  expect(await first).toEqual({ done: false, value: count(1) })
  expect(await second).toEqual({ done: false, value: count(2) })
  expect(await third).toEqual({ done: true, value: undefined })
  expect(await readAll(hub.iterate())).toEqual([])
})

test('a loop that is left early holds nothing any more, and the others go on', async () => {
  const hub = makeEventHub()
  const left = hub.iterate()
  const other = readAll(hub.iterate())
  hub.emit(count(1))
  hub.emit(count(2))
  for await (const _ of left) break
  hub.emit(count(3))
  expect(await left.next()).toEqual({ done: true, value: undefined })
  hub.end()
  expect(await other).toEqual([1, 2, 3])
})

test('somebody who stops listening is told nothing more, and one who comes later only what is new', async () => {
  const hub = makeEventHub()
  const [early, late]: number[][] = [[], []]
  const stop = hub.on('presence.count', ({ present }) => early?.push(present))
  await nextTurn()
  hub.emit(count(1))
  stop()
  hub.on('presence.count', ({ present }) => late?.push(present))
  hub.emit(count(2))
  expect([early, late]).toEqual([[1], [2]])
})

test('what is held for a script that never listens is bounded: the newest', async () => {
  const hub = makeEventHub()
  for (let at = 0; at <= BACKLOG_MAX; at += 1) hub.emit(count(at))
  hub.end()
  const read = await readAll(hub.iterate())
  expect([read.length, read[0], read.at(-1)]).toEqual([BACKLOG_MAX, 1, BACKLOG_MAX])
})

test('a listener that throws does not keep the others from being told', async () => {
  const hub = makeEventHub()
  const thrown = Promise.withResolvers<unknown>()
  const listeners = process.rawListeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.once('uncaughtException', thrown.resolve)
  const heard: number[] = []
  hub.on('presence.count', () => {
    throw new Error('mine')
  })
  hub.on('presence.count', ({ present }) => heard.push(present))
  hub.emit(count(1))
  expect(await thrown.promise).toEqual(new Error('mine'))
  for (const listener of listeners) process.on('uncaughtException', listener as () => void)
  expect(heard).toEqual([1])
})
