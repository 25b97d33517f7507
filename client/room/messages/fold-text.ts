/** Lines of a message that are shown before somebody asks for the rest: a screen and a half (`.message-long` in messages.css). */
export const FOLD_LINES = 40

/** Letters (UTF-16 units) that no forty lines of prose hold on the widest page: what comes after them is not even laid out. */
const FOLD_LENGTH = 4_096

/** Letters above which a message may be high: it is measured, and laid out once it comes near the screen. */
const LONG_LENGTH = 600
/** Lines above which it may be, however short they are. */
const LONG_LINES = 8

/** Letters of a line of prose on a wide page. */
const LINE = 80

/** Whatever begins a line where white space is kept (CSS Text: LF, and the other mandatory breaks of UAX 14). */
const BREAK = /[\n\r\v\f\x85\u2028\u2029]/g

/** How a message is folded. */
export interface Fold {
  /** Where the part that is shown ends, in UTF-16 units; null where all of it may fit. */
  end: number | null
  /** Lines that the part is guessed to take: its place is kept so high until it is laid out. */
  lines: number
}

/**
 * Returns how a text is folded, in a time that the length of what is shown decides.
 * @returns null for a short one, of which all is shown and nothing has to be measured
 */
export function foldText(text: string): Fold | null {
  const limit = Math.min(text.length, FOLD_LENGTH)
  let lines = 1
  BREAK.lastIndex = 0
  for (let found = BREAK.exec(text); found && found.index < limit; found = BREAK.exec(text)) {
    if (lines === FOLD_LINES) return { end: found.index, lines }
    lines += 1
  }
  if (text.length <= LONG_LENGTH && lines <= LONG_LINES) return null
  const guess = Math.min(FOLD_LINES, lines + Math.floor(limit / LINE))
  return { end: text.length > FOLD_LENGTH ? wholeEnd(text) : null, lines: guess }
}

/** Where the longest part ends: one letter earlier where the next one is half of a character. */
function wholeEnd(text: string): number {
  return text.slice(0, FOLD_LENGTH).isWellFormed() ? FOLD_LENGTH : FOLD_LENGTH - 1
}
