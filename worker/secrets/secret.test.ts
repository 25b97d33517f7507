import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  claimHash,
  claimSecret,
  digest,
  hashSecret,
  makeSecret,
  matchesHash,
  type SecretHash,
} from './secret.ts'

const SECRET = claimSecret<'session'>(`${'A'.repeat(42)}_`)

describe('a secret', () => {
  test('has 256 bits in base64url, and no two are alike', () => {
    const secrets = Array.from({ length: 100 }, () => makeSecret())
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(new Set(secrets).size).toBe(100)
  })

  test('is stored as its SHA-256 in base64url', () => {
    expect(hashSecret(SECRET)).toBe(createHash('sha256').update(SECRET).digest('base64url'))
    expect(hashSecret(SECRET)).toBe(digest(SECRET))
    expect(hashSecret(SECRET)).toHaveLength(43)
  })

  test('matches its own hash and no other', () => {
    const hash = hashSecret(SECRET)
    expect(matchesHash(SECRET, hash)).toBe(true)
    for (const other of ['', 'x', `${SECRET}x`, SECRET.toLowerCase(), hash])
      expect(matchesHash(claimSecret<'session'>(other), hash)).toBe(false)
    for (const other of ['', 'x', `${hash}x`, hash.slice(1)])
      expect(matchesHash(SECRET, claimHash<'session'>(other))).toBe(false)
  })

  test('of one kind is taken for no other, nor for its hash, nor is a text taken for either', () => {
    const hash = hashSecret(SECRET)
    const other: SecretHash<'device'> = hashSecret(makeSecret<'device'>())
    // Each line is an error of types: the check of types fails where one is accepted.
    // @ts-expect-error: the hash of another kind.
    expect(matchesHash(SECRET, other)).toBe(false)
    // @ts-expect-error: a hash where its secret belongs.
    expect(matchesHash(hash, hash)).toBe(false)
    // @ts-expect-error: a text that nobody claims to be a secret.
    expect(hashSecret('a text')).toBe(digest('a text'))
  })
})
