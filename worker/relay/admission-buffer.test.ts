import { expect, test } from 'vitest'
import type { ParticipantId } from '../../protocol/participant.ts'
import type { OutgoingEvent } from '../broadcast/event-queue.ts'
import { claimParticipantId } from '../ids.ts'
import { AdmissionBuffer } from './admission-buffer.ts'

const ANN = claimParticipantId('ann')
const BEN = claimParticipantId('ben')

const message = (seq: number): OutgoingEvent => ({
  ...{ json: `message ${seq}`, seq, tick: 0, exceptParticipantId: null },
})
const event = (tick: number, exceptParticipantId: ParticipantId | null = null): OutgoingEvent => ({
  ...{ json: `event ${tick}`, seq: 0, tick, exceptParticipantId },
})

const jsonOf = (events: readonly OutgoingEvent[]) => events.map(({ json }) => json)

test('an admitted participant is sent what came after its admission, except what is about itself', () => {
  const buffer = new AdmissionBuffer()
  buffer.addEvents([message(4), event(7), message(5), event(8, ANN), event(9, BEN)])
  expect(jsonOf(buffer.listMissedEvents(ANN, { seq: 4, tick: 7 }))).toEqual(['message 5', 'event 9'])
  expect(jsonOf(buffer.listMissedEvents(BEN, { seq: 5, tick: 9 }))).toEqual([])
})

test('an admitted participant is not sent what is for others alone', () => {
  const buffer = new AdmissionBuffer()
  buffer.addEvents([{ ...event(7), onlyParticipantIds: [ANN] }])
  const cursor = { seq: 0, tick: 0 }
  expect([ANN, BEN].map((id) => buffer.listMissedEvents(id, cursor).length)).toEqual([1, 0])
})

test('once the room has woken again only its messages are kept', () => {
  const buffer = new AdmissionBuffer()
  buffer.addEvents([message(4), event(7)])
  buffer.dropTickedEvents()
  expect(jsonOf(buffer.listMissedEvents(ANN, { seq: 0, tick: 0 }))).toEqual(['message 4'])
})

test('after an answer of the room nothing is kept', () => {
  const buffer = new AdmissionBuffer()
  buffer.addEvents([message(4), event(7)])
  buffer.addDisconnected(ANN)
  expect([buffer.isDisconnected(ANN), buffer.isDisconnected(BEN)]).toEqual([true, false])
  buffer.clear()
  expect(buffer.isDisconnected(ANN)).toBe(false)
  expect(buffer.listMissedEvents(BEN, { seq: 0, tick: 0 })).toEqual([])
})
