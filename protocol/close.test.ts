import { describe, expect, test } from 'vitest'
import { CLOSE, isFinal } from './close.ts'

interface Case {
  code: number
  final: boolean
}
const CASES: Case[] = [
  { code: 4401, final: true },
  { code: 4403, final: true },
  { code: 4410, final: true },
  { code: 4413, final: true },
  { code: 4408, final: false },
  { code: 4429, final: false },
  { code: 1000, final: false },
  { code: 1001, final: false },
  { code: 1006, final: false },
  { code: 1012, final: false },
  { code: 4000, final: false },
]

describe('a close code', () => {
  test.for(CASES)('$code is final: $final', ({ code, final }) => {
    expect(isFinal(code)).toBe(final)
  })

  test('of ours is one of the contract’s', () => {
    expect(Object.values(CLOSE).sort()).toEqual([4401, 4403, 4408, 4410, 4413, 4429])
  })
})
