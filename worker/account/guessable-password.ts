import { emailKey } from '../../protocol/account.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

/** A few digits repeated: `1111111111`, `123123123123`. The list of common passwords leaves them out. */
const REPEATED = /^(\d{1,4}?)\1+\d{0,3}$/

/** A row of the keyboard or the alphabet, forwards or backwards. */
const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

let common: ReadonlySet<string> | null = null

/** The list becomes a set when it is needed first: most isolates never need it. */
function commonPasswords(): ReadonlySet<string> {
  common ??= new Set(COMMON_PASSWORDS.trim().split(/\s+/))
  return common
}

/**
 * Whether a password is among the first that somebody tries who knows the address: a common one, a row of keys, a few
 * digits repeated, the address, or its part before the @. Case does not count.
 */
export function isGuessablePassword(password: string, email: string): boolean {
  const lowered = password.normalize('NFKC').trim().toLowerCase()
  const address = emailKey(email).normalize('NFKC')
  const own = [
    address,
    email.normalize('NFKC').trim().toLowerCase(),
    address.slice(0, address.lastIndexOf('@')),
  ]
  return (
    own.includes(lowered) ||
    commonPasswords().has(lowered) ||
    REPEATED.test(lowered) ||
    ROWS.some((row) => row.includes(lowered) || [...row].reverse().join('').includes(lowered))
  )
}
