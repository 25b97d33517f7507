import { describe, expect, test } from 'vitest'
import { ACKNOWLEDGE_EVERY, BEHIND_MAX } from '../../protocol/limits.ts'
import { Flow } from './flow.ts'

/** The newest message: later than any that is acknowledged here. */
const NEWEST = 1_000_000

const SIZE = 16_384
const FITTING = BEHIND_MAX.acknowledging / SIZE

/** Tells so many messages of 16 KiB, the first of them with this `seq`, a millisecond each. */
function tell(flow: Flow, count: number, from = 1): void {
  for (let seq = from; seq < from + count; seq += 1) flow.tell(seq, SIZE, seq)
}

describe('a connection', () => {
  test('that acknowledges is behind once more was told than it may miss', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    flow.acknowledge(heard, 0, NEWEST)
    tell(flow, FITTING)
    expect(flow.isBehind(heard, 1)).toBe(false)
    tell(flow, 1, FITTING + 1)
    expect(flow.isBehind(heard, 1)).toBe(true)
  })

  test('that acknowledges as often as it is asked to is never behind', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    for (let seq = 1; seq <= 2_000; seq += 1) {
      flow.tell(seq, SIZE, seq)
      if (seq % (ACKNOWLEDGE_EVERY / SIZE) === 0) flow.acknowledge(heard, seq, NEWEST)
      expect(flow.isBehind(heard, 1)).toBe(false)
    }
  })

  test('that opens late has not missed what was told before', () => {
    const flow = new Flow()
    tell(flow, 1_000)
    const heard = flow.heardAll()
    flow.acknowledge(heard, 0, NEWEST)
    expect(flow.isBehind(heard, 1)).toBe(false)
  })

  test('can’t take back what it acknowledged', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    tell(flow, FITTING + 10)
    flow.acknowledge(heard, FITTING + 10, NEWEST)
    flow.acknowledge(heard, 1, NEWEST)
    expect(flow.isBehind(heard, 1)).toBe(false)
  })

  test('that acknowledges the newest message has everything, also what was told to it alone', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    flow.tell(7, 100, 0)
    flow.tellOne(heard, BEHIND_MAX.silent + 1)
    expect(flow.isBehind(heard, 1)).toBe(true)
    flow.acknowledge(heard, 8, 7)
    expect(flow.isBehind(heard, 1)).toBe(true)
    flow.acknowledge(heard, 7, 7)
    expect(flow.isBehind(heard, 1)).toBe(false)
  })

  test('that never acknowledges may miss more, which its participant shares out among all of them', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    tell(flow, BEHIND_MAX.silent / SIZE)
    expect([flow.isBehind(heard, 1), flow.isBehind(heard, 2)]).toEqual([false, true])
    tell(flow, 1, NEWEST)
    expect(flow.isBehind(heard, 1)).toBe(true)
  })

  test('that never acknowledges has what was told before it was alive, and no more', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    const most = BEHIND_MAX.silent / SIZE
    tell(flow, most + 10)
    flow.wasAlive(heard, 0)
    expect(flow.isBehind(heard, 1)).toBe(true)
    flow.wasAlive(heard, 11)
    expect(flow.isBehind(heard, 1)).toBe(false)
    tell(flow, 2, most + 11)
    expect(flow.isBehind(heard, 1)).toBe(true)
  })

  test('that acknowledges is not believed more than that for being alive', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    flow.acknowledge(heard, 0, NEWEST)
    tell(flow, FITTING + 1)
    flow.wasAlive(heard, FITTING + 1)
    expect(flow.isBehind(heard, 1)).toBe(true)
  })

  test('that acknowledges is behind also where only others come and go', () => {
    const flow = new Flow()
    const heard = flow.heardAll()
    flow.acknowledge(heard, 0, 0)
    for (let told = 0; told <= BEHIND_MAX.acknowledging; told += 200) flow.tell(0, 200, 0)
    expect([flow.takeDue(), flow.isBehind(heard, 1)]).toEqual([true, true])
    flow.acknowledge(heard, 0, 0)
    expect(flow.isBehind(heard, 1)).toBe(false)
  })
})

test('those who fell behind are looked for now and then, not with every message', () => {
  const flow = new Flow()
  let looks = 0
  for (let seq = 1; seq <= 1_000; seq += 1) {
    flow.tell(seq, 200, seq)
    if (flow.takeDue()) looks += 1
  }
  expect(looks).toBeGreaterThan(0)
  expect(looks).toBeLessThan(20)
})
