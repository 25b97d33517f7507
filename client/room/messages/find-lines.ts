import type { Stretch, Whole } from './formatted-piece.ts'

/** What a line begins with that is quoted, or an item of a list. */
const MARKER = /^(?:> ?|[-*] |(0|[1-9]\d{0,8})\. )/gm

/** A list of one is a dash, or a number with a full stop: a turn in a French dialogue, a day in German. */
const LIST_MIN = 2

/**
 * Finds quotes (`> `) and lists (`- `, `* `, `1. `) in a text: lines beside each other that begin alike. Neither holds another: what
 * looks like that is text. The time grows with the length alone.
 * @param wholes addresses and code; a line with a block of code in it is no other block
 * @param most how many are looked for: with more, the list that is returned has more, and not all
 */
export function findLines(text: string, wholes: readonly Whole[], most: number): Stretch[] {
  const found: Stretch[] = []
  const blocks = wholes.filter(({ is }) => is === 'block')
  let block = 0
  let group: Stretch[] = []

  function flush() {
    const [first] = group
    const last = group.at(-1)
    const isList = first?.is === 'item'
    if (first && last && group.length >= (isList ? LIST_MIN : 1)) {
      // Each is on a line of its own anyway: the break at its end would be one too many where it is copied.
      for (const line of isList ? group : [last]) line.closing = text[line.to - 1] === '\n' ? 1 : 0
      const is = isList ? (first.number === undefined ? 'bullets' : 'numbers') : 'quote'
      found.push({ is, from: first.from, to: last.to, opening: 0, closing: 0 }, ...group)
    }
    group = []
  }

  MARKER.lastIndex = 0
  for (
    let match = MARKER.exec(text);
    match && found.length + group.length <= most;
    match = MARKER.exec(text)
  ) {
    const { index: from } = match
    while ((blocks[block]?.to ?? text.length) <= from) block += 1
    const to = text.indexOf('\n', from) + 1 || text.length
    const line = readLine(match, to)
    // Other signs than this one end a line too, as expressions see it, and none that is drawn.
    const isBegin = from === 0 || text[from - 1] === '\n'
    if (line === null || !isBegin || (blocks[block]?.from ?? to) < to) continue
    const before = group.at(-1)
    if (before && !isBeside(before, line)) flush()
    if (!line.isBlank || group.length > 0) group.push(line.stretch)
  }
  flush()
  return found

  function readLine([marker, digits]: RegExpExecArray, to: number) {
    const from = MARKER.lastIndex - marker.length
    const rest = text.slice(MARKER.lastIndex, to)
    const isQuote = marker.startsWith('>')
    // An empty line within what is quoted.
    const isBlank = isQuote && (rest === '' || rest === '\n')
    if (!isBlank && (marker === '>' || !/^\S/.test(rest))) return null
    const stretch: Stretch = {
      is: isQuote ? 'line' : 'item',
      from,
      to,
      opening: marker.length,
      closing: 0,
      number: digits === undefined ? undefined : Number(digits),
    }
    return { stretch, isBlank }
  }

  function isBeside(before: Stretch, { stretch }: { stretch: Stretch }) {
    const isNumbered = (one: Stretch) => one.number !== undefined
    return (
      before.to === stretch.from && before.is === stretch.is && isNumbered(before) === isNumbered(stretch)
    )
  }
}
