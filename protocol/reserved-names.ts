import { type Looks, looksAlike } from './name-looks.ts'

/** Adds the word with a capital: `FaciIitator`, with an `I` for its `l`, looks like that only. */
const withCapital = (word: string) => [word, `${word.charAt(0).toUpperCase()}${word.slice(1)}`]

/** Adds the word without its marks, which many leave out: `HOTE` in capitals is `hôte`, and hardly anybody writes an Arabic vowel. */
const withoutMarks = (word: string) => [word, word.normalize('NFD').replace(/\p{M}/gu, '')]

/** The roles, and what a reader would take for the room itself: no word of a name may look like one of these. */
const ROLES = ['host', 'cohost', 'facilitator', 'system']
/**
 * The page shows this beside one's own messages. It is also a family name, as in You Jin, so a name is reserved only where
 * it is this alone, or adds it in brackets.
 */
const SELF = 'you'
const PRODUCT = withCapital('privatechat')

/**
 * The first letters of the framed alphabets. They look like a badge, and no Unicode normalization leads to plain letters.
 */
const FRAMED = [0x1f150, 0x1f170, 0x1f1e6]
const FRAMED_LETTERS = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu
const LETTER_A = 0x61

/** What separates a part of a name from the rest: brackets, dots, slashes, dashes with a blank at each side. */
const SET_APART = /[^\p{L}\p{M}\p{N}\s'’_-]| [-_]+ /u
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u

/** What a page in another language calls oneself and the roles, each one word. */
export interface ShownWords {
  self?: string
  roles?: readonly string[]
}

/**
 * Makes the rule that tells whether a name is kept for the room itself: the name or a part of it is what the page calls a
 * role, oneself or the product. Names are compared by looks, so that `Н0st` with a Cyrillic letter is reserved, and by whole
 * words, so that Hostetler, Ghost and Youssef are names like any other.
 * @param looksOf returns what a reader may take a name for
 * @param shown words of another language, which are reserved besides the English ones
 */
export function makeReservedRule(
  looksOf: (name: string) => Looks,
  shown: ShownWords = {},
): (name: string) => boolean {
  const roles = [...ROLES, ...(shown.roles ?? []).flatMap(withoutMarks)].flatMap(withCapital).map(looksOf)
  const self = [SELF, ...(shown.self ? withoutMarks(shown.self) : [])].flatMap(withCapital).map(looksOf)
  const product = PRODUCT.map(looksOf)
  const isAny = (part: string, reserved: readonly Looks[]) => {
    const looks = looksOf(part)
    return reserved.some((each) => looksAlike(each, looks))
  }
  return (name) => {
    const plain = unframed(name.normalize('NFKC'))
    const words = plain.split(BETWEEN_WORDS)
    const whole = words.join('')
    return (
      words.some((word) => isAny(word, roles)) ||
      isAny(whole, [...roles, ...self]) ||
      plain.split(SET_APART).some((part) => isAny(part.trim(), self)) ||
      runs(words).some((run) => isAny(run, product))
    )
  }
}

/** Returns every word, and every two neighbouring words joined. */
function runs(words: readonly string[]): string[] {
  return words.flatMap((word, at) => [word, word + (words[at + 1] ?? '')])
}

/** Replaces framed letters by plain ones. */
function unframed(name: string): string {
  return name.replace(FRAMED_LETTERS, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    const first = FRAMED.findLast((start) => start <= code) ?? code
    return String.fromCodePoint(LETTER_A + code - first)
  })
}
