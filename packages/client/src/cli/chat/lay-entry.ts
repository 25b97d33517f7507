import { toSafeLine, toSafeText } from '../safe-text.ts'
import type { ChatEntry, ChatMessage } from './chat-state.ts'
import { fitLine, wrapText } from './text-width.ts'

/** What a row of the screen is, which decides how it is coloured. */
export type RowKind =
  | 'title'
  | 'rule'
  | 'sender'
  | 'text'
  | 'pending'
  | 'notice'
  | 'unread'
  | 'note'
  | 'input'
  | 'empty'

/** A row of the screen. */
export interface Row {
  kind: RowKind
  text: string
  /** Of a sender's row: whose it is, and where their name begins and ends, in UTF-16 units. */
  name?: { participantId: string; isMine: boolean; from: number; to: number }
}

/** Columns before a text. Nothing that somebody says can stand where the name of another would. */
const INDENT = '  '

/** What stands before a line that nobody said. */
const NOTICE_SIGN = '· '

/** Milliseconds within which what one person says has their name once. */
const TOGETHER = 5 * 60_000

/** Lines of one message that are shown, like on the page: nobody fills ten screens with one message. */
const LINES_MAX = 200

interface Laid {
  columns: number
  isFollowing: boolean
  rows: readonly Row[]
}

const laid = new WeakMap<ChatEntry, Laid>()

/** Lays an entry out in rows. @param previous what stands above it */
export function layEntry(entry: ChatEntry, previous: ChatEntry | undefined, columns: number): readonly Row[] {
  const isFollowing = entry.is === 'message' && isTogether(previous, entry)
  const known = laid.get(entry)
  if (known?.columns === columns && known.isFollowing === isFollowing) return known.rows
  const rows =
    entry.is === 'notice' ? layNotice(entry.text, columns) : layMessage(entry, isFollowing, columns)
  laid.set(entry, { columns, isFollowing, rows })
  return rows
}

function layNotice(text: string, columns: number): Row[] {
  const lines = wrapText(toSafeLine(text), Math.max(1, columns - INDENT.length))
  return lines.map((line, index) => ({ kind: 'notice', text: (index === 0 ? NOTICE_SIGN : INDENT) + line }))
}

function layMessage(message: ChatMessage, isFollowing: boolean, columns: number): Row[] {
  const { participantId, isMine, seq } = message
  const lines = wrapText(toSafeText(message.text), Math.max(1, columns - INDENT.length))
  const shown = lines.length > LINES_MAX ? [...lines.slice(0, LINES_MAX), '…'] : lines
  const kind = seq === null ? 'pending' : 'text'
  const rows: Row[] = shown.map((line) => ({ kind, text: INDENT + line }))
  if (isFollowing) return rows
  const name = isMine ? 'You' : toSafeLine(message.sender)
  const time = formatTime(message.at)
  const from = time.length + 1
  const text = fitLine(`${time} ${name}${message.mark ? ` (${message.mark})` : ''}`, columns)
  const to = Math.min(from + name.length, text.length)
  return [{ kind: 'sender', text, name: { participantId, isMine, from: Math.min(from, to), to } }, ...rows]
}

function isTogether(previous: ChatEntry | undefined, message: ChatMessage): boolean {
  return (
    previous?.is === 'message' &&
    previous.participantId === message.participantId &&
    previous.sender === message.sender &&
    message.mark === '' &&
    message.at - previous.at < TOGETHER
  )
}

function formatTime(at: number): string {
  const time = new Date(at)
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
