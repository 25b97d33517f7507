import { byteLength } from '../../protocol/text.ts'

/** Bytes of a line, its end not counted (RFC 5545, 3.1). */
const LINE_MAX = 75

/** What a calendar entry holds. */
export interface Entry {
  id: string
  title: string
  text: string
  url: string
  from: number
  to: number
  /** When the file is made, Unix milliseconds. */
  now: number
}

/** Returns one event as iCalendar (RFC 5545). Times are in UTC, so that every calendar shows them in its reader's zone. */
export function calendarFile(entry: Entry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//private-chat//EN',
    'BEGIN:VEVENT',
    `UID:${entry.id}@private-chat`,
    `DTSTAMP:${formatStamp(entry.now)}`,
    `DTSTART:${formatStamp(entry.from)}`,
    `DTEND:${formatStamp(entry.to)}`,
    `SUMMARY:${escapeText(entry.title)}`,
    `DESCRIPTION:${escapeText(entry.text)}`,
    `URL:${entry.url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function formatStamp(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
}

/** Folds a long line: it goes on after a line break and a space, and never breaks within a character. */
function foldLine(line: string): string {
  const lines: string[] = []
  let now = ''
  for (const character of line) {
    if (byteLength(now + character) > LINE_MAX) {
      lines.push(now)
      now = ' '
    }
    now += character
  }
  return [...lines, now].join('\r\n')
}
