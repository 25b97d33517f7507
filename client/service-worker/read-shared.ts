import { SHARE_FIELDS, type SharedMessage } from './shared-message.ts'

/**
 * Reads what a system shared. What it calls title, text and address overlaps: Android puts a page's address into the text, others
 * put its title there. So nothing is written that the rest says already.
 */
export function readShared(form: FormData): SharedMessage {
  const said = [SHARE_FIELDS.title, SHARE_FIELDS.text, SHARE_FIELDS.url]
    .map((name) => form.get(name))
    .map((value) => (typeof value === 'string' ? value.trim() : ''))
    .filter(Boolean)
  const lines = said.filter((line, at) => !said.some((other, place) => isSaidBy(other, line, place < at)))
  const pictures = form
    .getAll(SHARE_FIELDS.pictures)
    .filter((value) => value instanceof File)
    .filter(({ size }) => size > 0)
  return { text: lines.join('\n'), pictures }
}

/** Of two that are the same, the first is kept. */
function isSaidBy(other: string, line: string, isBefore: boolean): boolean {
  return other === line ? isBefore : other.includes(line)
}
