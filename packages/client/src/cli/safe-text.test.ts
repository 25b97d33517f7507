import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatJsonLine } from './format-json-line.ts'
import { toSafeLine, toSafeText } from './safe-text.ts'

interface Case {
  what: string
  text: string
  safe: string
}

const cases: Case[] = [
  { what: 'a title of the window', text: 'a\x1b]0;pwned\x07b', safe: 'a]0;pwnedb' },
  { what: 'a sequence that begins with one byte of C1', text: 'a\x9b31mb', safe: 'a31mb' },
  { what: 'a device control string', text: '\x1bP+q544e\x1b\\', safe: 'P+q544e\\' },
  { what: 'a line that turns its direction', text: 'abc\u202etxt.exe\u2066x\u2069', safe: 'abctxt.exex' },
  { what: 'a line that overwrites itself', text: 'good\rbad\x08\x7f', safe: 'good\nbad' },
  { what: 'letters that draw nothing', text: 'a\u200b\ufeff\u{e0041}b', safe: 'ab' },
  { what: 'a tower of marks', text: `e${'\u0301'.repeat(40)}`, safe: `e${'\u0301'.repeat(4)}` },
  { what: 'half a character', text: 'a\ud83d', safe: 'a\ufffd' },
  { what: 'an emoji of several', text: '👩‍👩‍👧 ❤️ नमस्ते', safe: '👩‍👩‍👧 ❤️ नमस्ते' },
  { what: 'lines and tabs', text: 'a\tb\r\nc\u2028d', safe: 'a  b\nc\nd' },
]

test.for(cases)('what others wrote can be sent to a terminal: $what', ({ text, safe }) => {
  expect(toSafeText(text)).toBe(safe)
})

test('a name stays on its line', () => {
  expect(toSafeLine(' Ada\n17:00 Ben\x1b[A ')).toBe('Ada 17:00 Ben[A')
})

const OBEYED = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

test('whatever is written, a terminal obeys none of it, and JSON is what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(toSafeText(text)).not.toMatch(OBEYED)
      const line = formatJsonLine({ text })
      expect(line).not.toMatch(OBEYED)
      expect(line).not.toContain('\n')
      expect(JSON.parse(line)).toEqual({ text })
    }),
  )
})

test('a line of JSON escapes what a terminal obeys', () => {
  expect(formatJsonLine({ text: '\x1b]0;x\x07\x9b\u202e\u{e0041}é' })).toBe(
    String.raw`{"text":"\u001b]0;x\u0007\u009b\u202e\udb40\udc41é"}`,
  )
})
