import { emailKey } from '../../protocol/account.ts'
import { LONG_ONES, SHORT_ONES } from './common-passwords.ts'

/** Signs that are put behind a word to make it long enough, and that guessing tries first: `password12`, `manchester!`. */
const ENDING = /[\d\p{P}\p{S}]{1,4}$/u

/** The same few digits again and again: `1111111111`, `123123123123`. The list leaves them out. */
const REPEATED = /^(\d{1,4}?)\1+\d{0,3}$/

/** A row of the keyboard or the alphabet, forwards or backwards. */
const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

let common: ReadonlySet<string> | null = null

/** Made when it is needed first: most objects are never asked. */
function commonOnes(): ReadonlySet<string> {
  common ??= new Set(`${SHORT_ONES}${LONG_ONES}`.trim().split(/\s+/))
  return common
}

/**
 * Whether a password is among the first that somebody would try who knows the address: one of the commonest, with up to four
 * digits or signs behind it or twice in a row; a row of keys or the same few digits; or the address or its part before the @. Case counts for nothing.
 */
export function isGuessable(password: string, email: string): boolean {
  const said = password.normalize('NFKC').trim().toLowerCase()
  const address = emailKey(email).normalize('NFKC')
  const own = [
    address,
    email.normalize('NFKC').trim().toLowerCase(),
    address.slice(0, address.lastIndexOf('@')),
  ]
  const isKnown = (word: string) => own.includes(word) || commonOnes().has(word)
  return (
    isKnown(said) ||
    isKnown(said.replace(ENDING, '')) ||
    isTwice(said, isKnown) ||
    REPEATED.test(said) ||
    ROWS.some((row) => row.includes(said) || [...row].reverse().join('').includes(said))
  )
}

function isTwice(said: string, isKnown: (word: string) => boolean): boolean {
  const half = said.slice(0, said.length / 2)
  return half + half === said && isKnown(half)
}
