import { emailKey } from '../../protocol/account.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

/** The same few digits again and again: `1111111111`, `123123123123`. The list leaves them out. */
const REPEATED = /^(\d{1,4}?)\1+\d{0,3}$/

/** A row of the keyboard or the alphabet, forwards or backwards. */
const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

let common: ReadonlySet<string> | null = null

/** Made when it is needed first: most objects are never asked. */
function commonPasswords(): ReadonlySet<string> {
  common ??= new Set(COMMON_PASSWORDS.trim().split(/\s+/))
  return common
}

/**
 * Returns whether a password is among the first that somebody tries who knows the address: one of the commonest, a row of
 * keys, the same few digits, the address, or its part before the @. Case counts for nothing.
 */
export function isGuessablePassword(password: string, email: string): boolean {
  const said = password.normalize('NFKC').trim().toLowerCase()
  const address = emailKey(email).normalize('NFKC')
  const own = [
    address,
    email.normalize('NFKC').trim().toLowerCase(),
    address.slice(0, address.lastIndexOf('@')),
  ]
  return (
    own.includes(said) ||
    commonPasswords().has(said) ||
    REPEATED.test(said) ||
    ROWS.some((row) => row.includes(said) || [...row].reverse().join('').includes(said))
  )
}
