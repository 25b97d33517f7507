import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import type { Refusal } from '../../protocol/refusal.ts'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import type { Reply } from '../net/http.ts'
import { createFormSubmission } from './form-submission.ts'

test('a form that is refused for a while says for how long, sends nothing meanwhile, and then sends again', () =>
  createRoot(async (dispose) => {
    const timers = makeFakeTimers()
    const form = createFormSubmission({ fieldFor: { 'too-many-attempts': 'password' } }, timers)
    const replies: Reply<string>[] = [
      { ok: false as const, refusal: { code: 'too-many-attempts', retryAfter: 42 } },
      { ok: false as const, refusal: { code: 'wrong-password' } },
      { ok: true as const, value: 'in' },
    ]
    let sent = 0
    const send = () =>
      form.submit(() => {
        sent += 1
        return Promise.resolve(replies[sent - 1] ?? { ok: true as const, value: 'too often' })
      })
    expect(await send()).toBe(null)
    expect(form.wait()).toBe(42)
    expect(form.errors().password).toContain('42 seconds')
    timers.passTime(41_000)
    expect(form.wait()).toBe(1)
    expect(await send()).toBe(null)
    expect(sent).toBe(1)
    timers.passTime(1_000)
    expect([form.wait(), form.errors().password]).toEqual([0, undefined])
    expect(await send()).toBe(null)
    expect([form.wait(), sent]).toEqual([0, 2])
    expect(await send()).toEqual({ value: 'in' })
    dispose()
  }))

test('what the page finds wrong is shown beside its field, and nothing is sent until that is put right', () =>
  createRoot(async (dispose) => {
    const form = createFormSubmission({ errors: { email: 'Use another address.' } })
    let sent = 0
    const answer: Reply<null> = {
      ok: false as const,
      refusal: { code: 'invalid-request', issues: [{ path: 'email', message: 'from the server' }] },
    }
    const submit = (email?: string) =>
      form.submit(
        () => {
          sent += 1
          return Promise.resolve(answer)
        },
        { found: { email } },
      )
    expect(await submit('Fill this in.')).toBe(null)
    expect([sent, form.errors().email]).toEqual([0, 'Fill this in.'])
    form.clearError('email')
    expect(form.errors().email).toBe(undefined)
    expect(await submit()).toBe(null)
    expect([sent, form.errors().email, form.failure()]).toEqual([1, 'Use another address.', null])
    dispose()
  }))

test('a refusal that belongs to no field is shown by the button; one for logged-out people leads to the log-in', () =>
  createRoot(async (dispose) => {
    const refuse = (code: 'not-signed-in' | 'not-allowed') => () =>
      Promise.resolve<Reply<null>>({ ok: false as const, refusal: { code } })
    const form = createFormSubmission()
    await form.submit(refuse('not-signed-in'))
    expect(form.failure()?.isLoggedOut).toBe(true)
    const own = createFormSubmission({ sentences: { 'not-signed-in': 'Log in above.' } })
    await own.submit(refuse('not-signed-in'))
    expect(own.failure()).toEqual({ text: 'Log in above.', isLoggedOut: false })
    await own.submit(refuse('not-allowed'))
    expect(own.failure()?.isLoggedOut).toBe(false)
    dispose()
  }))

test('a fault of the server is shown with what names it in its log', () =>
  createRoot(async (dispose) => {
    const form = createFormSubmission()
    const fail = (refusal: Refusal) => form.submit(async () => ({ ok: false as const, refusal }))
    await fail({ code: 'internal', incident: 'k7m2w9xq4t' })
    expect(form.failure()?.text).toBe('That did not work. Please try again. For the operator: k7m2w9xq4t')
    await fail({ code: 'internal' })
    expect(form.failure()?.text).toBe('That did not work. Please try again.')
    dispose()
  }))
