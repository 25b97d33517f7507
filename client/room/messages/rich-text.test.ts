import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { cutPieces, type Piece, richText } from './rich-text.ts'

const joined = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')
const addresses = (text: string) =>
  richText(text).flatMap((piece) => (piece.is === 'url' ? [piece.href] : []))
const codes = (text: string) =>
  richText(text).flatMap((piece) => ('code' in piece ? [[piece.is, piece.code]] : []))

/** Text out of what could confuse a reader of it. */
const tangled = fc
  .array(
    fc.constantFrom(
      ...[
        '`',
        '``',
        '```',
        '````',
        '\n',
        ' ',
        'http://',
        'https://',
        'HTTPS://',
        'a.example',
        '/(x)',
        ')',
        ']',
        '.',
      ],
      ...[
        'javascript:',
        'data:text/html,',
        '@',
        '<b>',
        '"',
        '»',
        '。',
        'ä',
        '\u202e',
        '\ud83d',
        '😀',
        ':',
        '%',
        '#',
      ],
    ),
  )
  .map((parts) => parts.join(''))

describe('rich text', () => {
  test('loses nothing: its pieces together are the text', () => {
    fc.assert(
      fc.property(fc.oneof(tangled, fc.string({ unit: 'binary' })), (text) => {
        const pieces = richText(text)
        expect(joined(pieces)).toBe(text)
        for (const piece of pieces) {
          if ('code' in piece) expect(piece.before + piece.code + piece.after).toBe(piece.text)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('addresses lead to http and https alone, and are shown as they are', () => {
    fc.assert(
      fc.property(tangled, (text) => {
        for (const href of addresses(text)) expect(href).toMatch(/^https?:\/\/[^/@]+\//)
      }),
      { numRuns: 500 },
    )
  })

  type Case = [text: string, addresses: string[]]
  test.for<Case>([
    ['https://a.example', ['https://a.example/']],
    ['see http://a.example/x?y=1#z now', ['http://a.example/x?y=1#z']],
    ['HTTPS://A.example', ['https://a.example/']],
    ['https://a.example and\nhttps://b.example', ['https://a.example/', 'https://b.example/']],
    // What ends the sentence is none of the address.
    ['go to https://a.example/x.', ['https://a.example/x']],
    ['really https://a.example/x?!', ['https://a.example/x']],
    ['“https://a.example/x”, he said', ['https://a.example/x']],
    ['**https://a.example/x**', ['https://a.example/x']],
    // Brackets belong to it where it opened them.
    ['(https://a.example/x)', ['https://a.example/x']],
    ['(see https://a.example/a_(b))', ['https://a.example/a_(b)']],
    ['[https://a.example/x]', ['https://a.example/x']],
    ['<https://a.example/x>', ['https://a.example/x']],
    // Names in any script; the browser's own form says which host it is.
    ['https://müller.example/straße', ['https://xn--mller-kva.example/stra%C3%9Fe']],
    ['https://例え.example/あ。次', ['https://xn--r8jz45g.example/%E3%81%82']],
    ['（https://a.example/x）', ['https://a.example/x']],
    ['https://[::1]:8080/x', ['https://[::1]:8080/x']],
    // Never an address to follow.
    ['javascript:alert(1)', []],
    ['java\nscript:alert(1)//https://', []],
    ['data:text/html,<script>alert(1)</script>', []],
    ['vbscript:x file:///etc/passwd ftp://a.example', []],
    ['xhttps://a.example', []],
    ['https://', []],
    ['http://?', []],
    ['https://bank.example@evil.example/', []],
    ['https://user:secret@a.example/', []],
    ['https://a.example:99999/', []],
    ['`https://a.example`', []],
    ['```\nhttps://a.example\n```', []],
    // What would turn or hide a part of it ends it.
    ['https://a.example/\u202Egpj.exe', ['https://a.example/']],
    ['https://a.exa\u200bmple', ['https://a.exa/']],
  ])('the addresses in %j', ([text, expected]) => {
    expect(addresses(text)).toEqual(expected)
  })

  type CodeCase = [text: string, codes: [is: string, code: string][]]
  test.for<CodeCase>([
    ['run `npm test` now', [['code', 'npm test']]],
    [
      '`a` and `b`',
      [
        ['code', 'a'],
        ['code', 'b'],
      ],
    ],
    ['a ` alone', []],
    ['it`s on\ntwo lines` long', []],
    ['``', []],
    ['``a``', []],
    ['```\none\ntwo\n```', [['block', 'one\ntwo']]],
    ['```js\nlet a = 1\n```\nafter', [['block', 'let a = 1']]],
    ['```let a = 1```', [['block', 'let a = 1']]],
    ['```\n\n  indented\n```', [['block', '\n  indented']]],
    ['```\n`inside`\n```', [['block', '`inside`']]],
    ['```\nnever closed', []],
    ['``````', []],
    ['``` ```', []],
    ['```` four ````', []],
  ])('the code in %j', ([text, expected]) => {
    expect(codes(text)).toEqual(expected)
  })

  type Budget = [what: string, part: string, drawn: number]
  test.for<Budget>([
    ['code', '`a` ', 50],
    ['addresses', 'https://a.example ', 150],
    ['blocks', '```\na\n```\n', 15],
  ])('with more %s than a page should draw a text is plain, letter for letter', ([, part, drawn]) => {
    const count = (text: string) => richText(text).filter(({ is }) => is !== 'text').length
    expect(count(part.repeat(drawn))).toBe(drawn)
    const more = part.repeat(drawn + 1)
    expect(richText(more)).toEqual([{ is: 'text', text: more }])
  })

  test('what only looks like an address is looked at some hundred times in a message, not thousands', () => {
    let looked = 0
    const canParse = vi.spyOn(URL, 'canParse').mockImplementation(() => ++looked < 0)
    const text = 'http://[ '.repeat(1_800)
    expect(richText(text)).toEqual([{ is: 'text', text }])
    canParse.mockRestore()
    expect(looked).toBeLessThan(500)
  })

  test('is cut at any place: what is before it is the beginning of the text, and as it was', () => {
    fc.assert(
      fc.property(tangled, fc.nat(200), (text, end) => {
        const all = richText(text)
        const cut = cutPieces(all, end)
        expect(joined(cut)).toBe(text.slice(0, end))
        for (const [at, piece] of cut.entries()) {
          if (at < cut.length - 1) expect(piece).toBe(all[at])
          if ('code' in piece) expect(piece.before + piece.code + piece.after).toBe(piece.text)
        }
      }),
    )
    const [block] = cutPieces(richText('```js\none\ntwo\nthree\n```'), 13)
    expect(block).toMatchObject({ is: 'block', before: '```js\n', code: 'one\ntwo', after: '' })
  })

  test.for([
    '`',
    '``',
    '```',
    '``` ',
    '```\n',
    '`a',
    '`\n',
    'http://',
    'http://a@',
    'https://%',
    'xhttp://',
    'https://a.example/(',
    'https://a.example/)',
    '.',
    ' https://a.example/x',
  ])('takes a time that grows with the length alone: %j over and over', (part) => {
    const time = (length: number) => {
      const text = part.repeat(Math.ceil(length / part.length))
      const began = performance.now()
      richText(text)
      return performance.now() - began
    }
    time(100_000)
    // Sixty times the longest message: with the square of the length this would take minutes.
    expect(time(1_000_000)).toBeLessThan(3_000)
  })
})
