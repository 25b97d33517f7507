/** What stands for each letter: one that reads the same and has an accent, so that no line is too low for it. */
const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter, place) => [
    letter,
    Array.from('áƀçďéƒğĥíĵķľḿñóƥɋřşťúṽŵẋýžÁƁÇĎÉƑĞĤÍĴĶĽḾÑÓƤɊŘŞŤÚṼŴẊÝŽ')[place] ?? letter,
  ]),
)

/** The letters that stand twice: the vowels, and as many others as make a text 40 % longer. */
const DOUBLED = /[aeiouns]/gi

/**
 * Makes of an English text one that can still be read, and that is some 40 % longer, as German and Portuguese are: its letters have
 * accents, and some stand twice. A text that is made already stays as it is.
 */
export function pseudoText(text: string): string {
  return text
    .replace(DOUBLED, (letter) => letter + letter.toLowerCase())
    .replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter)
}

/** Makes the texts of the pseudo-language from English ones: within lists and objects, and in what a function returns. */
export function pseudoTexts(texts: unknown): unknown {
  if (typeof texts === 'string') return pseudoText(texts)
  if (typeof texts === 'function') return (...given: unknown[]) => pseudoTexts(texts(...given))
  if (Array.isArray(texts)) return texts.map(pseudoTexts)
  const isPlain =
    typeof texts === 'object' && texts !== null && Object.getPrototypeOf(texts) === Object.prototype
  if (!isPlain) return texts
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pseudoTexts(text)]))
}
