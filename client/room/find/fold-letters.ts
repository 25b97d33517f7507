/**
 * What a search passes over: accents, the vowel signs of Hebrew and Arabic, and what is not seen (fillers, joiners,
 * selectors). Marks of other scripts make other words.
 */
const PASSED_OVER =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\p{DI}]/gu
const ASCII = /^[ -~]*$/
const SPACE = /^\s$/
/** Letters whose folded form is remembered: more than any language has, and no more than what a page should hold. */
const REMEMBERED_MAX = 20_000

const remembered = new Map<string, string>()

/** A text as it is searched. */
export interface FoldedText {
  text: string
  /** For each of its UTF-16 units where the letter that it is from begins in the text as it was written. */
  places: readonly number[]
}

/** Returns a text without case, accents and compatible forms (NFKC), and with one space in place of several. */
export function foldLetters(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/ +/g, ' ')
  let folded = ''
  const fold = makeFold()
  for (const letter of text) folded += fold(letter)
  return folded
}

/** Returns the same, and where each of its letters is in the text as it was written. */
export function foldWithPlaces(text: string): FoldedText {
  const places: number[] = []
  let folded = ''
  let at = 0
  const fold = makeFold()
  for (const letter of text) {
    folded += fold(letter)
    while (places.length < folded.length) places.push(at)
    at += letter.length
  }
  return { text: folded, places }
}

/** Makes what folds letters one after the other. Of the text before it knows the end alone: to look there would take as long as that is. */
function makeFold(): (letter: string) => string {
  let isAfterSpace = false
  return (letter) => {
    const next = foldLetter(letter)
    if (next === ' ' && isAfterSpace) return ''
    if (next !== '') isAfterSpace = next.endsWith(' ')
    return next
  }
}

function foldLetter(letter: string): string {
  const known = remembered.get(letter)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  const plain = letter.normalize('NFKD').replace(PASSED_OVER, '')
  // What is written in capitals as two letters, such as ß, is two.
  const folded = SPACE.test(letter) ? ' ' : plain.toUpperCase().toLowerCase()
  remembered.set(letter, folded)
  return folded
}
