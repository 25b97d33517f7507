import { toSafeText } from '../safe-text.ts'
import type { KeyAction } from './keys.ts'
import { widthOf } from './text-width.ts'

/** What is being typed, on both sides of the cursor. */
export interface Composer {
  before: string
  after: string
}

/** Nothing was typed yet. */
export const EMPTY_COMPOSER: Composer = { before: '', after: '' }

/** Characters that one may type or paste: four times what a message may have in bytes, so that it can be cut down here. */
const TYPED_MAX = 65_536

// What a terminal or a message has no use for. Line breaks and tabs stay: a pasted table keeps its columns.
const CONTROLS = /(?![\n\t])\p{Cc}/gu

const segmenter = new Intl.Segmenter()

/** Returns the text as it would be sent. */
export function readComposer({ before, after }: Composer): string {
  return before + after
}

/** Types or pastes text at the cursor. */
export function insertText(composer: Composer, text: string): Composer {
  const room = TYPED_MAX - readComposer(composer).length
  const clean = text.replace(CONTROLS, '').toWellFormed()
  return { ...composer, before: composer.before + clean.slice(0, Math.max(0, room)).toWellFormed() }
}

/**
 * Does what a key does to the text.
 * @returns null where the key does nothing here: at its first line Up is for what stands above
 */
export function editText(composer: Composer, action: KeyAction): Composer | null {
  const { before, after } = composer
  switch (action) {
    case 'new-line':
      return insertText(composer, '\n')
    case 'backspace':
      return { before: dropLast(before), after }
    case 'delete':
      return { before, after: after.slice(firstOf(after).length) }
    case 'left':
      return move(composer, -lastOf(before).length)
    case 'right':
      return move(composer, firstOf(after).length)
    case 'word-left':
      return move(composer, -lastWordOf(before).length)
    case 'word-right':
      return move(composer, (/^\s*\S*/u.exec(after)?.[0] ?? '').length)
    case 'line-start':
      return move(composer, -lastLineOf(before).length)
    case 'line-end':
      return move(composer, firstLineOf(after).length)
    case 'delete-word':
      return { before: before.slice(0, before.length - lastWordOf(before).length), after }
    case 'delete-to-start':
      return { before: before.slice(0, before.length - lastLineOf(before).length), after }
    case 'delete-to-end':
      return { before, after: after.slice(firstLineOf(after).length) }
    case 'up':
      return moveToLineAbove(composer)
    case 'down':
      return moveToLineBelow(composer)
    default:
      return null
  }
}

/** A row of the composer as it is shown. */
interface ComposerRows {
  rows: string[]
  /** Where the cursor stands: index of its row, and columns before it. */
  cursor: { row: number; column: number }
}

/** Lays the text out in rows. Words are broken where a row ends, so that the cursor stands where one types. @param columns at least 2 */
export function layComposer({ before, after }: Composer, columns: number): ComposerRows {
  const rows = ['']
  let column = 0
  const put = (text: string) => {
    for (const { segment } of segmenter.segment(text)) {
      // A break of any kind is shown as one.
      const shown = toSafeText(segment)
      if (shown === '\n') {
        rows.push('')
        column = 0
        continue
      }
      const width = widthOf(shown)
      // The cursor needs a column behind the text, too.
      if (column + width >= columns) {
        rows.push('')
        column = 0
      }
      rows[rows.length - 1] += shown
      column += width
    }
  }
  put(before)
  const cursor = { row: rows.length - 1, column }
  put(after)
  return { rows, cursor }
}

function move({ before, after }: Composer, by: number): Composer {
  const text = before + after
  const at = before.length + by
  return { before: text.slice(0, at), after: text.slice(at) }
}

function moveToLineAbove(composer: Composer): Composer | null {
  const line = lastLineOf(composer.before)
  if (line.length === composer.before.length) return null
  const above = lastLineOf(composer.before.slice(0, -line.length - 1))
  const kept = takeGraphemes(above, countGraphemes(line))
  return move(composer, kept.length - above.length - 1 - line.length)
}

function moveToLineBelow(composer: Composer): Composer | null {
  const rest = firstLineOf(composer.after)
  if (rest.length === composer.after.length) return null
  const below = firstLineOf(composer.after.slice(rest.length + 1))
  const column = countGraphemes(lastLineOf(composer.before))
  return move(composer, rest.length + 1 + takeGraphemes(below, column).length)
}

function firstOf(text: string): string {
  for (const { segment } of segmenter.segment(text)) return segment
  return ''
}

/** Characters that are looked at for the last grapheme: no emoji has more, and a paste of a megabyte is not read for one key. */
const LOOK_BACK = 64

function lastOf(text: string): string {
  let last = ''
  for (const { segment } of segmenter.segment(text.slice(-LOOK_BACK))) last = segment
  return last
}

function dropLast(text: string): string {
  return text.slice(0, text.length - lastOf(text).length)
}

function lastWordOf(text: string): string {
  return /\S*\s*$/u.exec(text)?.[0] ?? ''
}

function lastLineOf(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1)
}

function firstLineOf(text: string): string {
  const end = text.indexOf('\n')
  return end === -1 ? text : text.slice(0, end)
}

function countGraphemes(text: string): number {
  return [...segmenter.segment(text)].length
}

function takeGraphemes(text: string, count: number): string {
  return [...segmenter.segment(text)]
    .slice(0, count)
    .map(({ segment }) => segment)
    .join('')
}
