import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textField } from './csv.ts'
import { escapeMarkdown } from './markdown.ts'

/** What a reader of RFC 4180 makes of a field. */
const read = (field: string) => field.slice(1, -1).replaceAll('""', '"')

const nasty = fc.string({ unit: fc.constantFrom(...'=+-@\'"\t\r\n ,;a1＝', '\u00a0') })

test('any text comes back as it was said, and is never a formula', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), nasty), (text) => {
      const field = textField(text)
      expect(field).toMatch(/^"(?:[^"]|"")*"$/)
      expect(read(field).replace(/^'/, '')).toBe(text)
      expect(read(field)).not.toMatch(/^\s*[=+\-@＝＋－＠]/u)
    }),
  )
})

test('a text that is no formula is left alone', () => {
  for (const text of ['hello', '1+1=2', 'a@b', '', '5 - 3']) expect(read(textField(text))).toBe(text)
})

test('Markdown that was typed stays what was typed', () => {
  expect(escapeMarkdown('*a* _b_ `c` [d](e) <f> #g')).toBe('\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> #g')
  expect(escapeMarkdown('# a\r\n  - b\n12. c\n===')).toBe('\\# a\n  \\- b\n12\\. c\n\\===')
})
