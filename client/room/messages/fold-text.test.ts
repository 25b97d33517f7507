import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FOLD_LINES, foldText } from './fold-text.ts'

test('a short text is not folded, and nothing of it is measured', () => {
  for (const text of ['', 'a', 'two\nlines', 'word '.repeat(120), 'x'.repeat(600)]) {
    expect(foldText(text), text.slice(0, 20)).toBeNull()
  }
})

test('a text that may be high is measured where all of it may fit', () => {
  expect(foldText('word '.repeat(200))).toEqual({ end: null, lines: 13 })
  expect(foldText('a\n'.repeat(20))).toEqual({ end: null, lines: 21 })
  expect(foldText('a\n'.repeat(FOLD_LINES - 1))?.end).toBeNull()
})

test('what comes after forty lines is folded, whatever breaks them', () => {
  for (const line of ['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029']) {
    expect(foldText(`${line.repeat(12_000)}end`), JSON.stringify(line)).toEqual({ end: 39, lines: 40 })
  }
})

test('what no forty lines hold is folded', () => {
  expect(foldText('x'.repeat(16_384))).toEqual({ end: 4_096, lines: 40 })
  expect(foldText('lorem ipsum '.repeat(1_000))?.end).toBe(4_096)
})

test('no character is cut in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 3 }), (some) => {
      const text = `${some}${'😀'.repeat(3_000)}`
      expect(text.slice(0, foldText(text)?.end ?? 0).isWellFormed()).toBe(true)
    }),
  )
})
