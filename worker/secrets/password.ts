import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { PASSWORD_COST } from './password-cost.ts'

declare const passwordHash: unique symbol

/** The hash of a password, with the parameters it was made with: `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export type PasswordHash = string & { readonly [passwordHash]: true }

const KEY_BYTES = 32
const MAX_MEMORY = 64 * 1024 * 1024

/**
 * Hashes a password with scrypt. That holds the thread for some 200 ms, so it runs in the object whose password it is,
 * which does one thing at a time.
 */
export function hashPassword(password: string): PasswordHash {
  const salt = randomBytes(16)
  return writeHash(salt.toString('base64url'), derive(password, salt, PASSWORD_COST).toString('base64url'))
}

/** Whether a password is the one that was hashed, with whatever parameters the hash names. */
export function verifyPassword(password: string, stored: PasswordHash): boolean {
  const [scheme, N, r, p, salt, key] = stored.split('$')
  if (scheme !== 'scrypt' || !salt || !key) return false
  const expected = Buffer.from(key, 'base64url')
  const actual = derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return actual.byteLength === expected.byteLength && timingSafeEqual(actual, expected)
}

/** Whether a hash was made with other parameters than today's. It is replaced as soon as somebody signs in with the password. */
export function needsRehash(stored: PasswordHash): boolean {
  const { N, r, p } = PASSWORD_COST
  return !stored.startsWith(`scrypt$${N}$${r}$${p}$`)
}

/** Returns a hash that no password matches. Verifying against it takes as long as against any hash of today. */
export function dummyHash(): PasswordHash {
  return writeHash('AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43))
}

function writeHash(salt: string, key: string): PasswordHash {
  const { N, r, p } = PASSWORD_COST
  return ['scrypt', N, r, p, salt, key].join('$') as PasswordHash
}

/** What scrypt costs. */
interface ScryptCost {
  N: number
  r: number
  p: number
}

function derive(password: string, salt: Buffer, { N, r, p }: ScryptCost): Buffer {
  // NFKC: a password is the same on every keyboard.
  return scryptSync(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: MAX_MEMORY })
}
