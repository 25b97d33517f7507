import { findEmphasis } from './emphasis.ts'
import { findLines } from './find-lines.ts'
import { type FormattedPiece, findWholes, formatPieces, type Stretch } from './formatted-piece.ts'
import { ELEMENTS, findPieces } from './rich-text.ts'

/**
 * Elements that one message may take on the page, addresses and code included; a marker is one, too, though it is not laid
 * out. Forty items with a bold word each are two hundred.
 */
export const FORMATTED_MAX = 300

/**
 * Finds emphasis, lists and quotes in what a person wrote, beside addresses and code. Nothing is lost, and the time it takes
 * grows with the length alone. In code and addresses there is none. A text with more of all of them than a page should draw
 * has addresses and code alone, and one with too many of these is plain.
 */
export function formatText(text: string): FormattedPiece[] {
  const pieces = findPieces(text)
  if (pieces === null) return [{ is: 'text', text }]
  const wholes = findWholes(pieces)
  let left = FORMATTED_MAX
  for (const { is } of pieces) left -= ELEMENTS[is]
  const stretches = [...findLines(text, wholes, left), ...findEmphasis(text, wholes, left)]
  for (const stretch of stretches) left -= elementsOf(stretch)
  return left < 0 ? pieces : formatPieces(pieces, stretches)
}

/** Elements of a stretch and its markers. A line in a quote is none itself. */
function elementsOf({ is, opening, closing }: Stretch): number {
  return (is === 'line' ? 0 : 1) + (opening > 0 ? 1 : 0) + (closing > 0 ? 1 : 0)
}
