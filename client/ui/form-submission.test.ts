import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import type { Reply } from '../net/api.ts'
import { createFormSubmission } from './form-submission.ts'

test('a form that is refused for a while says for how long, sends nothing meanwhile, and then sends again', () =>
  createRoot(async (dispose) => {
    const timers = makeFakeTimers()
    const form = createFormSubmission({ beside: { 'too-many-attempts': 'password' } }, timers)
    const replies: Reply<string>[] = [
      { refusal: { code: 'too-many-attempts', retryAfter: 42 } },
      { refusal: { code: 'wrong-password' } },
      { value: 'in' },
    ]
    let sent = 0
    const send = () =>
      form.send(() => {
        sent += 1
        return Promise.resolve(replies[sent - 1] ?? { value: 'too often' })
      })
    expect(await send()).toBe(null)
    expect(form.wait()).toBe(42)
    expect(form.wrongs().password).toContain('42 seconds')
    timers.passTime(41_000)
    expect(form.wait()).toBe(1)
    expect(await send()).toBe(null)
    expect(sent).toBe(1)
    timers.passTime(1_000)
    expect([form.wait(), form.wrongs().password]).toEqual([0, undefined])
    expect(await send()).toBe(null)
    expect([form.wait(), sent]).toEqual([0, 2])
    expect(await send()).toEqual({ value: 'in' })
    dispose()
  }))
