import { describe, expect, test } from 'vitest'
import { ACKNOWLEDGE_EVERY, BEHIND_MAX } from '../../protocol/limits.ts'
import { Flow } from './flow.ts'

/** The newest message: later than any that is acknowledged here. */
const NEWEST = 1_000_000

const SIZE = 16_384
const FITTING = BEHIND_MAX.acknowledging / SIZE

/** Tells so many messages of 16 KiB, the first of them with this `seq`. */
function tell(flow: Flow, count: number, from = 1): void {
  for (let seq = from; seq < from + count; seq += 1) flow.tell(seq, SIZE)
}

describe('a connection', () => {
  test('that acknowledges is behind once more was told than it may miss', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    flow.acknowledge(heard, 0, NEWEST)
    tell(flow, FITTING)
    expect(flow.isBehind(heard, 2)).toBe(false)
    tell(flow, 1, FITTING + 1)
    expect(flow.isBehind(heard, 2)).toBe(true)
  })

  test('that acknowledges as often as it is asked to is never behind', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    for (let seq = 1; seq <= 2_000; seq += 1) {
      flow.tell(seq, SIZE)
      if (seq % (ACKNOWLEDGE_EVERY / SIZE) === 0) flow.acknowledge(heard, seq, NEWEST)
      expect(flow.isBehind(heard, 1_000)).toBe(false)
    }
  })

  test('that opens late has not missed what was told before', () => {
    const flow = new Flow()
    tell(flow, 1_000)
    const heard = flow.heardAll()
    flow.acknowledge(heard, 0, NEWEST)
    expect(flow.isBehind(heard, 2)).toBe(false)
  })

  test('can’t take back what it acknowledged', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    tell(flow, FITTING + 10)
    flow.acknowledge(heard, FITTING + 10, NEWEST)
    flow.acknowledge(heard, 1, NEWEST)
    expect(flow.isBehind(heard, 2)).toBe(false)
  })

  test('that acknowledges the newest message has everything, also what was told to it alone', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    flow.tell(7, 100)
    flow.tellOne(heard, BEHIND_MAX.silentInSmallRoom + 1)
    expect(flow.isBehind(heard, 2)).toBe(true)
    flow.acknowledge(heard, 8, 7)
    expect(flow.isBehind(heard, 2)).toBe(true)
    flow.acknowledge(heard, 7, 7)
    expect(flow.isBehind(heard, 2)).toBe(false)
  })

  test('that never acknowledges may miss more, and most in a small room', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    tell(flow, FITTING + 1)
    expect(flow.isBehind(heard, BEHIND_MAX.smallRoom + 1)).toBe(false)
    tell(flow, BEHIND_MAX.silent / SIZE, FITTING + 2)
    expect(flow.isBehind(heard, BEHIND_MAX.smallRoom + 1)).toBe(true)
    expect(flow.isBehind(heard, BEHIND_MAX.smallRoom)).toBe(false)
    tell(flow, (BEHIND_MAX.silentInSmallRoom - BEHIND_MAX.silent) / SIZE, FITTING + 2)
    expect(flow.isBehind(heard, BEHIND_MAX.smallRoom)).toBe(true)
  })
})

test('those who fell behind are looked for now and then, not with every message', () => {
  const flow = new Flow()
  let looks = 0
  for (let seq = 1; seq <= 1_000; seq += 1) {
    flow.tell(seq, 200)
    if (flow.takeDue()) looks += 1
  }
  expect(looks).toBeGreaterThan(0)
  expect(looks).toBeLessThan(20)
})
