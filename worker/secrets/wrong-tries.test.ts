import { describe, expect, test } from 'vitest'
import { ok, refused } from '../../protocol/refusal.ts'
import { checkTries, recentTries, type WrongTry } from './wrong-tries.ts'

const NOW = 1_700_000_000_000

/** Wrong ones of one source, so many milliseconds ago, oldest first. */
function ago(...ms: number[]): WrongTry[] {
  return ms.map((each) => ({ at: NOW - each, source: 'own' }))
}

describe('another password', () => {
  interface Case {
    what: string
    tries: WrongTry[]
    retryAfter: number | undefined
  }
  const CASES: Case[] = [
    { what: 'no wrong one', tries: [], retryAfter: undefined },
    { what: 'nine at once', tries: ago(...Array(9).fill(0)), retryAfter: undefined },
    { what: 'ten at once', tries: ago(...Array(10).fill(0)), retryAfter: 60 },
    { what: 'ten, the oldest half a minute ago', tries: ago(30_000, ...Array(9).fill(10)), retryAfter: 30 },
    { what: 'ten, the oldest nearly a minute ago', tries: ago(59_999, ...Array(9).fill(10)), retryAfter: 1 },
    { what: 'ten, the oldest a minute ago', tries: ago(60_000, ...Array(9).fill(10)), retryAfter: undefined },
    {
      what: 'twelve, which were let in before',
      tries: ago(50_000, 40_000, ...Array(10).fill(20_000)),
      retryAfter: 40,
    },
    { what: 'a hundred of yesterday', tries: ago(...Array(100).fill(86_400_000)), retryAfter: undefined },
  ]
  test.for(CASES)('after $what waits $retryAfter seconds', ({ tries, retryAfter }) => {
    const expected = retryAfter === undefined ? ok() : refused({ code: 'too-many-attempts', retryAfter })
    expect(checkTries(tries, 'own', NOW)).toEqual(expected)
  })

  test('is refused to one source for its own wrong ones and for those of thirty others, not for those of one', () => {
    const of = (sources: number) =>
      Array.from({ length: sources }, (_, source) =>
        ago(...Array(10).fill(20_000)).map(({ at }) => ({ at, source: `${source}` })),
      ).flat()
    expect(checkTries(of(1), 'own', NOW)).toEqual(ok())
    expect(checkTries(of(29), 'own', NOW)).toEqual(ok())
    expect(checkTries(of(30), 'own', NOW)).toEqual(refused({ code: 'too-many-attempts', retryAfter: 40 }))
    // Where every source is known, the others do not count.
    expect(checkTries(of(30), 'own', NOW, false)).toEqual(ok())
  })
})

test('wrong ones count for a minute', () => {
  const tries = ago(60_000, 59_999, 0)
  expect(recentTries(tries, NOW)).toEqual(tries.slice(1))
})
