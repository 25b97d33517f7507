import { foldLetters, foldWithPlaces } from './fold-letters.ts'

/** Where something was found in a text, in UTF-16 units. */
export interface Hit {
  from: number
  to: number
}

/** A part of a text, and whether it is what was looked for. */
export interface Excerpt {
  text: string
  isHit: boolean
}

/** Letters of a message that are shown before what was found, and in all. */
const BEFORE = 40
const LENGTH = 240

const ELLIPSIS = '…'

/** Returns what is looked for: empty where there is nothing to look for. */
export function foldQuery(query: string): string {
  return foldLetters(query).trim()
}

/** Returns where something is in a text, one after the other. @param query folded by `foldQuery` */
export function findHits(text: string, query: string): Hit[] {
  if (query === '') return []
  const folded = foldWithPlaces(text)
  const placeOf = (at: number) => folded.places[at] ?? text.length
  const hits: Hit[] = []
  for (let at = folded.text.indexOf(query); at >= 0; at = folded.text.indexOf(query, at + query.length)) {
    const from = placeOf(at)
    const last = placeOf(at + query.length - 1)
    // All of the last letter, also where only a part of it was looked for, with the marks upon it.
    let end = at + query.length
    while (end < folded.text.length && placeOf(end) === last) end += 1
    hits.push({ from, to: placeOf(end) })
  }
  return hits
}

/** Returns the part of a text around the first hit, in pieces. */
export function cutExcerpts(text: string, hits: readonly Hit[]): Excerpt[] {
  const first = hits[0]?.from ?? 0
  const begin = first > BEFORE ? wordBegin(text, first - BEFORE, first) : 0
  const end = wholeLetters(text, Math.min(text.length, Math.max(begin + LENGTH, hits[0]?.to ?? 0)))
  const excerpts: Excerpt[] = []
  const add = (text: string, isHit: boolean) => text !== '' && excerpts.push({ text, isHit })
  add(begin > 0 ? ELLIPSIS : '', false)
  let at = begin
  for (const { from, to } of hits) {
    if (to > end) break
    add(text.slice(at, from), false)
    add(text.slice(from, to), true)
    at = to
  }
  add(text.slice(at, end), false)
  add(end < text.length ? ELLIPSIS : '', false)
  return excerpts
}

/** Where the first word begins within a stretch; where none does, its first whole letter. */
function wordBegin(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s\S/)
  return space < 0 ? wholeLetters(text, from) : from + space + 1
}

/** The same place, or one before it where half of a letter would be left. */
function wholeLetters(text: string, at: number): number {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at
}
