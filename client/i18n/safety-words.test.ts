import { describe, expect, test } from 'vitest'
import { SAFETY_WORDS } from '../crypto/stretch-to-numbers.ts'
import { safetyWordsTexts as arabic } from './ar/safety-words.ts'
import { safetyWordsTexts as german } from './de/safety-words.ts'
import { safetyWordsTexts as english } from './en/safety-words.ts'
import { safetyWordsTexts as spanish } from './es/safety-words.ts'
import { safetyWordsTexts as french } from './fr/safety-words.ts'
import { safetyWordsTexts as japanese } from './ja/safety-words.ts'
import { safetyWordsTexts as portuguese } from './pt-br/safety-words.ts'
import { safetyWordsTexts as chinese } from './zh-hans/safety-words.ts'

/** The lists of all languages, and what a word of each looks like. */
const LISTS = [
  { language: 'en', words: english, shape: /^[a-z]{4,9}$/ },
  { language: 'de', words: german, shape: /^[A-ZÄÖÜ][a-zäöüß]{3,9}$/ },
  { language: 'fr', words: french, shape: /^[a-zàâçèéêëîïôöœùûü]{4,10}$/ },
  { language: 'es', words: spanish, shape: /^[a-záéíóúüñ]{4,10}$/ },
  { language: 'pt-BR', words: portuguese, shape: /^[a-záâãàéêíóôõúç]{4,10}$/ },
]

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

/** Pairs of words that are a slip of the tongue apart. */
const findClose = (words: readonly string[]) =>
  words.flatMap((a, at) => words.slice(at + 1).flatMap((b) => (differByOneLetter(a, b) ? [`${a} ${b}`] : [])))

describe.each(LISTS)('the list of $language', ({ words, shape }) => {
  const plain = words.map(withoutAccents)

  test('holds 1,024 short words that differ in their first four letters', () => {
    expect(words).toHaveLength(SAFETY_WORDS)
    expect(new Set(plain.map((word) => word.slice(0, 4))).size).toBe(SAFETY_WORDS)
    expect(words.filter((word) => !shape.test(word))).toEqual([])
  })

  test('has no word that is a slip of the tongue away from another', () => {
    expect(findClose(plain)).toEqual([])
  })
})

describe('the list of ja', () => {
  const hiragana = japanese.map((word) =>
    word.replace(/[ァ-ヶ]/g, (kana) => String.fromCodePoint(kana.charCodeAt(0) - 0x60)),
  )

  test('holds 1,024 words of three to five morae in kana', () => {
    expect(new Set(hiragana).size).toBe(SAFETY_WORDS)
    expect(hiragana.filter((word) => !/^([ぁ-ゖー][ぁぃぅぇぉゃゅょ]?){3,5}$/.test(word))).toEqual([])
  })

  test('has no word that is a slip of the tongue away from another, voiced or not', () => {
    expect(findClose(hiragana.map(withoutAccents))).toEqual([])
  })
})

test('the Chinese list holds 1,024 words of two characters, none of which is another, or another’s the wrong way round', () => {
  expect(chinese.filter((word) => !/^\p{Script=Han}{2}$/u.test(word))).toEqual([])
  expect(new Set(chinese.map((word) => [...word].sort().join(''))).size).toBe(SAFETY_WORDS)
})

describe('the list of ar', () => {
  /** The word with the letters told apart that one hears: those that are written in several ways are one. */
  const plain = arabic.map((word) =>
    word.replace(/[أإآ]/g, 'ا').replace(/ى|ئ/g, 'ي').replace(/ؤ/g, 'و').replace(/ة/g, 'ه'),
  )

  test('holds 1,024 words of four to nine letters without diacritics', () => {
    expect(arabic).toHaveLength(SAFETY_WORDS)
    expect(arabic.filter((word) => !/^[ء-ي]{4,9}$/.test(word))).toEqual([])
  })

  test('has no word that is a slip of the tongue away from another', () => {
    expect(findClose(plain)).toEqual([])
  })
})
