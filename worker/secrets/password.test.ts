import { describe, expect, test } from 'vitest'
import { hashPassword, type PasswordHash, verifyPassword } from './password.ts'

const PASSWORD = 'correct horse Å'
const HASH = hashPassword(PASSWORD)

describe('the hash of a password', () => {
  test('contains how it was made and a salt of its own, and nothing of the password', () => {
    expect(HASH).toMatch(/^scrypt\$16384\$8\$5\$[A-Za-z0-9_-]{22}\$[A-Za-z0-9_-]{43}$/)
    expect(HASH).not.toContain('correct')
    expect(hashPassword(PASSWORD)).not.toBe(HASH)
  })

  interface Case {
    what: string
    password: string
    right: boolean
  }
  const CASES: Case[] = [
    { what: 'the password', password: PASSWORD, right: true },
    { what: 'the password composed otherwise', password: 'correct horse A\u030a', right: true },
    { what: 'another', password: 'correct house Å', right: false },
    { what: 'the password in another case', password: 'Correct horse Å', right: false },
    { what: 'the password and a blank', password: `${PASSWORD} `, right: false },
    { what: 'nothing', password: '', right: false },
    { what: 'the hash itself', password: HASH, right: false },
  ]
  test.for(CASES)('is matched by $what: $right', ({ password, right }) => {
    expect(verifyPassword(password, HASH)).toBe(right)
  })

  test('made with other parameters is still matched: they are in it', () => {
    // scrypt of "password" with the salt "NaCl", N=1024, r=8, p=16: the first 32 bytes of RFC 7914's third vector.
    const key = Buffer.from('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162', 'hex')
    const salt = Buffer.from('NaCl').toString('base64url')
    const stored = `scrypt$1024$8$16$${salt}$${key.toString('base64url')}` as PasswordHash
    expect(verifyPassword('password', stored)).toBe(true)
    expect(verifyPassword('passwore', stored)).toBe(false)
  })

  test.for(['', 'scrypt', 'scrypt$16384$8$5$$', 'plain$16384$8$5$c2FsdA$a2V5', PASSWORD])(
    'is matched by nothing where it is none: %j',
    (stored) => {
      expect(verifyPassword(PASSWORD, stored as PasswordHash)).toBe(false)
      expect(verifyPassword('', stored as PasswordHash)).toBe(false)
    },
  )
})
