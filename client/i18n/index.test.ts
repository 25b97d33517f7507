import { expect, test } from 'vitest'
import { formatCount, formatDuration, formatList, formatNumber, makeDateFormat, pickPlural } from './index.ts'
import { pickLocale } from './pick-locale.ts'

const FORMS = { one: 'message', other: 'messages' }

test('numbers, lists and plurals are written as the language of the page does', () => {
  expect(formatNumber(1234567)).toBe('1,234,567')
  expect([0, 1, 2, 1000].map((count) => formatCount(count, FORMS))).toEqual([
    '0 messages',
    '1 message',
    '2 messages',
    '1,000 messages',
  ])
  expect(pickPlural(1, { other: 'a form for every number' })).toBe('a form for every number')
  expect(formatList(['Ann', 'Ben', 'Cat'])).toBe('Ann, Ben and Cat')
})

test('a date is written as readers of British English write it', () => {
  const day = makeDateFormat({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  expect(day(Date.UTC(2026, 10, 27))).toBe('27 Nov 2026')
})

test.for([
  { languages: ['en-US', 'en'], locale: 'en-US' },
  { languages: ['de-CH', 'en-IE'], locale: 'en-IE' },
  { languages: ['de', 'fr'], locale: 'en-GB' },
  { languages: [], locale: 'en-GB' },
])('who prefers $languages reads $locale', ({ languages, locale }) => {
  expect(pickLocale(/^en\b/, 'en-GB', languages)).toBe(locale)
})

test.for([
  [0, '0 seconds'],
  [1, '1 second'],
  [90, '90 seconds'],
  [60, '1 minute'],
  [600, '10 minutes'],
  [3_600, '1 hour'],
  [5_400, '90 minutes'],
  [86_400, '24 hours'],
  [604_800, '7 days'],
] as const)('%i seconds are written as %s', ([seconds, text]) => {
  expect(formatDuration(seconds)).toBe(text)
})
