import { describe, expect, test } from 'vitest'
import { ACKNOWLEDGE_EVERY, BEHIND_MAX } from '../../protocol/limits.ts'
import { Backpressure } from './backpressure.ts'

/** The newest message: later than any that is acknowledged here. */
const NEWEST = 1_000_000

const SIZE = 16_384
const FITTING = BEHIND_MAX.acknowledging / SIZE

/** Tells so many messages of 16 KiB, the first of them with this `seq`, a millisecond each. */
function tell(flow: Backpressure, count: number, from = 1): void {
  for (let seq = from; seq < from + count; seq += 1) flow.recordBroadcast(seq, SIZE, seq)
}

describe('a connection', () => {
  test('that acknowledges is behind once more was told than it may miss', () => {
    const flow = new Backpressure()
    const readPosition = flow.startPosition()
    flow.acknowledgeSeq(readPosition, 0, NEWEST)
    tell(flow, FITTING)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(false)
    tell(flow, 1, FITTING + 1)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(true)
  })

  test('that acknowledges as often as it is asked to is never behind', () => {
    const flow = new Backpressure()
    const readPosition = flow.startPosition()
    for (let seq = 1; seq <= 2_000; seq += 1) {
      flow.recordBroadcast(seq, SIZE, seq)
      if (seq % (ACKNOWLEDGE_EVERY / SIZE) === 0) flow.acknowledgeSeq(readPosition, seq, NEWEST)
      expect(flow.isTooFarBehind(readPosition, 1)).toBe(false)
    }
  })

  test('that opens late has not missed what was told before', () => {
    const flow = new Backpressure()
    tell(flow, 1_000)
    const readPosition = flow.startPosition()
    flow.acknowledgeSeq(readPosition, 0, NEWEST)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(false)
  })

  test('can’t take back what it acknowledged', () => {
    const flow = new Backpressure()
    const readPosition = flow.startPosition()
    tell(flow, FITTING + 10)
    flow.acknowledgeSeq(readPosition, FITTING + 10, NEWEST)
    flow.acknowledgeSeq(readPosition, 1, NEWEST)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(false)
  })

  test('that acknowledges the newest message has everything, also what was told to it alone', () => {
    const flow = new Backpressure()
    const readPosition = flow.startPosition()
    flow.recordBroadcast(7, 100, 0)
    flow.recordDirectFrame(readPosition, BEHIND_MAX.silent + 1)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(true)
    flow.acknowledgeSeq(readPosition, 8, 7)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(true)
    flow.acknowledgeSeq(readPosition, 7, 7)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(false)
  })

  test('that never acknowledges may miss more, which its participant shares out among all of them', () => {
    const flow = new Backpressure()
    const readPosition = flow.startPosition()
    tell(flow, BEHIND_MAX.silent / SIZE)
    expect([flow.isTooFarBehind(readPosition, 1), flow.isTooFarBehind(readPosition, 2)]).toEqual([
      false,
      true,
    ])
    tell(flow, 1, NEWEST)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(true)
  })

  test('that never acknowledges has what was told before it was alive, and no more', () => {
    const flow = new Backpressure()
    const readPosition = flow.startPosition()
    const most = BEHIND_MAX.silent / SIZE
    tell(flow, most + 10)
    flow.recordAlive(readPosition, 0)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(true)
    flow.recordAlive(readPosition, 11)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(false)
    tell(flow, 2, most + 11)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(true)
  })

  test('that acknowledges is not believed more than that for being alive', () => {
    const flow = new Backpressure()
    const readPosition = flow.startPosition()
    flow.acknowledgeSeq(readPosition, 0, NEWEST)
    tell(flow, FITTING + 1)
    flow.recordAlive(readPosition, FITTING + 1)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(true)
  })

  test('that acknowledges is behind also where only others come and go', () => {
    const flow = new Backpressure()
    const readPosition = flow.startPosition()
    flow.acknowledgeSeq(readPosition, 0, 0)
    for (let event = 0; event <= BEHIND_MAX.acknowledging; event += 200) flow.recordBroadcast(0, 200, 0)
    expect([flow.takeCheckDue(), flow.isTooFarBehind(readPosition, 1)]).toEqual([true, true])
    flow.acknowledgeSeq(readPosition, 0, 0)
    expect(flow.isTooFarBehind(readPosition, 1)).toBe(false)
  })
})

test('those who fell behind are looked for now and then, not with every message', () => {
  const flow = new Backpressure()
  let looks = 0
  for (let seq = 1; seq <= 1_000; seq += 1) {
    flow.recordBroadcast(seq, 200, seq)
    if (flow.takeCheckDue()) looks += 1
  }
  expect(looks).toBeGreaterThan(0)
  expect(looks).toBeLessThan(20)
})
