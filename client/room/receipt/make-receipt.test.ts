import { expect, test } from 'vitest'
import type { EndReason } from '../../../protocol/room-events.ts'
import { type EndedRoom, makeReceipt, type Receipt } from './make-receipt.ts'

const ROOM: EndedRoom = { roomId: 'V1StGXR8_Z5jdHi6B-myT', history: 'all', destroyBy: 'host' }
const SAID = [{ seq: 1, participantId: 'ada', id: 'first' }]

interface Case {
  why: EndReason
  destroyBy?: EndedRoom['destroyBy']
  by: Receipt['by']
}

test.each<Case>([
  { why: 'destroyed', by: 'host' },
  { why: 'destroyed', destroyBy: 'anyone', by: 'anyone' },
  { why: 'expired', by: 'time' },
  { why: 'ended', by: 'schedule' },
])('a room that is $why was ended by $by', async ({ why, by, destroyBy = 'host' }) => {
  expect(await makeReceipt({ ...ROOM, destroyBy }, why, SAID, 7)).toMatchObject({ by, at: 7, count: 1 })
})

test('counts what was said, and nothing where this page was told nothing', async () => {
  expect((await makeReceipt(ROOM, 'expired', [], 0)).count).toBe(0)
  expect((await makeReceipt({ ...ROOM, history: 'from-join' }, 'expired', [], 0)).count).toBeNull()
})

test('holds no name, no word and no id', async () => {
  const receipt = JSON.stringify(await makeReceipt(ROOM, 'destroyed', SAID, 0))
  expect(receipt).not.toMatch(/ada|first|V1StGXR8/)
})
