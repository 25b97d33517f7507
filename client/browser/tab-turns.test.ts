import { expect, test } from 'vitest'
import { makeTabTurns } from './tab-turns.ts'

/** Resolves once every lock that was asked for before is had or refused. */
const settle = () => navigator.locks.query()

test('of several tabs one has its turn, until it is over or given back', async () => {
  const [one, other] = [makeTabTurns(navigator.locks), makeTabTurns(navigator.locks)]
  const taken: string[] = []
  const give = one.takeTurn('a turn', 60_000, () => taken.push('one'))
  other.takeTurn('a turn', 60_000, () => taken.push('other'))
  other.takeTurn('another turn', 0, () => taken.push('another'))
  await settle()
  expect(taken).toEqual(['one', 'another'])
  give()
  await settle()
  other.takeTurn('a turn', 0, () => taken.push('other'))
  await settle()
  expect(taken).toEqual(['one', 'another', 'other'])
})

test('a tab knows what another holds, for as long as it holds it', async () => {
  const [one, other] = [makeTabTurns(navigator.locks), makeTabTurns(navigator.locks)]
  const letGo = [one.holdName('looked at'), other.holdName('looked at')]
  await settle()
  expect([await one.isHeld('looked at'), await one.isHeld('another')]).toEqual([true, false])
  letGo[0]?.()
  await settle()
  expect(await one.isHeld('looked at')).toBe(true)
  letGo[1]?.()
  await settle()
  expect(await one.isHeld('looked at')).toBe(false)
})

test('where a browser has no locks a tab has its turns by itself', async () => {
  const alone = makeTabTurns(null)
  let taken = 0
  const take = () => alone.takeTurn('a turn', 60_000, () => taken++)
  const give = take()
  take()
  expect(taken).toBe(1)
  give()
  take()
  expect(taken).toBe(2)
  alone.holdName('looked at')
  expect(await alone.isHeld('looked at')).toBe(false)
})
