import { expect, test } from 'vitest'
import { type Composer, editText, insertText, layComposer, readComposer } from './composer.ts'
import type { KeyAction } from './keys.ts'

/** A text with `|` for the cursor. */
function at(text: string): Composer {
  const [before = '', after = ''] = text.split('|')
  return { before, after }
}
const show = (composer: Composer | null) => composer && `${composer.before}|${composer.after}`

test.for<{ from: string; key: KeyAction; to: string | null }>([
  { from: 'ab|c', key: 'left', to: 'a|bc' },
  { from: '👩‍👩‍👧|', key: 'backspace', to: '|' },
  { from: 'e\u0301|x', key: 'left', to: '|e\u0301x' },
  { from: '|👍🏽x', key: 'delete', to: '|x' },
  { from: '|', key: 'backspace', to: '|' },
  { from: 'one two |', key: 'delete-word', to: 'one |' },
  { from: 'one two|', key: 'word-left', to: 'one |two' },
  { from: 'one| two', key: 'word-right', to: 'one two|' },
  { from: 'a\nbcd|e', key: 'line-start', to: 'a\n|bcde' },
  { from: 'a\nb|cd\ne', key: 'line-end', to: 'a\nbcd|\ne' },
  { from: 'a\nb|cd\ne', key: 'delete-to-end', to: 'a\nb|\ne' },
  { from: 'a\nbc|d', key: 'delete-to-start', to: 'a\n|d' },
  { from: 'abcd\nef|g', key: 'up', to: 'ab|cd\nefg' },
  { from: 'ab|cd\nefg', key: 'down', to: 'abcd\nef|g' },
  { from: 'abcd|\nef', key: 'down', to: 'abcd\nef|' },
  { from: 'one line|', key: 'up', to: null },
  { from: 'one line|', key: 'down', to: null },
  { from: 'a|b', key: 'new-line', to: 'a\n|b' },
])('$key: $from', ({ from, key, to }) => {
  expect(show(editText(at(from), key))).toBe(to)
})

test('a paste brings its tabs and lines, and no control', () => {
  expect(show(insertText(at('x|y'), 'a\tb\n\x1b]0;t\x07c'))).toBe('xa\tb\n]0;tc|y')
})

test('no more than can ever be sent is taken, and no character is cut', () => {
  const { length } = readComposer(insertText(at('x|'), '👍'.repeat(40_000)))
  expect(length).toBeLessThanOrEqual(65_536)
  expect(readComposer(insertText(at('x|'), '👍'.repeat(40_000))).isWellFormed()).toBe(true)
})

test('the cursor stands where one types, also behind wide letters and at the end of a row', () => {
  expect(layComposer(at('日本|語'), 5)).toEqual({ rows: ['日本', '語'], cursor: { row: 0, column: 4 } })
  expect(layComposer(at('abcd|'), 5)).toEqual({ rows: ['abcd'], cursor: { row: 0, column: 4 } })
  expect(layComposer(at('abcde|'), 5)).toEqual({ rows: ['abcd', 'e'], cursor: { row: 1, column: 1 } })
  expect(layComposer(at('a\n|b'), 5)).toEqual({ rows: ['a', 'b'], cursor: { row: 1, column: 0 } })
})
