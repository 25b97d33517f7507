import { expect, test } from 'vitest'
import type { PasswordHash } from './password.ts'
import { PasswordQueue } from './password-queue.ts'

/** A queue whose verifications are noted; the password that equals its hash is right. */
function begin() {
  const noted: string[] = []
  const queue = new PasswordQueue((password, hash) => {
    noted.push(password)
    return password === hash
  }, 0)
  const ask = (password: string, hash = 'right', isKnown = false) =>
    queue.run(() => queue.verify(password, hash as PasswordHash), isKnown)
  return { noted, queue, ask }
}

test('one password after the other is verified, and other work comes in between', async () => {
  const { noted, ask } = begin()
  const answers = ['a', 'right', 'c'].map((password) => ask(password))
  setTimeout(() => noted.push('other work'), 0)
  expect(noted).toEqual(['a'])
  expect(await Promise.all(answers)).toEqual([{ done: false }, { done: true }, { done: false }])
  expect(noted.indexOf('other work')).toBeGreaterThan(0)
  expect(noted.indexOf('other work')).toBeLessThan(3)
  expect(await ask('right')).toEqual({ done: true })
})

test('one waits until the one before is through, whatever it waits for', async () => {
  const { noted, queue, ask } = begin()
  let finish = () => {}
  const slow = queue.run(() => new Promise<void>((resolve) => (finish = resolve)))
  const next = ask('right')
  await Promise.resolve()
  expect(noted).toEqual([])
  finish()
  await slow
  expect(await next).toEqual({ done: true })
})

test('those whose password was right before go first', async () => {
  const { noted, ask } = begin()
  await Promise.all([
    ask('stranger 1'),
    ask('stranger 2'),
    ask('owner 1', 'right', true),
    ask('owner 2', 'right', true),
  ])
  expect(noted).toEqual(['stranger 1', 'owner 1', 'owner 2', 'stranger 2'])
})

test('where too many strangers wait one more is told so, and the owner is not', async () => {
  const { ask } = begin()
  const waiting = Array.from({ length: 25 }, () => ask('guess'))
  expect(await ask('guess')).toBe(null)
  expect(await ask('right', 'right', true)).toEqual({ done: true })
  expect(await Promise.all(waiting)).toEqual(Array(25).fill({ done: false }))
  expect(await ask('right')).toEqual({ done: true })
})

test('one that fails takes no other with it', async () => {
  const { queue, ask } = begin()
  const boom = queue.run(() => Promise.reject(new Error('boom')))
  const next = ask('right')
  await expect(boom).rejects.toThrow('boom')
  expect(await next).toEqual({ done: true })
})
