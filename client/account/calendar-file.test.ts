import { expect, test } from 'vitest'
import { byteLength } from '../../protocol/text.ts'
import { calendarFile } from './calendar-file.ts'

test('an entry is iCalendar: UTC, escaped, no line over 75 bytes, and it unfolds to what was meant', () => {
  const file = calendarFile({
    id: 'abc',
    title: `Plan; A, B\\C ${'ü👋'.repeat(40)}`,
    text: 'one\ntwo',
    url: 'https://example.com/room/abc#key',
    from: Date.UTC(2026, 10, 27, 14),
    to: Date.UTC(2026, 10, 27, 16),
    now: 0,
  })
  expect(file.split('\r\n').every((line) => byteLength(line) <= 75)).toBe(true)
  const whole = file.replaceAll('\r\n ', '')
  expect(whole).toContain('DTSTART:20261127T140000Z\r\nDTEND:20261127T160000Z\r\n')
  expect(whole).toContain(`SUMMARY:Plan\\; A\\, B\\\\C ${'ü👋'.repeat(40)}\r\n`)
  expect(whole).toContain('DESCRIPTION:one\\ntwo\r\nURL:https://example.com/room/abc#key\r\n')
})
