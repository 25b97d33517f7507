import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

const segmenter = new Intl.Segmenter()

/** Returns how many columns a text takes in a terminal: two for what is wide, none for marks. */
export function widthOf(text: string): number {
  return stringWidth(text)
}

/** Breaks a text into rows, between words where that can be. @param text as it may be sent to a terminal */
export function wrapText(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapAnsi(line, columns, { hard: true, trim: false }).split('\n'))
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
