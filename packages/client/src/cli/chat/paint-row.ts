import type { Row, RowKind } from './lay-entry.ts'

/** Select Graphic Rendition: the sixteen colours of the terminal's own theme, so that they can be read on any ground. */
const STYLES: Partial<Record<RowKind, number>> = {
  title: 7,
  rule: 2,
  pending: 2,
  notice: 2,
  unread: 33,
  note: 33,
}

const BOLD = 1
const DIM = 2

/** Colours of names: those that can be told from text, from what is dim, and from the unread mark. */
const NAME_COLOURS = [31, 32, 34, 35, 36] as const

/** Returns a row as it is sent to the terminal. @param hasColour false for text alone */
export function paintRow(row: Row, hasColour: boolean): string {
  if (!hasColour) return row.text
  if (row.name) return paintSender(row.text, row.name)
  const style = STYLES[row.kind]
  return style === undefined ? row.text : paint(row.text, style)
}

function paintSender(text: string, { participantId, isMine, from, to }: NonNullable<Row['name']>): string {
  const name = text.slice(from, to)
  const painted = isMine ? paint(name, BOLD) : paint(paint(name, chooseColour(participantId)), BOLD)
  return paint(text.slice(0, from), DIM) + painted + paint(text.slice(to), DIM)
}

function paint(text: string, style: number): string {
  return text === '' ? '' : `\x1b[${style}m${text}\x1b[0m`
}

/** The same for one participant everywhere: it helps the eye and proves nothing. */
function chooseColour(participantId: string): number {
  let hash = 0
  for (const sign of participantId) hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) >>> 0
  return NAME_COLOURS[hash % NAME_COLOURS.length] ?? NAME_COLOURS[0]
}
