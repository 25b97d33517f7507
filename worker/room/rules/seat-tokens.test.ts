import { expect, test } from 'vitest'
import { endTokens, leftTokens, readTokens, writeTokens } from './seat-tokens.ts'

test('tokens are read as they were written, those of older rows too', () => {
  for (const column of ['', 'aa', 'aa:s1', 'aa:s1 bb cc:s2']) {
    expect(writeTokens(readTokens(column))).toBe(column)
  }
  expect(readTokens('aa bb:s1')).toEqual([
    { hash: 'aa', sessionId: null },
    { hash: 'bb', sessionId: 's1' },
  ])
})

interface Case {
  what: string
  tokens: string
  ended: string[]
  isRevoked: boolean
  left: string
}
const CASES: Case[] = [
  { what: 'the only session ends', tokens: 'aa:s1', ended: ['s1'], isRevoked: false, left: 'aa' },
  { what: 'one of two ends', tokens: 'aa:s1 bb:s2', ended: ['s1'], isRevoked: false, left: 'bb:s2' },
  { what: 'both end', tokens: 'aa:s1 bb:s2', ended: ['s1', 's2'], isRevoked: false, left: 'aa bb' },
  { what: 'another ends', tokens: 'aa:s1', ended: ['s2'], isRevoked: false, left: 'aa:s1' },
  { what: 'it ends twice', tokens: 'aa', ended: ['s1'], isRevoked: false, left: 'aa' },
  { what: 'its password is changed', tokens: 'aa:s1 bb:s2', ended: ['s1'], isRevoked: true, left: 'bb:s2' },
  { what: 'it ended before that', tokens: 'aa', ended: [], isRevoked: true, left: '' },
]

test.for(CASES)('what is left where $what', ({ tokens, ended, isRevoked, left }) => {
  expect(writeTokens(endTokens(readTokens(tokens), new Set(ended), isRevoked))).toBe(left)
})

test('a seat that a session holds again is held by no token of before', () => {
  expect(writeTokens(leftTokens(readTokens('aa bb:s2')))).toBe('bb:s2')
})
