import { describe, expect, test } from 'vitest'
import { ACKNOWLEDGE_EVERY, BEHIND_MAX } from '../../protocol/connection-limits.ts'
import { Backpressure } from './backpressure.ts'

/** The newest message: later than any that is acknowledged here. */
const NEWEST = 1_000_000

const SIZE = 16_384
const FITTING = BEHIND_MAX.acknowledging / SIZE

/** Broadcasts so many messages of 16 KiB, the first of them with this `seq`, a millisecond each. */
function broadcast(backpressure: Backpressure, count: number, from = 1): void {
  for (let seq = from; seq < from + count; seq += 1) backpressure.recordBroadcast(seq, SIZE, seq)
}

describe('a connection', () => {
  test('that acknowledges is behind once more was sent than it may miss', () => {
    const backpressure = new Backpressure()
    const readPosition = backpressure.startPosition()
    backpressure.acknowledgeSeq(readPosition, 0, NEWEST)
    broadcast(backpressure, FITTING)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(false)
    broadcast(backpressure, 1, FITTING + 1)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(true)
  })

  test('that acknowledges as often as it is asked to is never behind', () => {
    const backpressure = new Backpressure()
    const readPosition = backpressure.startPosition()
    for (let seq = 1; seq <= 2_000; seq += 1) {
      backpressure.recordBroadcast(seq, SIZE, seq)
      if (seq % (ACKNOWLEDGE_EVERY / SIZE) === 0) backpressure.acknowledgeSeq(readPosition, seq, NEWEST)
      expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(false)
    }
  })

  test('that opens late has not missed what was sent before', () => {
    const backpressure = new Backpressure()
    broadcast(backpressure, 1_000)
    const readPosition = backpressure.startPosition()
    backpressure.acknowledgeSeq(readPosition, 0, NEWEST)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(false)
  })

  test('can’t take back what it acknowledged', () => {
    const backpressure = new Backpressure()
    const readPosition = backpressure.startPosition()
    broadcast(backpressure, FITTING + 10)
    backpressure.acknowledgeSeq(readPosition, FITTING + 10, NEWEST)
    backpressure.acknowledgeSeq(readPosition, 1, NEWEST)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(false)
  })

  test('is where it was after it acknowledged a message that was never sent', () => {
    const backpressure = new Backpressure()
    const readPosition = backpressure.startPosition()
    broadcast(backpressure, 10)
    backpressure.acknowledgeSeq(readPosition, 11, 10)
    expect(readPosition.acknowledges).toBe(false)
    expect(backpressure.countCharactersBehind(readPosition)).toBe(10 * SIZE)
    // It has not vouched for anything, so it is behind as one that never acknowledges is.
    broadcast(backpressure, BEHIND_MAX.silent / SIZE, 11)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(true)
  })

  test('that acknowledges the newest message has everything, also what was sent to it alone', () => {
    const backpressure = new Backpressure()
    const readPosition = backpressure.startPosition()
    backpressure.recordBroadcast(7, 100, 0)
    backpressure.recordDirectFrame(readPosition, BEHIND_MAX.silent + 1)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(true)
    backpressure.acknowledgeSeq(readPosition, 8, 7)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(true)
    backpressure.acknowledgeSeq(readPosition, 7, 7)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(false)
  })

  test('that never acknowledges may miss more, which its participant shares out among all of them', () => {
    const backpressure = new Backpressure()
    const readPosition = backpressure.startPosition()
    broadcast(backpressure, BEHIND_MAX.silent / SIZE)
    expect([
      backpressure.isTooFarBehind(readPosition, 1),
      backpressure.isTooFarBehind(readPosition, 2),
    ]).toEqual([false, true])
    broadcast(backpressure, 1, NEWEST)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(true)
  })

  test('that never acknowledges has what was sent before it was alive, and no more', () => {
    const backpressure = new Backpressure()
    const readPosition = backpressure.startPosition()
    const most = BEHIND_MAX.silent / SIZE
    broadcast(backpressure, most + 10)
    backpressure.recordAlive(readPosition, 0)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(true)
    backpressure.recordAlive(readPosition, 11)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(false)
    broadcast(backpressure, 2, most + 11)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(true)
  })

  test('that acknowledges is not believed more than that for being alive', () => {
    const backpressure = new Backpressure()
    const readPosition = backpressure.startPosition()
    backpressure.acknowledgeSeq(readPosition, 0, NEWEST)
    broadcast(backpressure, FITTING + 1)
    backpressure.recordAlive(readPosition, FITTING + 1)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(true)
  })

  test('that acknowledges is behind also where only others come and go', () => {
    const backpressure = new Backpressure()
    const readPosition = backpressure.startPosition()
    backpressure.acknowledgeSeq(readPosition, 0, 0)
    for (let event = 0; event <= BEHIND_MAX.acknowledging; event += 200)
      backpressure.recordBroadcast(0, 200, 0)
    expect([backpressure.takeCheckDue(), backpressure.isTooFarBehind(readPosition, 1)]).toEqual([true, true])
    backpressure.acknowledgeSeq(readPosition, 0, 0)
    expect(backpressure.isTooFarBehind(readPosition, 1)).toBe(false)
  })
})

test('those who fell behind are looked for now and then, not with every message', () => {
  const backpressure = new Backpressure()
  let looks = 0
  for (let seq = 1; seq <= 1_000; seq += 1) {
    backpressure.recordBroadcast(seq, 200, seq)
    if (backpressure.takeCheckDue()) looks += 1
  }
  expect(looks).toBeGreaterThan(0)
  expect(looks).toBeLessThan(20)
})
