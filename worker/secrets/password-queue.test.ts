import { expect, test } from 'vitest'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { PasswordHash } from './password.ts'
import { PasswordQueue } from './password-queue.ts'

/** A queue that notes its verifications, and takes a password for right that equals its hash. */
function makeQueue() {
  const noted: string[] = []
  const verify = (password: string, hash: string) => {
    noted.push(password)
    return password === hash
  }
  const queue = new PasswordQueue({ verify, pauseMs: 0, retryAfter: 3 })
  const check = (password: string, hash = 'right', isKnown = false) =>
    queue.runExclusive(() => ok(queue.verify(password, hash as PasswordHash)), isKnown)
  return { noted, queue, check }
}

test('one password after the other is verified, and other work comes in between', async () => {
  const { noted, check } = makeQueue()
  const answers = ['a', 'right', 'c'].map((password) => check(password))
  setTimeout(() => noted.push('other work'), 0)
  expect(noted).toEqual(['a'])
  expect(await Promise.all(answers)).toEqual([ok(false), ok(true), ok(false)])
  expect(noted.indexOf('other work')).toBeGreaterThan(0)
  expect(noted.indexOf('other work')).toBeLessThan(3)
  expect(await check('right')).toEqual(ok(true))
})

test('one waits until the one before is through, whatever it waits for', async () => {
  const { noted, queue, check } = makeQueue()
  let finish = () => {}
  const slow = queue.runExclusive(
    () => new Promise<Result<void>>((resolve) => (finish = () => resolve(ok()))),
  )
  const next = check('right')
  await Promise.resolve()
  expect(noted).toEqual([])
  finish()
  await slow
  expect(await next).toEqual(ok(true))
})

test('those whose password was right before go first', async () => {
  const { noted, check } = makeQueue()
  await Promise.all([
    check('stranger 1'),
    check('stranger 2'),
    check('owner 1', 'right', true),
    check('owner 2', 'right', true),
  ])
  expect(noted).toEqual(['stranger 1', 'owner 1', 'owner 2', 'stranger 2'])
})

test('where too many strangers wait one more is refused, and the owner is not', async () => {
  const { check } = makeQueue()
  const waiting = Array.from({ length: 25 }, () => check('guess'))
  expect(await check('guess')).toEqual(refused({ code: 'busy', retryAfter: 3 }))
  expect(await check('right', 'right', true)).toEqual(ok(true))
  expect(await Promise.all(waiting)).toEqual(Array(25).fill(ok(false)))
  expect(await check('right')).toEqual(ok(true))
})

test('one that fails takes no other with it', async () => {
  const { queue, check } = makeQueue()
  const boom = queue.runExclusive(() => Promise.reject(new Error('boom')))
  const next = check('right')
  await expect(boom).rejects.toThrow('boom')
  expect(await next).toEqual(ok(true))
})
