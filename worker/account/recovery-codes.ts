import { randomBytes } from 'node:crypto'
import { RECOVERY_CODES } from '../../protocol/account-limits.ts'
import { claimSecret, hashSecret, type RecoveryCodeHash } from '../secrets/secret.ts'

/** Crockford's base32: no letter looks like a digit, and the 32 letters let a byte's low bits choose evenly. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const GROUP = 4

/** Makes ten one-time codes such as `k3v9-02mq-8xhd-p7tz`, each of 80 random bits. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES.count }, () => {
    const letters = Array.from(randomBytes(RECOVERY_CODES.length), (byte) => ALPHABET[byte & 31])
    return letters.join('').replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-')
  })
}

/** Hashes a code for storage. Every way to write a code down and to type it in has the same hash. */
export function hashRecoveryCode(code: string): RecoveryCodeHash {
  const plain = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
  return hashSecret(claimSecret<'recovery-code'>(plain))
}
