import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aliasKey, byteLength, cleanAlias, randomAlias } from './text.ts'

describe('an alias is cleaned', () => {
  interface Case {
    what: string
    raw: string
    clean: string | null
  }
  const CASES: Case[] = [
    { what: 'a plain one', raw: 'Ann', clean: 'Ann' },
    { what: 'one of another script', raw: '安娜', clean: '安娜' },
    { what: 'white space at its ends and between', raw: ' \t Ann \n\u00a0 Lee ', clean: 'Ann Lee' },
    { what: 'a decomposed letter', raw: 'A\u030asa', clean: '\u00c5sa' },
    { what: 'nothing', raw: '', clean: null },
    { what: 'white space only', raw: ' \u3000\n', clean: null },
    { what: '32 characters', raw: 'x'.repeat(32), clean: 'x'.repeat(32) },
    { what: '33 characters', raw: 'x'.repeat(33), clean: null },
    { what: '32 characters of two UTF-16 units each', raw: '😀'.repeat(32), clean: '😀'.repeat(32) },
    { what: '33 of those', raw: '😀'.repeat(33), clean: null },
    {
      what: '32 letters that were 64 before they were composed',
      raw: 'e\u0301'.repeat(32),
      clean: 'é'.repeat(32),
    },
    { what: 'a long one that is short once trimmed', raw: `${' '.repeat(100)}Ann`, clean: 'Ann' },
    { what: 'a NUL character', raw: 'Ann\u0000', clean: null },
    { what: 'an escape character', raw: '\u001b[31mAnn', clean: null },
    { what: 'a zero-width space', raw: 'An\u200bn', clean: null },
    { what: 'a byte-order mark inside', raw: 'An\ufeffn', clean: 'An n' },
    { what: 'a right-to-left override', raw: 'Ann\u202egnp', clean: null },
    { what: 'a left-to-right mark', raw: 'Ann\u200e', clean: null },
    { what: 'an isolate', raw: '\u2067Ann\u2069', clean: null },
    { what: 'a word joiner', raw: 'An\u2060n', clean: null },
    { what: 'a soft hyphen', raw: 'Ann\u00ad', clean: null },
    { what: 'an Arabic letter mark', raw: 'An\u061cn', clean: null },
    { what: 'a filler that is drawn as nothing', raw: '\u3164', clean: null },
    { what: 'a blank of another script', raw: '\u2800', clean: null },
    { what: 'a tag character', raw: 'Ann\u{e0041}', clean: null },
    { what: 'joiners alone', raw: '\u200d\u200d', clean: null },
    { what: 'half a character', raw: 'Ann\ud800', clean: 'Ann\ufffd' },
    { what: 'an emoji held together by joiners', raw: '👩‍👩‍👧', clean: '👩‍👩‍👧' },
  ]
  test.for(CASES)('$what', ({ raw, clean }) => {
    expect(cleanAlias(raw)).toBe(clean)
  })

  test('once and for all: a clean one stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        const clean = cleanAlias(raw)
        if (clean === null) return
        expect(cleanAlias(clean)).toBe(clean)
        expect([...clean].length).toBeLessThanOrEqual(32)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean.trim()).toBe(clean)
      }),
    )
  })
})

describe('the key of an alias', () => {
  interface Case {
    one: string
    other: string
    same: boolean
  }
  const CASES: Case[] = [
    { one: 'Ann', other: 'ANN', same: true },
    { one: 'Åsa', other: 'åSA', same: true },
    { one: 'Ａｎｎ', other: 'ann', same: true },
    { one: 'ﬁnn', other: 'FINN', same: true },
    { one: 'ЖЕНЯ', other: 'женя', same: true },
    { one: 'STRAẞE', other: 'Strasse', same: true },
    { one: 'Ann', other: 'Anna', same: false },
    { one: 'Ann', other: 'Änn', same: false },
    { one: 'Ann Lee', other: 'AnnLee', same: false },
  ]
  test.for(CASES)('is the same for $one and $other: $same', ({ one, other, same }) => {
    expect(aliasKey(one) === aliasKey(other)).toBe(same)
  })

  test('is its own key, and that of its capital and small letters, for every letter there is', () => {
    const odd: string[] = []
    // What has cases lies in the first two planes.
    for (let code = 0; code < 0x20000; code += 1) {
      const letter = String.fromCodePoint(code)
      const key = aliasKey(letter)
      const forms = [key, letter.toUpperCase(), letter.toLowerCase()]
      if (letter.isWellFormed() && forms.some((form) => aliasKey(form) !== key)) odd.push(letter)
    }
    expect(odd).toEqual([])
  })

  test('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (alias) => aliasKey(aliasKey(alias)) === aliasKey(alias)),
    )
  })
})

describe('a generated alias', () => {
  test('is such as anonymous-wolf-x7k2p, and clean', () => {
    const aliases = Array.from({ length: 200 }, () => randomAlias())
    for (const alias of aliases) {
      expect(alias).toMatch(/^anonymous-[a-z]+-[a-z0-9]{5}$/)
      expect(cleanAlias(alias)).toBe(alias)
      expect(aliasKey(alias)).toBe(alias)
    }
    expect(new Set(aliases).size).toBe(200)
  })

  test('is clean whatever chance brings', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
        const alias = randomAlias((target) => {
          target.set(bytes)
          return target
        })
        expect(alias).toMatch(/^anonymous-[a-z]+-[a-z0-9]{5}$/)
      }),
    )
  })
})

describe('the length of a text', () => {
  interface Case {
    text: string
    bytes: number
  }
  const CASES: Case[] = [
    { text: '', bytes: 0 },
    { text: 'a', bytes: 1 },
    { text: 'é', bytes: 2 },
    { text: '€', bytes: 3 },
    { text: '😀', bytes: 4 },
    { text: '\ud800', bytes: 3 },
  ]
  test.for(CASES)('of %j is counted in bytes of UTF-8', ({ text, bytes }) => {
    expect(byteLength(text)).toBe(bytes)
  })
})

test('names that a reader can not tell apart share their key', () => {
  for (const [one, other] of [
    ['Straße', 'STRASSE'],
    ['ΝΙΚΟΣ', 'νικος'],
    ['Ann\ufe0f', 'ann'],
    ['A\u200dnn', 'Ann'],
    ['Ａｎｎ', 'ann'],
  ] as const) {
    expect(aliasKey(one), one).toBe(aliasKey(other))
  }
  expect(aliasKey('Ann')).not.toBe(aliasKey('Anne'))
})
