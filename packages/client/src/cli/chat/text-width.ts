import stringWidth from 'string-width'

const segmenter = new Intl.Segmenter()

/** Returns how many columns a text takes in a terminal: two for what is wide, none for marks. */
export function widthOf(text: string): number {
  return stringWidth(text)
}

/**
 * Breaks a text into rows, between words where that can be. Each character counts as it does in `widthOf`: a library that
 * measures by another version of Unicode makes rows that are too wide.
 * @param text as it may be sent to a terminal
 */
export function wrapText(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => (widthOf(line) <= columns ? [line] : wrapLine(line, columns)))
}

function wrapLine(line: string, columns: number): string[] {
  const rows: string[] = []
  let row = ''
  let width = 0
  // Where the row can be broken: behind its last blank.
  let word = { from: 0, width: 0 }
  for (const { segment } of segmenter.segment(line)) {
    const cells = widthOf(segment)
    // A blank that does not fit is the end of its row.
    if (segment === ' ' && width + cells > columns) {
      rows.push(row)
      ;[row, width, word] = ['', 0, { from: 0, width: 0 }]
      continue
    }
    if (width + cells > columns && row !== '') {
      const isWordShort = word.from > 0 && row.slice(0, word.from).trim() !== ''
      const cut = isWordShort ? word : { from: row.length, width }
      rows.push(row.slice(0, cut.from).trimEnd())
      row = row.slice(cut.from)
      width -= cut.width
      word = { from: 0, width: 0 }
    }
    row += segment
    width += cells
    if (segment === ' ') word = { from: row.length, width }
  }
  return [...rows, row]
}

/** Cuts a line to a number of columns, with `…` where something is left out. */
export function fitLine(line: string, columns: number): string {
  if (widthOf(line) <= columns) return line
  let fitted = ''
  let width = 0
  for (const { segment } of segmenter.segment(line)) {
    width += widthOf(segment)
    if (width > columns - 1) break
    fitted += segment
  }
  return columns > 0 ? `${fitted}…` : ''
}

/** Fills a line with blanks up to a number of columns. */
export function padLine(line: string, columns: number): string {
  return line + ' '.repeat(Math.max(0, columns - widthOf(line)))
}
