import { expect, test } from 'vitest'
import type { OutgoingEvent } from '../broadcast/event-queue.ts'
import { AdmissionBuffer } from './admission-buffer.ts'

const message = (seq: number): OutgoingEvent => ({
  ...{ json: `message ${seq}`, seq, tick: 0, exceptParticipantId: null },
})
const event = (tick: number, exceptParticipantId: string | null = null): OutgoingEvent => ({
  ...{ json: `event ${tick}`, seq: 0, tick, exceptParticipantId },
})

const jsonOf = (events: readonly OutgoingEvent[]) => events.map(({ json }) => json)

test('an admitted participant is sent what came after its admission, except what is about itself', () => {
  const buffer = new AdmissionBuffer()
  buffer.addEvents([message(4), event(7), message(5), event(8, 'ann'), event(9, 'ben')])
  expect(jsonOf(buffer.listMissedEvents('ann', { seq: 4, tick: 7 }))).toEqual(['message 5', 'event 9'])
  expect(jsonOf(buffer.listMissedEvents('ben', { seq: 5, tick: 9 }))).toEqual([])
})

test('once the room has woken again only its messages are kept', () => {
  const buffer = new AdmissionBuffer()
  buffer.addEvents([message(4), event(7)])
  buffer.dropTickedEvents()
  expect(jsonOf(buffer.listMissedEvents('ann', { seq: 0, tick: 0 }))).toEqual(['message 4'])
})

test('after an answer of the room nothing is kept', () => {
  const buffer = new AdmissionBuffer()
  buffer.addEvents([message(4), event(7)])
  buffer.addDisconnected('ann')
  expect([buffer.isDisconnected('ann'), buffer.isDisconnected('ben')]).toEqual([true, false])
  buffer.clear()
  expect(buffer.isDisconnected('ann')).toBe(false)
  expect(buffer.listMissedEvents('ben', { seq: 0, tick: 0 })).toEqual([])
})
