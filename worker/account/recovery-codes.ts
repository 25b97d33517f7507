import { randomBytes } from 'node:crypto'
import { RECOVERY_CODES } from '../../protocol/limits.ts'
import { hashSecret } from '../secrets/token.ts'

/** Crockford's base32: no letter that is taken for a digit, and 32 of them, so that a byte's low bits choose evenly. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const GROUP = 4

/** Ten one-time codes such as `k3v9-02mq-8xhd-p7tz`, each of 80 random bits. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES.count }, () => {
    const letters = Array.from(randomBytes(RECOVERY_CODES.length), (byte) => ALPHABET[byte & 31])
    return letters.join('').replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-')
  })
}

/** What is stored of a code: the SHA-256 of what every way of writing it down and typing it in shares. */
export function hashRecoveryCode(code: string): string {
  const plain = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
  return hashSecret(plain)
}
