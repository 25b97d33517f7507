import { MARKS_MAX } from '../../../../protocol/limits.ts'

// What a terminal must never be sent of what others wrote. Controls begin sequences that retitle the window, write to the
// clipboard, move the cursor or answer as if somebody had typed. What is to be ignored where it can't be shown draws nothing, and
// some of it lets a line read in another order. Joiners and selectors stay: emoji and scripts need them.
const CONTROLS = /(?!\n)\p{Cc}/gu
/** What draws nothing, or turns the direction of a line. */
export const UNSEEN = /(?![\u200c\u200d]|[\ufe00-\ufe0f])\p{DI}|[\ufff9-\ufffb]/gu
const BREAKS = /\r\n?|[\u0085\u2028\u2029]/g

/** Marks above those that a name may have on a letter: a tower would run over other lines. */
const TOWERS = new RegExp(`(\\p{M}{${MARKS_MAX}})\\p{M}+`, 'gu')

/** Columns of a tab, which in a terminal depends on where it stands. */
const TAB = '  '

/** Returns what others wrote as it can be sent to a terminal: lines of text, and nothing that the terminal obeys. */
export function toSafeText(text: string): string {
  return text
    .toWellFormed()
    .replace(BREAKS, '\n')
    .replaceAll('\t', TAB)
    .replace(CONTROLS, '')
    .replace(UNSEEN, '')
    .replace(TOWERS, '$1')
}

/** The same for what stands on one line, such as a name. */
export function toSafeLine(text: string): string {
  return toSafeText(text).replace(/\s+/g, ' ').trim()
}
