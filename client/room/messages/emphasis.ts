import type { Format, Stretch, Whole } from './formatted-piece.ts'

/** What a run of markers stands for. Other runs are text: `__init__` is a name of Python's before it is anything else. */
const FORMAT: Record<string, Format> = { '*': 'em', _: 'em', '**': 'strong', '***': 'strong', '~~': 's' }

const RUN = /\*+|_+|~+/g
const SPACE = /\s/
/** A letter, and what belongs to it; but none of a script without spaces, in which nothing else could stand beside a marker. */
const LETTER =
  /(?![\ufe0e\ufe0f\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}\p{M}]/u
/** Signs of paths, sums, and faces made of signs: beside one of these a single `*` or `_` is one more of them. */
const SIGN = /[/\\^<>=+\-#$%&@|]/
/** What a word, a number, a bracket, a quotation, code or a picture begins with. */
const BEGINNING = /[\p{L}\p{N}\p{M}\p{Ps}\p{Pi}\p{Sc}\p{So}"'`@#¿¡…+-]/u
const MARKERS = /[*_~]*/y
/** What emphasis is for. */
const CONTENT = /[\p{L}\p{N}\p{Sc}\p{So}]/gu

interface Opening {
  from: number
  /** Where the next letter is that can be emphasised. */
  content: number
}

/**
 * Finds what is emphasised in a text: `*a*` or `_a_`, `**a**`, `***a***`, `~~a~~`, each within a line. Markers stand outside of
 * words, and directly at what they emphasise. Each kind can hold others and not itself, so that nothing is deeper than there
 * are kinds, and the time grows with the length alone. A run without its other half is text.
 * @param wholes addresses and code: there are no markers in these
 * @param most how many are looked for: with more, the list that is returned has more, and not all
 */
export function findEmphasis(text: string, wholes: readonly Whole[], most: number): Stretch[] {
  const found: Stretch[] = []
  const open = new Map<string, Opening>()
  let whole = 0
  let lineEnd = -1
  let content = -1
  let markersEnd = -1

  RUN.lastIndex = 0
  for (let match = RUN.exec(text); match && found.length <= most; match = RUN.exec(text)) {
    const { index: from } = match
    for (; (wholes[whole]?.to ?? text.length) <= from; whole += 1)
      if (wholes[whole]?.is === 'block') open.clear()
    const around = wholes[whole]
    if (around && around.from <= from) RUN.lastIndex = around.to
    else meetRun(match[0], from)
  }
  return found

  function meetRun(run: string, from: number) {
    if (from > lineEnd) {
      open.clear()
      lineEnd = text.indexOf('\n', from)
      if (lineEnd < 0) lineEnd = text.length
    }
    const is = FORMAT[run]
    if (is === undefined) return
    const to = from + run.length
    const isSingle = run.length === 1
    const before = letterBefore(text, from)
    const after = letterAt(text, to)
    const opening = open.get(run)
    if (opening && opening.content < from && !SPACE.test(before) && isOutside(after, isSingle)) {
      // Those in between have no other half.
      for (const [other, { from }] of open) if (from >= opening.from) open.delete(other)
      addStretch(is, run, opening.from, to)
    }
    // What is open already has no other half either: what is nearer to the next run is meant.
    else if (isOutside(before, isSingle) && BEGINNING.test(letterAt(text, afterMarkers(to))))
      open.set(run, { from, content: nextContent(to) })
  }

  function addStretch(is: Format, run: string, from: number, to: number) {
    const length = Math.min(run.length, 2)
    found.push({ is, from, to, opening: length, closing: length })
    if (run === '***') found.push({ is: 'em', from: from + 2, to: to - 2, opening: 1, closing: 1 })
  }

  /** Where the markers end that stand beside each other at a place. */
  function afterMarkers(from: number): number {
    if (markersEnd >= from) return markersEnd
    MARKERS.lastIndex = from
    MARKERS.exec(text)
    markersEnd = MARKERS.lastIndex
    return markersEnd
  }

  function nextContent(from: number): number {
    if (content >= from) return content
    CONTENT.lastIndex = from
    content = CONTENT.exec(text)?.index ?? text.length
    return content
  }
}

/** Whether emphasis may begin after a letter, or end before it. */
function isOutside(letter: string, isSingle: boolean): boolean {
  return !LETTER.test(letter) && !(isSingle && SIGN.test(letter))
}

/** The letter at a place; empty at the end. */
function letterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : ''
}

/** The letter before a place; empty at the beginning. */
function letterBefore(text: string, at: number): string {
  const pair = letterAt(text, Math.max(0, at - 2))
  return pair.length === 2 && at >= 2 ? pair : text.slice(Math.max(0, at - 1), at)
}
