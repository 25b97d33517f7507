import { UNSEEN } from './safe-text.ts'

// JSON escapes the other controls by itself.
const UNESCAPED = /\p{Cc}|[\u2028\u2029]/gu

/** Writes a value as one line of JSON that a terminal can be sent: what it would obey is escaped, and parses to what it was. */
export function formatJsonLine(value: object): string {
  return JSON.stringify(value).replace(UNESCAPED, escapeUnits).replace(UNSEEN, escapeUnits)
}

function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
