import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csv, textField } from './csv.ts'

/** What a reader of RFC 4180 makes of a field. */
const unquoted = (field: string) => field.slice(1, -1).replaceAll('""', '"')

/** The rule of docs/protocol.md. */
const asSaid = (text: string) => text.replace(/(^|[,;\t\n\v\f\r\x85\u2028\u2029])'/g, '$1')

/** The cells of a file for a reader with this separator; one that ignores quotes cuts inside them, too. */
function cellsOf(file: string, separator: string, quotes: 'honoured' | 'ignored'): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  const end = () => {
    cells.push(cell)
    cell = ''
  }
  for (let at = 0; at < file.length; at += 1) {
    const sign = file[at] ?? ''
    if (quotes === 'honoured' && isQuoted) {
      if (sign !== '"') cell += sign
      else if (file[at + 1] === '"') cell += file[++at]
      else isQuoted = false
    } else if (quotes === 'honoured' && sign === '"' && cell === '') isQuoted = true
    else if (sign === separator || sign === '\n' || sign === '\r') end()
    else cell += sign
  }
  end()
  return cells
}

/** Whether a spreadsheet would calculate with a cell: also where it looks behind quotes and what is not seen, or normalises first. */
function calculates(cell: string): boolean {
  if (/^[\t\r]/.test(cell)) return true
  const seen = cell.replace(/^["\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]+/u, '')
  return /^[=+\-@\u2212]/.test(seen.normalize('NFKD'))
}

const UNITS = [
  ...'=+-@\'"\t\r\n\v ,;a1＝＠﹣−≠⁼',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\u0301',
  '\u3164',
  '\u2800',
  '\u{e0020}',
]
const nasty = fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 12 })
const text = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)

interface Reader {
  separator: string
  quotes: 'honoured' | 'ignored'
}
const READERS: Reader[] = [',', ';', '\t'].flatMap((separator) => [
  { separator, quotes: 'honoured' as const },
  { separator, quotes: 'ignored' as const },
])

describe('a transcript as CSV', () => {
  test.for(READERS)('holds nothing that calculates, read with $separator and quotes $quotes', (reader) => {
    fc.assert(
      fc.property(text, text, text, (sender, said, id) => {
        const message = {
          seq: 1,
          timestamp: 0,
          roomId: 'r',
          participantId: '-dashed',
          sender,
          text: said,
          id,
        }
        const file = csv.message(message, 0) + csv.message(message, 1)
        expect(cellsOf(file, reader.separator, reader.quotes).filter(calculates)).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  test('gives back every text by the rule that is written down', () => {
    fc.assert(
      fc.property(text, (original) => {
        const field = textField(original)
        expect(field).toMatch(/^"(?:[^"]|"")*"$/)
        expect(asSaid(unquoted(field))).toBe(original)
      }),
      { numRuns: 5_000 },
    )
  })

  interface Case {
    text: string
    field: string
  }
  const CASES: Case[] = [
    { text: '=1+1', field: `'=1+1` },
    { text: 'x;=1+1;y', field: `x;'=1+1;y` },
    { text: 'x,=1+1', field: `x,'=1+1` },
    { text: 'hello\n=1+1;x', field: `hello\n'=1+1;x` },
    { text: '\u200b=1', field: `'\u200b=1` },
    { text: 'x;"=1"', field: `x;'"=1"` },
    { text: 'x; \u200b＝1', field: `x;' \u200b＝1` },
    { text: '\tx', field: `'\tx` },
    { text: 'a\tb', field: 'a\tb' },
    { text: "'tis, 'twas", field: `''tis, 'twas` },
    { text: "a,'b", field: `a,''b` },
    { text: 'a list\n- one\n- two', field: `a list\n'- one\n'- two` },
  ]
  test.for(CASES)('writes $text as $field', ({ text, field }) => {
    expect(unquoted(textField(text))).toBe(field)
    expect(asSaid(field)).toBe(text)
  })

  test.for(['hello', '1+1=2', 'a@b', '', '5 - 3', 'one, two; three', 'a\r\nb\n\nc', "it's", '👍🏽 👨‍👩‍👧'])(
    'leaves %j alone',
    (text) => expect(unquoted(textField(text))).toBe(text),
  )

  test('knows every sign that becomes an operator', () => {
    const found: string[] = []
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const sign = String.fromCodePoint(code)
      if (/^[=+\-@\u2212]/.test(sign.normalize('NFKD')) && !textField(sign).startsWith(`"'`)) found.push(sign)
    }
    expect(found).toEqual([])
  })

  test('is written in time that grows with the text alone', () => {
    const began = performance.now()
    for (const unit of [' ', '"', '\u200b', ', ', '\t', '\n ', "'"]) textField(unit.repeat(200_000))
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
