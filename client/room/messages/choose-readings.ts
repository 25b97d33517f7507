import { readingTexts } from '#i18n/reading.ts'
import { isBlank } from '../../../protocol/blank-text.ts'
import { sayQuote } from '../actions/say-quote.ts'
import type { Verbosity } from '../device/device-preferences.ts'
import { searchedText } from '../find/searched-text.ts'
import type { RoomMessage } from '../room-state.ts'
import { formatText } from './format-text.ts'
import type { FormattedPiece } from './formatted-piece.ts'

/** Messages that are read out one by one where they come together. More, such as after a broken line, would take minutes. */
export const READ_SINGLY_MAX = 4

/** Characters of one message that are read out: a minute. The rest is read where it stands. */
export const READ_MAX = 1_000

/** What stands on a line of its own. */
const BREAKS: ReadonlySet<string> = new Set(['item', 'line', 'quote'])

/** Who hears it, and what they want to hear. */
interface Hearer {
  /** Their own participant id: they know what they said. */
  ownId: string | undefined
  /** Ids of those whose words are folded. */
  ignored: readonly string[]
  verbosity: Verbosity
  /** Returns what the sender of a message is called. */
  nameSender: (message: RoomMessage) => string
}

/**
 * Returns what is read out of messages that came together: who said what, and nothing of what they said themselves.
 * @param messages in the order of the room
 */
export function chooseReadings(messages: readonly RoomMessage[], hearer: Hearer): string[] {
  if (hearer.verbosity === 'none') return []
  const others = messages.filter(
    ({ participantId, deletedAt, edit }) =>
      participantId !== hearer.ownId &&
      deletedAt === undefined &&
      edit === undefined &&
      !hearer.ignored.includes(participantId),
  )
  if (others.length > READ_SINGLY_MAX) return [readingTexts.many(others.length)]
  return others.map((message) => readingTexts.said(hearer.nameSender(message), sayMessage(message)))
}

/** Returns what a message says, without the marks of its formatting. */
function sayMessage(message: RoomMessage): string {
  const isOdd = message.burn !== undefined || message.opened === 'unreadable'
  const text = isOdd ? '' : searchedText(message)
  if (isBlank(text)) return sayQuote(message, [])
  const words = findWords(text).replace(/\s+/gu, ' ').trim()
  return words.length > READ_MAX ? `${words.slice(0, READ_MAX).toWellFormed()}…` : words
}

/** Returns a text without the marks of its formatting. One that can't be formatted here is plain on the page, too. */
function findWords(text: string): string {
  try {
    return formatText(text).map(sayPiece).join('')
  } catch {
    return text
  }
}

function sayPiece(piece: FormattedPiece): string {
  // The break of a line is a mark of its own in lists and quotes.
  if ('parts' in piece) return `${piece.parts.map(sayPiece).join('')}${BREAKS.has(piece.is) ? '\n' : ''}`
  if (piece.is === 'marker') return ''
  return piece.is === 'code' || piece.is === 'block' ? piece.code : piece.text
}
