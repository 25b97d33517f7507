import { expect, test } from 'vitest'
import { MESSAGE_RATE, RENAME_RATE } from '../../../protocol/limits.ts'
import { checkRate, type RateLimits } from './rates.ts'

function makeLimits(): RateLimits {
  return { messages: null, reactions: null, renames: null, settingsChanges: null }
}

test('so much may be done at once and no more, each kind counted for itself', () => {
  const limits = makeLimits()
  for (let index = 0; index < RENAME_RATE.burst; index += 1)
    expect(checkRate(limits, 'renames', 1_000)).toEqual({ ok: true })
  expect(checkRate(limits, 'renames', 1_000)).toEqual({
    ok: false,
    refusal: { code: 'slow-down', retryAfter: Math.ceil(1 / RENAME_RATE.perSecond) },
  })
  expect(checkRate(limits, 'messages', 1_000).ok).toBe(true)
})

test('what was spent comes back with time', () => {
  const limits = makeLimits()
  const spend = (now: number) => checkRate(limits, 'messages', now).ok
  for (let index = 0; index < MESSAGE_RATE.burst; index += 1) spend(0)
  const apart = 1_000 / MESSAGE_RATE.perSecond
  expect([spend(0), spend(apart), spend(apart)]).toEqual([false, true, false])
})
