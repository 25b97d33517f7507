import type { FormattedPiece } from '../../client/room/messages/formatted-piece.ts'

/** Writes pieces of a message as the elements that the page makes of them, without markers: `<em>a</em> b`. */
export function outlinePieces(pieces: readonly FormattedPiece[]): string {
  return pieces.map(outlineOne).join('')
}

function outlineOne(piece: FormattedPiece): string {
  if (piece.is === 'marker') return ''
  if (piece.is === 'text') return piece.text
  if (piece.is === 'line') return outlinePieces(piece.parts)
  if ('code' in piece) return `<${piece.is}>${piece.code}</${piece.is}>`
  if (piece.is === 'url') return `<a>${piece.text}</a>`
  const number = piece.number === undefined ? '' : ` ${piece.number}`
  return `<${piece.is}${number}>${outlinePieces(piece.parts)}</${piece.is}>`
}
