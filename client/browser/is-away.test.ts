import { expect, onTestFinished, test, vi } from 'vitest'
import { isAway } from './is-away.ts'

interface Case {
  what: string
  visibility: DocumentVisibilityState
  hasFocus: boolean
  isFramed?: true
  away: boolean
}

const cases: Case[] = [
  { what: 'a page with the focus', visibility: 'visible', hasFocus: true, away: false },
  { what: 'a page beside another window', visibility: 'visible', hasFocus: false, away: true },
  { what: 'a hidden page', visibility: 'hidden', hasFocus: false, away: true },
  { what: 'a hidden page that says it has the focus', visibility: 'hidden', hasFocus: true, away: true },
  {
    what: 'a frame beside what has the focus',
    visibility: 'visible',
    hasFocus: false,
    isFramed: true,
    away: false,
  },
  { what: 'a hidden frame', visibility: 'hidden', hasFocus: false, isFramed: true, away: true },
]

test.each(cases)('$what: away is $away', ({ visibility, hasFocus, isFramed, away }) => {
  onTestFinished(() => void vi.unstubAllGlobals())
  const here = {}
  vi.stubGlobal('window', here)
  vi.stubGlobal('parent', isFramed ? {} : here)
  vi.stubGlobal('document', { visibilityState: visibility, hasFocus: () => hasFocus })
  expect(isAway()).toBe(away)
})
