import { expect, test } from 'vitest'
import { FRAME_RATE } from '../../protocol/limits.ts'
import { FramePaces } from './frame-paces.ts'

/** Milliseconds in which a bucket that was emptied is full again. */
const REFILLED = (FRAME_RATE.burst / FRAME_RATE.perSecond) * 1_000

test('a participant has one pace, whichever socket it speaks over', () => {
  const paces = new FramePaces()
  for (let count = 0; count < FRAME_RATE.burst; count += 1) expect(paces.of('ann', 1, 0).take(0)).toBe(0)
  expect(paces.of('ann', 0, 0).take(0)).toBeGreaterThan(0)
  expect(paces.of('ben', 1, 0).take(0)).toBe(0)
})

test('of those who come and go by the thousand only who might say too much is remembered', () => {
  const paces = new FramePaces()
  const loud = paces.of('loud', 0, 0)
  for (let count = 0; count < FRAME_RATE.burst; count += 1) loud.take(0)
  for (let count = 0; count < 5_000; count += 1) paces.of(`quiet ${count}`, 0, 1)
  expect(paces.of('loud', 0, 1)).toBe(loud)
  for (let count = 0; count < 5_000; count += 1) paces.of(`later ${count}`, 0, REFILLED)
  expect(paces.of('loud', 0, REFILLED)).not.toBe(loud)
})
