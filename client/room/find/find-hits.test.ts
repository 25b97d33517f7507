import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutExcerpts, findHits, foldQuery } from './find-hits.ts'
import { foldLetters, foldWithPlaces } from './fold-letters.ts'

/** A text with brackets around what is found in it. */
function mark(text: string, query: string): string {
  let marked = ''
  let at = 0
  for (const { from, to } of findHits(text, foldQuery(query))) {
    marked += `${text.slice(at, from)}[${text.slice(from, to)}]`
    at = to
  }
  return marked + text.slice(at)
}

describe('what is found', () => {
  type Case = [text: string, query: string, expected: string]
  test.for<Case>([
    ['One and one', 'one', '[One] and [one]'],
    ['aaaa', 'aa', '[aa][aa]'],
    ['nothing', 'else', 'nothing'],
    ['anything', '', 'anything'],
    ['anything', '  \u200b', 'anything'],
    ['two  words\nand more', ' two words and ', '[two  words\nand] more'],
    // Without case.
    ['STRASSE, Straße', 'straße', '[STRASSE], [Straße]'],
    ['ΟΔΟΣ οδός', 'οδος', '[ΟΔΟΣ] [οδός]'],
    ['İstanbul ISTANBUL', 'istanbul', '[İstanbul] [ISTANBUL]'],
    ['МОСКВА', 'москва', '[МОСКВА]'],
    // Without accents, however they are written.
    ['Café, cafe\u0301, CAFE', 'cafe', '[Café], [cafe\u0301], [CAFE]'],
    ['cafe', 'cafÉ', '[cafe]'],
    ['Zu\u0308rich', 'zü', '[Zu\u0308]rich'],
    ['Ёлка', 'елка', '[Ёлка]'],
    ['שָׁלוֹם', 'שלום', '[שָׁלוֹם]'],
    ['مُحَمَّد', 'محمد', '[مُحَمَّد]'],
    // Marks that make another word do not count as accents.
    ['कि', 'का', 'कि'],
    // In compatible forms (NFKC).
    ['ﬁne ｆｉｎｅ', 'fine', '[ﬁne] [ｆｉｎｅ]'],
    ['ﬁne', 'i', '[ﬁ]ne'],
    ['① x²', '1', '[①] x²'],
    ['한국어', '한국', '[한국]어'],
    // Through what is not seen.
    ['in\u200bvis\u00adible', 'invisible', '[in\u200bvis\u00adible]'],
    ['❤️ love', '❤', '[❤️] love'],
    // As letters, and not as a pattern.
    ['a.c abc (x)', 'a.c', '[a.c] abc (x)'],
    ['a.c abc (x)', '(X', 'a.c abc [(x])'],
    ['😀😁', '😁', '😀[😁]'],
  ])('in %j by %j', ([text, query, expected]) => {
    expect(mark(text, query)).toBe(expected)
  })

  test('is apart from each other and in order, in any text', () => {
    const letters = fc.array(
      fc.constantFrom('a', 'A', 'á', 'ß', 'ﬃ', ' ', '\n', '\u0301', '\u200b', '😀', '\ud83d', '\u2126', '字'),
    )
    fc.assert(
      fc.property(letters, letters, (some, looked) => {
        const [text, query] = [some.join(''), foldQuery(looked.join(''))]
        const hits = findHits(text, query)
        let before = 0
        for (const { from, to } of hits) {
          expect(from).toBeGreaterThanOrEqual(before)
          expect(to).toBeGreaterThan(from)
          expect(foldLetters(text.slice(from, to))).toContain(query)
          before = to
        }
        expect(before).toBeLessThanOrEqual(text.length)
        expect(hits.length > 0).toBe(query !== '' && foldLetters(text).includes(query))
      }),
      { numRuns: 1_000 },
    )
  })

  test('a text is folded in one way, with places and without', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const { text: folded, places } = foldWithPlaces(text)
        expect(folded).toBe(foldLetters(text))
        expect(places).toHaveLength(folded.length)
      }),
    )
  })
})

describe('what is shown of a message', () => {
  const show = (text: string, query: string) =>
    cutExcerpts(text, findHits(text, foldQuery(query)))
      .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
      .join('')

  test('a short one is shown whole, with all that was found', () => {
    expect(show('one and One', 'one')).toBe('[one] and [One]')
    expect(show('nothing of it', 'else')).toBe('nothing of it')
  })

  test('a long one is shown around the first hit, from the beginning of a word', () => {
    const text = `${'before '.repeat(100)}here ${'after '.repeat(100)}here`
    const shown = show(text, 'here')
    expect(shown).toMatch(/^…before before before before before \[here\] after .*…$/)
    expect(shown.length).toBeLessThan(260)
  })

  test('what was found is whole, however long, and no character is cut in two', () => {
    const long = 'x'.repeat(500)
    expect(show(`${'😀'.repeat(300)}${long}${'😀'.repeat(300)}`, long)).toBe(`…${'😀'.repeat(20)}[${long}]…`)
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (before, after) => {
        const text = `${'😀'.repeat(before)}x${'😀'.repeat(after)}`
        expect(show(text, 'x').isWellFormed()).toBe(true)
      }),
    )
  })
})

test('the time it takes to fold a text grows with its length alone', () => {
  const text = 'é '.repeat(200_000)
  const started = performance.now()
  expect(foldLetters(text)).toHaveLength(text.length)
  foldWithPlaces(text)
  expect(performance.now() - started).toBeLessThan(10_000)
})
