import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { outlinePieces } from '../../../test/support/outline-pieces.ts'
import { formatText } from './format-text.ts'
import { cutFormatted, type FormattedPiece } from './formatted-piece.ts'
import { richText } from './rich-text.ts'

/** Text out of what could confuse a reader of it. */
const tangled = fc
  .array(
    fc.constantFrom(
      ...['*', '**', '***', '_', '__', '~', '~~', '`', '```', '\n', ' ', '- ', '* ', '1. ', '> ', '>'],
      ...[
        'a',
        'ä',
        '字',
        '1',
        '.',
        '(',
        ')',
        '"',
        '/',
        '😀',
        '\ud83d',
        '\udc00',
        '\u0301',
        '\u200b',
        '\u202e',
        '\u2067',
      ],
      ...['https://a.example/x_y', 'snake_case', '\r', '\ufffc', '<b>', '\ufe0f'],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

const textOf = (pieces: readonly FormattedPiece[]) => pieces.map(({ text }) => text).join('')

/** How deep pieces are within each other. */
const depthOf = (pieces: readonly FormattedPiece[]): number =>
  Math.max(0, ...pieces.map((piece) => ('parts' in piece ? 1 + depthOf(piece.parts) : 0)))

const walk = (pieces: readonly FormattedPiece[]): FormattedPiece[] =>
  pieces.flatMap((piece) => ('parts' in piece ? [piece, ...walk(piece.parts)] : [piece]))

describe('a formatted text', () => {
  test('loses nothing: its pieces together are the text, and so are the parts of each', () => {
    fc.assert(
      fc.property(fc.oneof(tangled, fc.string({ unit: 'binary' })), (text) => {
        const pieces = formatText(text)
        expect(textOf(pieces)).toBe(text)
        for (const piece of walk(pieces)) if ('parts' in piece) expect(textOf(piece.parts)).toBe(piece.text)
      }),
      { numRuns: 1_000 },
    )
  })

  test('has the same addresses and code as one that is not formatted', () => {
    const fixed = (pieces: readonly FormattedPiece[]) =>
      walk(pieces).flatMap((piece) => (['url', 'code', 'block'].includes(piece.is) ? [piece.text] : []))
    fc.assert(
      fc.property(tangled, (text) => {
        expect(fixed(formatText(text))).toEqual(fixed(richText(text)))
      }),
      { numRuns: 500 },
    )
  })

  test('is cut at any place: what is before it is the beginning of the text, and as it was', () => {
    fc.assert(
      fc.property(tangled, fc.nat(60), (text, end) => {
        const all = formatText(text)
        const cut = cutFormatted(all, end)
        expect(textOf(cut)).toBe(text.slice(0, end))
        for (const [at, piece] of cut.entries()) if (at < cut.length - 1) expect(piece).toBe(all[at])
        for (const piece of walk(cut)) if ('parts' in piece) expect(textOf(piece.parts)).toBe(piece.text)
      }),
      { numRuns: 500 },
    )
    expect(outlinePieces(cutFormatted(formatText('- a **b c**\n- d'), 9))).toBe(
      '<bullets><item>a <strong>b c</strong></item></bullets>',
    )
  })

  type Budget = [what: string, part: string, drawn: number]
  test.for<Budget>([
    ['emphasised words', '*a* ', 100],
    ['words emphasised twice', '***a*** ', 50],
    // The list is one more.
    ['items of a list', '- a\n', 99],
    ['quotes', '> a\n\n', 100],
    ['lines in a quote', '> a\n', 298],
  ])('with more %s than a page should draw it has none', ([, part, drawn]) => {
    const isFormatted = (text: string) => formatText(text).some((piece) => 'parts' in piece)
    expect(isFormatted(part.repeat(drawn))).toBe(true)
    const more = `${part.repeat(drawn + 1)}\n\`b\``
    expect(formatText(more)).toEqual(richText(more))
  })

  test('with more addresses and code than a page should draw it is plain, and nothing in these is emphasised', () => {
    const text = '`*a*` '.repeat(60)
    expect(formatText(text)).toEqual([{ is: 'text', text }])
  })

  test.for(['*_', '*a _b **c ~~d ', '***', '> ', '- ', '*(', '_"'])(
    'is never deep, and one text is one node: %j over and over',
    (part) => {
      const pieces = formatText(`${part.repeat(1_000)}a${part.repeat(1_000)}`)
      expect(depthOf(pieces)).toBeLessThanOrEqual(7)
      for (const [at, piece] of pieces.entries())
        expect(piece.is === 'text' && pieces[at + 1]?.is === 'text').toBe(false)
    },
  )
})

const HOSTILE = [
  ...[
    '*',
    '_',
    '~~',
    '**',
    '* ',
    '*a',
    '*a ',
    ' *a',
    '*a* ',
    'a* ',
    '**a ',
    '*_',
    '*_a ',
    'a_*** ',
    '***a***',
    '~~a~~',
  ],
  ...['_a_b', '*a **b _c ~~d ', 'd~~ c_ b** a* ', '*"', '"*', '*\u0301', '😀*', '字*', '*(', '~~(', '_*~~'],
  ...[
    '>',
    '> ',
    '> \n',
    '>\n',
    '> a\n',
    '> > ',
    '- ',
    '- a\n',
    '- \n',
    '* a\n',
    '* *\n',
    '1. a\n',
    '1',
    '1.\n',
    '\n',
    '\n\n',
  ],
  ...['- `a\n', '> ```\n', '*`a*` ', '*http://', '_https://a.example/x_ ', '*\u202ea* '],
]

describe('what is made to take long', () => {
  /** Matches and cuts of a text, whose number is what the time grows with. */
  function countSteps(text: string): number {
    const spies = [
      vi.spyOn(RegExp.prototype, 'exec'),
      vi.spyOn(Array.prototype, 'push'),
      vi.spyOn(String.prototype, 'slice'),
      vi.spyOn(String.prototype, 'indexOf'),
      vi.spyOn(String.prototype, 'codePointAt'),
    ]
    try {
      formatText(text)
      return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
  }

  test.for(HOSTILE)('takes four times the steps where it is four times as long: %j', (part) => {
    const steps = (length: number) => countSteps(part.repeat(Math.ceil(length / part.length)))
    expect(steps(16_000)).toBeLessThanOrEqual(4.2 * steps(4_000) + 50)
  })

  test.for(HOSTILE)('takes a time that grows with the length alone: %j over and over', (part) => {
    const text = part.repeat(Math.ceil(200_000 / part.length))
    const began = performance.now()
    formatText(text)
    // Twelve times the longest message: by the square of the length this would take minutes on any machine.
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
