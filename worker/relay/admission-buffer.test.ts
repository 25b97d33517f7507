import { expect, test } from 'vitest'
import type { OutgoingEvent } from '../broadcast/event-queue.ts'
import { AdmissionBuffer } from './admission-buffer.ts'

const message = (seq: number): OutgoingEvent => ({
  json: `message ${seq}`,
  seq,
  tick: 0,
  exceptParticipantId: null,
})
const event = (tick: number, except: string | null = null): OutgoingEvent => ({
  json: `event ${tick}`,
  seq: 0,
  tick,
  exceptParticipantId: except,
})

const heard = (told: readonly OutgoingEvent[]) => told.map(({ json }) => json)

test('who is let in is told what came after the room let that one in, and is not about it', () => {
  const meanwhile = new AdmissionBuffer()
  meanwhile.addEvents([message(4), event(7), message(5), event(8, 'ann'), event(9, 'ben')])
  expect(heard(meanwhile.listMissedEvents('ann', { seq: 4, tick: 7 }))).toEqual(['message 5', 'event 9'])
  expect(heard(meanwhile.listMissedEvents('ben', { seq: 5, tick: 9 }))).toEqual([])
})

test('of a room that woke anew only the messages are of use', () => {
  const meanwhile = new AdmissionBuffer()
  meanwhile.addEvents([message(4), event(7)])
  meanwhile.dropTickedEvents()
  expect(heard(meanwhile.listMissedEvents('ann', { seq: 0, tick: 0 }))).toEqual(['message 4'])
})

test('with an answer of the room all of it is over', () => {
  const meanwhile = new AdmissionBuffer()
  meanwhile.addEvents([message(4), event(7)])
  meanwhile.addDisconnected('ann')
  expect([meanwhile.isDisconnected('ann'), meanwhile.isDisconnected('ben')]).toEqual([true, false])
  meanwhile.clear()
  expect(meanwhile.isDisconnected('ann')).toBe(false)
  expect(meanwhile.listMissedEvents('ben', { seq: 0, tick: 0 })).toEqual([])
})
