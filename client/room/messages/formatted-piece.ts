import { cutPieces, type Piece } from './rich-text.ts'

/** What formatting makes of a part of a message: emphasis, a quote and the lines in it, a list and its items. */
export type Format = 'em' | 'strong' | 's' | 'quote' | 'line' | 'bullets' | 'numbers' | 'item'

/** A piece of a message that may hold others. All `text` together is the message, letter for letter. */
export type FormattedPiece =
  | Piece
  /** What says how the text beside it looks, and is not drawn. */
  | { is: 'marker'; text: string }
  | {
      is: Format
      text: string
      parts: readonly FormattedPiece[]
      /** Of an item in a list with numbers, as it was written. */
      number?: number | undefined
    }

/** Where a text is formatted, in UTF-16 units. Two of them are apart from each other, or one is in the other. */
export interface Stretch {
  is: Format
  from: number
  to: number
  /** Length of the marker at its beginning. */
  opening: number
  /** Length of the marker at its end, which may be the break of its line. */
  closing: number
  number?: number | undefined
}

/** Where an address or code is: nothing is formatted in it. */
export interface Whole {
  is: Piece['is']
  from: number
  to: number
}

/** Returns where the addresses and code are, in the order of the text. */
export function findWholes(pieces: readonly Piece[]): Whole[] {
  const wholes: Whole[] = []
  let from = 0
  for (const { is, text } of pieces) {
    const to = from + text.length
    if (is !== 'text') wholes.push({ is, from, to })
    from = to
  }
  return wholes
}

/**
 * Returns the pieces of a text with its stretches.
 * @param pieces addresses, code, and the text between them
 */
export function formatPieces(pieces: readonly Piece[], stretches: readonly Stretch[]): FormattedPiece[] {
  const text = pieces.map((piece) => piece.text).join('')
  // What holds another comes before it.
  const sorted = stretches.toSorted((one, other) => one.from - other.from || other.to - one.to)
  let next = 0
  let piece = 0
  let pieceEnd = pieces[0]?.text.length ?? 0
  return fill(0, text.length)

  function fill(from: number, to: number): FormattedPiece[] {
    const parts: FormattedPiece[] = []
    for (let at = from; at < to; ) {
      const stretch = sorted[next]
      if (stretch?.from === at) {
        next += 1
        parts.push(wrap(stretch))
        at = stretch.to
      } else at = addPiece(parts, at, Math.min(to, stretch?.from ?? to))
    }
    return parts
  }

  function wrap({ is, from, to, opening, closing, number }: Stretch): FormattedPiece {
    const marker = (from: number, length: number): FormattedPiece[] =>
      length > 0 ? [{ is: 'marker', text: text.slice(from, from + length) }] : []
    const parts = [
      ...marker(from, opening),
      ...fill(from + opening, to - closing),
      ...marker(to - closing, closing),
    ]
    return { is, text: text.slice(from, to), number, parts }
  }

  /** Adds what stands from a place on, up to the end of its piece at most. Returns where that is. */
  function addPiece(parts: FormattedPiece[], from: number, to: number): number {
    while (pieceEnd <= from) {
      piece += 1
      pieceEnd += pieces[piece]?.text.length ?? Number.POSITIVE_INFINITY
    }
    const whole = pieces[piece]
    if (whole && whole.is !== 'text') {
      parts.push(whole)
      return pieceEnd
    }
    const end = Math.min(to, pieceEnd)
    parts.push({ is: 'text', text: text.slice(from, end) })
    return end
  }
}

/**
 * Returns the pieces up to a place in the text; what goes on beyond it ends there.
 * @param end UTF-16 units from the beginning
 */
export function cutFormatted(pieces: readonly FormattedPiece[], end: number): FormattedPiece[] {
  const shown: FormattedPiece[] = []
  let left = end
  for (const piece of pieces) {
    if (left <= 0) break
    shown.push(...(piece.text.length <= left ? [piece] : cutOne(piece, left)))
    left -= piece.text.length
  }
  return shown
}

function cutOne(piece: FormattedPiece, length: number): FormattedPiece[] {
  const text = piece.text.slice(0, length)
  if ('parts' in piece) return [{ ...piece, text, parts: cutFormatted(piece.parts, length) }]
  return piece.is === 'marker' ? [{ ...piece, text }] : cutPieces([piece], length)
}
