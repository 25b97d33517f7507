import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksAlike } from '../../../../protocol/name-looks.ts'
import { looksOf, skeletonOf } from './name-looks.ts'

describe('a name looks like another', () => {
  interface Case {
    one: string
    other: string
    same: boolean
  }
  const CASES: Case[] = [
    // As in any one case.
    { one: 'Ann', other: 'ANN', same: true },
    { one: 'ЖЕНЯ', other: 'женя', same: true },
    { one: 'Åsa', other: 'åSA', same: true },
    { one: 'STRAẞE', other: 'Strasse', same: true },
    { one: 'ΝΙΚΟΣ', other: 'νικος', same: true },
    // By compatibility, and by what is not seen.
    { one: 'Ａｎｎ', other: 'ann', same: true },
    { one: 'ﬁnn', other: 'FINN', same: true },
    { one: 'علی\u200cرضا', other: 'علیرضا', same: true },
    { one: '❤\ufe0f', other: '❤', same: true },
    // By letters of another script, and by letters that are drawn alike.
    { one: 'Ada', other: '\u0410da', same: true },
    { one: 'Ada', other: '\u0430d\u0430', same: true },
    { one: 'ADA', other: '\u0430da', same: true },
    { one: 'Ada', other: 'A\u0501a', same: true },
    { one: 'Женя', other: 'ЖEHЯ', same: true },
    { one: 'Alan', other: 'AIan', same: true },
    { one: 'Alan', other: 'a1an', same: true },
    { one: 'Bob', other: 'B0b', same: true },
    { one: 'Bernd', other: 'Bemd', same: true },
    { one: 'Søren', other: 'So\u0338ren', same: true },
    { one: 'ǆ', other: 'dž', same: true },
    // Honest names that share much.
    { one: 'Ian', other: 'Lan', same: false },
    { one: 'Ilse', other: 'Lise', same: false },
    { one: 'Lisa', other: 'Iisa', same: false },
    { one: 'Ann', other: 'Anna', same: false },
    { one: 'Ann', other: 'Änn', same: false },
    { one: 'Ann Lee', other: 'AnnLee', same: false },
    { one: 'Ева', other: 'Eva', same: false },
    { one: 'Ann', other: 'Anne', same: false },
  ]
  test.for(CASES)('$one and $other: $same', ({ one, other, same }) => {
    expect(looksAlike(looksOf(one), looksOf(other))).toBe(same)
    expect(looksAlike(looksOf(other), looksOf(one))).toBe(same)
  })

  test('like itself, and like itself in capital and small letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(looksAlike(looksOf(name), looksOf(name))).toBe(true)
        // Where a letter has two small forms (`ı`), the other one is another letter.
        if (name.toUpperCase().toLowerCase() === name.toLowerCase())
          expect(looksAlike(looksOf(name), looksOf(name.toUpperCase()))).toBe(true)
      }),
    )
  })
})

describe('the skeleton', () => {
  test('is its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const skeleton = skeletonOf(text.toWellFormed())
        expect(skeletonOf(skeleton)).toBe(skeleton)
      }),
    )
  })

  test('is that of its prototype for every character of UTS 39 that is composed of nothing', () => {
    const data: Record<string, string> = JSON.parse(
      readFileSync(new URL('../../../../node_modules/unhomoglyph/data.json', import.meta.url), 'utf8'),
    )
    const odd = Object.entries(data).filter(
      ([letter, prototype]) =>
        letter.normalize('NFD') === letter &&
        !/\p{DI}/u.test(letter) &&
        skeletonOf(letter) !== skeletonOf(prototype),
    )
    expect(Object.keys(data).length).toBeGreaterThan(6_000)
    expect(odd).toEqual([])
  })

  test('keeps how a name looks, and in which case', () => {
    expect(looksOf('Adam 1')).toEqual(['=Adarn l', '-adarn l', '+ADAM l'])
  })
})
