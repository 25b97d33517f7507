import { expect, test } from 'vitest'
import { framesOf, isNewTo, Telling, toldMessage } from './told.ts'

const typing = { event: 'chat.typing', data: { participantId: 'p' } } as const

test('one event is a frame of its own, several are an array, oldest first', () => {
  const telling = new Telling()
  telling.add(typing)
  const [one] = telling.take()
  expect(framesOf(one ? [one] : [])).toEqual([JSON.stringify(typing)])
  telling.add(typing)
  telling.addMessage(1, '{"seq":1}')
  expect(framesOf(telling.take()).map((frame) => JSON.parse(frame))).toEqual([
    [typing, { event: 'chat.message', data: { seq: 1 } }],
  ])
  expect(framesOf(telling.take())).toEqual([])
})

test('what is too much for one frame goes into several, complete and in order', () => {
  const batch = Array.from({ length: 40 }, (_, at) =>
    toldMessage(at + 1, JSON.stringify({ seq: at + 1, text: 'x'.repeat(16_384) })),
  )
  const frames = framesOf(batch)
  expect(frames.length).toBeGreaterThan(1)
  expect(Math.max(...frames.map(({ length }) => length))).toBeLessThan(300_000)
  expect(frames.flatMap((frame) => JSON.parse(frame)).map(({ data }) => data.seq)).toEqual(
    batch.map(({ seq }) => seq),
  )
})

test('a message is news above the mark’s number, anything else above its tick', () => {
  const mark = { seq: 5, tick: 3 }
  expect([4, 5, 6].map((seq) => isNewTo(mark, toldMessage(seq, '{}')))).toEqual([false, false, true])
  const other = (tick: number) => ({ json: '{}', seq: 0, tick, except: null })
  expect([2, 3, 4].map((tick) => isNewTo(mark, other(tick)))).toEqual([false, false, true])
})

test('who is there and who types can wait, as long as nothing waits that can’t', () => {
  const telling = new Telling()
  expect(telling.canWait).toBe(false)
  telling.add(typing)
  telling.add({ event: 'presence.count', data: { present: 1 } })
  expect(telling.canWait).toBe(true)
  telling.add({ event: 'chat.destroy', data: { isDestroyed: true, reason: 'ended' } })
  telling.add(typing)
  expect(telling.canWait).toBe(false)
  telling.take()
  telling.add(typing)
  expect(telling.canWait).toBe(true)
})

test('the numbers of one waking are told from those of another', () => {
  expect(new Telling().born).not.toBe(new Telling().born)
})
