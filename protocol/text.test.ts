import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Alias } from './participant.ts'
import { Title } from './schedule.ts'
import { byteLength, cleanAlias, cleanTitle, foldLine, randomAlias } from './text.ts'

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
    { what: 'a byte-order mark inside', raw: 'An\ufeffn', clean: null },
    { what: 'a byte-order mark at the end', raw: 'Ann\ufeff', clean: null },
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
    { what: 'half a character', raw: 'Ann\ud800', clean: null },
    { what: 'a mark between annotations', raw: 'Ho\ufff9st', clean: null },
    { what: 'a private character', raw: 'Ann\ue000', clean: null },
    { what: 'a character that is none yet', raw: 'Ann\u0378', clean: null },
    { what: 'what stands for an object', raw: 'Ann\ufffc', clean: null },
    { what: 'a note without a head', raw: 'Ann\u{1d159}', clean: null },
    { what: 'a Khmer vowel that draws nothing', raw: 'Ann\u17b4', clean: null },
    { what: 'a joiner of graphemes', raw: 'A\u034fnn', clean: null },
    { what: 'a variation selector after a letter', raw: 'Ann\ufe0f', clean: null },
    { what: 'a joiner between letters that need none', raw: 'A\u200dda', clean: null },
    { what: 'a non-joiner between them', raw: 'A\u200cda', clean: null },
    { what: 'a joiner at the end', raw: '👩\u200d', clean: null },
    { what: 'an emoji held together by joiners', raw: '👩‍👩‍👧', clean: '👩‍👩‍👧' },
    { what: 'one with a colour and a selector', raw: '🧑🏽‍❤️‍🧑🏿', clean: '🧑🏽‍❤️‍🧑🏿' },
    { what: 'a keycap', raw: '1\ufe0f\u20e3', clean: '1\ufe0f\u20e3' },
    { what: 'a heart in colour', raw: 'Ann ❤\ufe0f', clean: 'Ann ❤\ufe0f' },
    { what: 'a Persian name with its non-joiner', raw: 'علی\u200cرضا', clean: 'علی\u200cرضا' },
    { what: 'a Sinhala name with its joiner', raw: 'ශ්\u200dරී', clean: 'ශ්\u200dරී' },
    { what: 'a Vietnamese name', raw: 'Nguyễn Thị Hồng', clean: 'Nguyễn Thị Hồng' },
    { what: 'a pointed Hebrew name', raw: 'שָּׁלוֹם', clean: 'שָּׁלוֹם'.normalize('NFC') },
    { what: 'a Thai name', raw: 'ปิ่น', clean: 'ปิ่น' },
    { what: 'a Burmese name', raw: 'မြွှေး', clean: 'မြွှေး' },
    { what: 'four marks on a letter', raw: `x${'\u0302'.repeat(4)}`, clean: `x${'\u0302'.repeat(4)}` },
    { what: 'a tower of marks', raw: `x${'\u0302'.repeat(5)}`, clean: null },
    { what: 'one of which the first is composed', raw: `e${'\u0301'.repeat(5)}`, clean: null },
    { what: 'a mark on nothing', raw: '\u0301Ann', clean: null },
    { what: 'a mark on a blank', raw: 'Ann \u0301', clean: null },
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

test('nothing that Unicode calls unseen is part of an alias or a title', () => {
  const passing: string[] = []
  // Planes 4 to 13 are unassigned, 15 and 16 are for private use: a part of each stands for all of it.
  const isUniform = (plane: number) => (plane >= 4 && plane <= 13) || plane >= 15
  for (let code = 0; code <= 0x10ffff; code += isUniform(code >> 16) ? 61 : 1) {
    const sign = String.fromCodePoint(code)
    if (!/[\p{C}\p{Zl}\p{Zp}\p{DI}]/u.test(sign) || /[\t-\r\u2028\u2029]/.test(sign)) continue
    if (cleanAlias(`Ho${sign}st`) !== null || cleanTitle(`Ho${sign}st`) !== null) passing.push(sign)
  }
  expect(passing).toEqual([])
})

describe('a sentence names what is wrong with a line', () => {
  interface Case {
    title: string
    sentence: RegExp
  }
  const CASES: Case[] = [
    { title: ' ', sentence: /1 to 120 visible/ },
    { title: 'x'.repeat(134), sentence: /120 .*at most.* 134/ },
    { title: 'Wee\u200bkly', sentence: /not seen/ },
    { title: `Weekl${'y\u0336\u0300\u0301\u0302\u0303'}`, sentence: /marks/ },
  ]
  test.for(CASES)('of a title: $sentence', ({ title, sentence }) => {
    expect(Title.safeParse(title).error?.issues[0]?.message).toMatch(sentence)
  })

  test('of an alias', () => {
    expect(Alias.safeParse('x'.repeat(40)).error?.issues[0]?.message).toMatch(/32 .*at most.* 40/)
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
    expect(foldLine(one) === foldLine(other)).toBe(same)
  })

  test('is its own key, and that of its capital and small letters, for every letter there is', () => {
    const odd: string[] = []
    // What has cases lies in the first two planes.
    for (let code = 0; code < 0x20000; code += 1) {
      const letter = String.fromCodePoint(code)
      const key = foldLine(letter)
      const forms = [key, letter.toUpperCase(), letter.toLowerCase()]
      if (letter.isWellFormed() && forms.some((form) => foldLine(form) !== key)) odd.push(letter)
    }
    expect(odd).toEqual([])
  })

  test('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (alias) => foldLine(foldLine(alias)) === foldLine(alias)),
    )
  })
})

describe('a generated alias', () => {
  test('is such as anonymous-wolf-x7k2p, and clean', () => {
    const aliases = Array.from({ length: 200 }, () => randomAlias())
    for (const alias of aliases) {
      expect(alias).toMatch(/^anonymous-[a-z]+-[a-z0-9]{5}$/)
      expect(cleanAlias(alias)).toBe(alias)
      expect(foldLine(alias)).toBe(alias)
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
        expect(alias).not.toContain('undefined')
      }),
    )
  })

  test('takes its animal from the first byte, and its end from the others', () => {
    const aliasOf = (...bytes: number[]) => randomAlias(() => Uint8Array.from(bytes))
    expect(aliasOf(0, 0, 1, 2, 3, 4)).toBe('anonymous-badger-abcde')
    expect(aliasOf(43, 31, 30, 0, 0, 0)).toBe('anonymous-bear-a9aaa')
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

test('names that a reader can’t distinguish share their key', () => {
  for (const [one, other] of [
    ['Straße', 'STRASSE'],
    ['ΝΙΚΟΣ', 'νικος'],
    ['Ann\ufe0f', 'ann'],
    ['A\u200dnn', 'Ann'],
    ['Ａｎｎ', 'ann'],
  ] as const) {
    expect(foldLine(one), one).toBe(foldLine(other))
  }
  expect(foldLine('Ann')).not.toBe(foldLine('Anne'))
})
