import { expect, test } from 'vitest'
import { claimSessionId } from '../../ids.ts'
import { claimHash } from '../../secrets/secret.ts'
import type { FacilitatorToken } from '../storage/rows.ts'
import { dropEndedTokens, endTokenSessions } from './facilitator-tokens.ts'

/** Reads tokens that are written as `hash:session`, with blanks between them. */
function tokensOf(text: string): FacilitatorToken[] {
  return text
    .split(' ')
    .filter((token) => token !== '')
    .map((token) => {
      const [hash = '', sessionId] = token.split(':')
      return { hash: claimHash(hash), sessionId: sessionId === undefined ? null : claimSessionId(sessionId) }
    })
}

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
  expect(endTokenSessions(tokensOf(tokens), new Set(ended.map(claimSessionId)), isRevoked)).toEqual(
    tokensOf(left),
  )
})

test('a seat that a session holds again is held by no token of before', () => {
  expect(dropEndedTokens(tokensOf('aa bb:s2'))).toEqual(tokensOf('bb:s2'))
})
