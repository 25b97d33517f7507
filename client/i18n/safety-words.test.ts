import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../protocol/languages.ts'
import { SAFETY_WORDS } from '../crypto/stretch-to-numbers.ts'

/** What the words of a language must be like, so that nobody takes one for another. */
interface Rules {
  /** What a word looks like. */
  shape: RegExp
  /** Returns what one hears of a word: letters that sound alike, or are easily mixed up, are one. */
  hear(word: string): string
  /** Returns what no two words have in common, of what one hears. */
  tellApart(heard: string): string
  /** Returns pairs of words that are a slip of the tongue apart, of what one hears. */
  findClose(heard: readonly string[]): string[]
}

/** The letters of a word without its accents. */
const withoutAccents = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')

/** Whether one letter put in, left out or changed makes one word the other. */
function differByOneLetter(a: string, b: string): boolean {
  if (a.length > b.length) return differByOneLetter(b, a)
  if (b.length - a.length > 1) return false
  let place = 0
  while (a[place] === b[place] && place < a.length) place++
  const [restA, restB] = [a.slice(place + (a.length === b.length ? 1 : 0)), b.slice(place + 1)]
  return restA === restB
}

const findClose = (words: readonly string[]) =>
  words.flatMap((a, at) => words.slice(at + 1).flatMap((b) => (differByOneLetter(a, b) ? [`${a} ${b}`] : [])))

/** Short words that differ in their first four letters. */
const latin = (shape: RegExp): Rules => ({
  shape,
  hear: withoutAccents,
  tellApart: (heard) => heard.slice(0, 4),
  findClose,
})

/** By the tag of the language. */
const RULES: Record<string, Rules> = {
  en: latin(/^[a-z]{4,9}$/),
  de: latin(/^[A-ZÄÖÜ][a-zäöüß]{3,9}$/),
  fr: latin(/^[a-zàâçèéêëîïôöœùûü]{4,10}$/),
  es: latin(/^[a-záéíóúüñ]{4,10}$/),
  'pt-BR': latin(/^[a-záâãàéêíóôõúç]{4,10}$/),
  // Four to nine letters without diacritics, some of which are written in several ways.
  ar: {
    shape: /^[ء-ي]{4,9}$/,
    hear: (word) => word.replace(/[أإآ]/g, 'ا').replace(/ى|ئ/g, 'ي').replace(/ؤ/g, 'و').replace(/ة/g, 'ه'),
    tellApart: (heard) => heard,
    findClose,
  },
  // Three to five morae in either kana, voiced or not.
  ja: {
    shape: /^(?:[ぁ-ゖー][ぁぃぅぇぉゃゅょ]?|[ァ-ヶー][ァィゥェォャュョ]?){3,5}$/,
    hear: (word) =>
      withoutAccents(word.replace(/[ァ-ヶ]/g, (kana) => String.fromCodePoint(kana.charCodeAt(0) - 0x60))),
    tellApart: (heard) => heard,
    findClose,
  },
  // Two characters, none of which is another word the wrong way round. Each is a syllable of its own: words that share one are far apart.
  'zh-Hans': {
    shape: /^\p{Script=Han}{2}$/u,
    hear: (word) => word,
    tellApart: (heard) => [...heard].sort().join(''),
    findClose: () => [],
  },
}

describe.each(LANGUAGES)('the list of $tag', ({ tag, folder }) => {
  const readList = async () => {
    const rules = RULES[tag]
    if (!rules) throw new Error(`nothing says here what the words of ${tag} must be like`)
    const file = await import(/* @vite-ignore */ join(import.meta.dirname, folder, 'safety-words.ts'))
    const words: readonly string[] = file.safetyWordsTexts
    return { rules, words, heard: words.map(rules.hear) }
  }

  test('holds 1,024 words that look as they should, and can be told apart', async () => {
    const { rules, words, heard } = await readList()
    expect(words).toHaveLength(SAFETY_WORDS)
    expect(words.filter((word) => !rules.shape.test(word))).toEqual([])
    expect(new Set(heard.map(rules.tellApart)).size).toBe(SAFETY_WORDS)
  })

  test('has no word that is a slip of the tongue away from another', async () => {
    const { rules, heard } = await readList()
    expect(rules.findClose(heard)).toEqual([])
  })
})
