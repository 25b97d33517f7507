/** A piece of a message. All `text` together is the message, letter for letter. */
export type Piece =
  | { is: 'text'; text: string }
  | { is: 'url'; text: string; href: string }
  /** `before` and `after` are what marks it as code: with the code between them they are the text. */
  | { is: 'code' | 'block'; text: string; before: string; code: string; after: string }

/** Elements that a piece takes on the page, with all that stands around it there. */
export const ELEMENTS = { text: 0, url: 1, code: 3, block: 10 } as const

/**
 * Elements that the pieces of one message may take. A hundred messages, which is what one person can say at once, are
 * then 16,000 elements on everybody's page: laid out within a frame or two. Nobody who writes for others comes near.
 */
const ELEMENTS_MAX = 150

/** Places of one message that are looked at, whether they are an address, code or neither: an address that is none costs as much to refuse. */
const LOOKS_MAX = 400

const START = /`+|https?:\/\//gi
const CODE = /[^`\n]+/y
/** The line a block begins with may name its language; the name is not part of the code. */
const BLOCK = /^((?:[\w+#.-]{0,20}\n)?)([\s\S]*?)(\n?)$/
// Not white space, quotes or brackets that never stand in an address; not what could turn or hide a part of it, nor
// the punctuation that Chinese and Japanese sentences go on with.
const ADDRESS =
  /[^\s<>"`{}|\\^\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u3001-\u301f\uff01-\uff0f\uff1a\uff1b\uff1f\uff3b-\uff3d\uff5b-\uff65]+/uy
/** What ends a sentence rather than the address in it. */
const TRAILING = new Set('.,:;!?\'"*_~…’”»')
const OPENING: Record<string, string> = { ')': '(', ']': '[' }
const WORD = /[\p{L}\p{N}]/u

/**
 * Finds web addresses (http and https only), code and blocks of code in what a person wrote. Nothing is lost, and the time it
 * takes grows with the length alone, whatever is in it. A text with more of them than a page should draw is one piece of
 * text, letter for letter.
 */
export function richText(text: string): Piece[] {
  return findPieces(text) ?? [{ is: 'text', text }]
}

/** The same; null for a text with more of them than a page should draw. */
export function findPieces(text: string): Piece[] | null {
  const pieces: Piece[] = []
  let from = 0
  // Once no closing fence was found there is none further on either.
  let fences = true
  let elements = 0
  let looks = 0

  START.lastIndex = 0
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const { index } = start
    const piece = start[0][0] === '`' ? codeAt(start[0].length, index) : linkAt(index)
    elements += piece ? ELEMENTS[piece.is] : 0
    looks += 1
    if (elements > ELEMENTS_MAX || looks > LOOKS_MAX) return null
    if (piece === null) continue
    if (index > from) pieces.push({ is: 'text', text: text.slice(from, index) })
    pieces.push(piece)
    from = index + piece.text.length
    START.lastIndex = from
  }
  if (from < text.length) pieces.push({ is: 'text', text: text.slice(from) })
  return pieces

  function codeAt(ticks: number, index: number): Piece | null {
    if (ticks === 1) {
      CODE.lastIndex = index + 1
      const code = CODE.exec(text)?.[0]
      const end = CODE.lastIndex
      const closed = code !== undefined && text[end] === '`' && text[end + 1] !== '`'
      if (!closed) return null
      return { is: 'code', text: text.slice(index, end + 1), before: '`', code, after: '`' }
    }
    const end = ticks === 3 && fences ? text.indexOf('```', index + 3) : -1
    if (end < 0) {
      fences &&= ticks !== 3
      return null
    }
    const inside = text.slice(index + 3, end)
    if (inside.trim() === '') return null
    // A block stands on lines of its own: the break after it belongs to it.
    const after = text[end + 3] === '\n' ? end + 4 : end + 3
    const [, name = '', code = inside, last = ''] = BLOCK.exec(inside) ?? []
    const close = last + text.slice(end, after)
    return { is: 'block', text: text.slice(index, after), before: `\`\`\`${name}`, code, after: close }
  }

  function linkAt(index: number): Piece | null {
    if (WORD.test(text[index - 1] ?? '')) return null
    ADDRESS.lastIndex = index
    const address = withoutTrailing(ADDRESS.exec(text)?.[0] ?? '')
    // Where it is no address, what it holds is none either; looking again would make the time grow with the square.
    START.lastIndex = Math.max(START.lastIndex, ADDRESS.lastIndex)
    if (!URL.canParse(address)) return null
    const url = new URL(address)
    // A name before the host is how one address is made to look like another.
    if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null
    return { is: 'url', text: address, href: url.href }
  }
}

/**
 * The pieces up to a place in the text; one that goes on beyond it ends there.
 * @param end UTF-16 units from the beginning
 */
export function cutPieces(pieces: readonly Piece[], end: number): Piece[] {
  const shown: Piece[] = []
  let left = end
  for (const piece of pieces) {
    if (left <= 0) break
    shown.push(piece.text.length <= left ? piece : cutPiece(piece, left))
    left -= piece.text.length
  }
  return shown
}

function cutPiece(piece: Piece, length: number): Piece {
  const text = piece.text.slice(0, length)
  if (!('code' in piece)) return { ...piece, text }
  const before = piece.before.slice(0, length)
  const code = piece.code.slice(0, length - before.length)
  return { ...piece, text, before, code, after: text.slice(before.length + code.length) }
}

/** Leaves out punctuation at the end, and brackets there that were opened before the address. */
function withoutTrailing(address: string): string {
  const open: Record<string, number> = {}
  for (const letter of address) open[letter] = (open[letter] ?? 0) + 1
  let end = address.length
  for (; end > 0; end--) {
    const last = address[end - 1] ?? ''
    const opening = OPENING[last]
    if (opening) {
      if ((open[last] ?? 0) <= (open[opening] ?? 0)) break
      open[last] = (open[last] ?? 0) - 1
    } else if (!TRAILING.has(last)) break
  }
  return address.slice(0, end)
}
