import { expect, test } from 'vitest'
import type { OutgoingEvent } from '../broadcast/event-queue.ts'
import { DeliveryPosition } from './delivery-position.ts'

const message = (seq: number): OutgoingEvent => ({ json: `m${seq}`, seq, tick: 0, exceptParticipantId: null })
const event = (tick: number): OutgoingEvent => ({ json: `e${tick}`, seq: 0, tick, exceptParticipantId: null })
const batch = (afterSeq: number, ...events: OutgoingEvent[]) => ({
  ...{ afterSeq, events, disconnections: [], isLast: false, wakeId: 'w1' },
})
const jsonOf = (events: OutgoingEvent[]) => events.map(({ json }) => json)

test('a batch that comes twice is delivered once', () => {
  const position = new DeliveryPosition()
  const same = batch(0, message(1), event(1), message(2))
  expect(jsonOf(position.takeNewEvents(same))).toEqual(['m1', 'e1', 'm2'])
  expect(jsonOf(position.takeNewEvents(same))).toEqual([])
  expect(jsonOf(position.takeNewEvents(batch(1, message(2), message(3), event(2))))).toEqual(['m3', 'e2'])
  expect(position.cursor).toEqual({ seq: 3, tick: 2 })
})

test('a batch without messages names the newest message', () => {
  const position = new DeliveryPosition()
  position.takeNewEvents(batch(7, event(1)))
  expect(position.cursor).toEqual({ seq: 7, tick: 1 })
})

test('once the room has woken again its events are new, and messages that were delivered are not', () => {
  const position = new DeliveryPosition()
  expect(position.recordWake('w1')).toBe(true)
  position.takeNewEvents(batch(0, message(1), event(5)))
  expect(position.recordWake('w1')).toBe(false)
  expect(jsonOf(position.takeNewEvents(batch(1, event(1))))).toEqual([])
  expect(position.recordWake('w2')).toBe(true)
  expect(jsonOf(position.takeNewEvents(batch(0, message(1), event(1))))).toEqual(['e1'])
})

test('a position never goes back', () => {
  const position = new DeliveryPosition()
  position.raiseSeq(4)
  position.raiseSeq(2)
  expect(position.seq).toBe(4)
})
