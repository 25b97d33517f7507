import { expect, test } from 'vitest'
import { breaksLine } from './breaks-line.ts'

const ENTER = { key: 'Enter', code: 'Enter', ctrlKey: false, metaKey: false }

interface Case {
  what: string
  pressed?: Partial<typeof ENTER>
  isOnScreen?: boolean
  enterSends?: boolean
  breaks: boolean
}
const CASES: Case[] = [
  { what: 'Enter on the screen of an iPhone', isOnScreen: true, breaks: true },
  { what: 'Enter on the screen of an Android phone', pressed: { code: '' }, breaks: true },
  { what: 'Enter on the screen, in another app’s browser', pressed: { code: 'Unidentified' }, breaks: true },
  { what: 'Enter on the keyboard of a tablet', breaks: false },
  {
    what: 'Enter on the screen, where it was chosen that it sends',
    isOnScreen: true,
    enterSends: true,
    breaks: false,
  },
  { what: 'Enter with Ctrl', pressed: { ctrlKey: true }, isOnScreen: true, breaks: false },
  { what: 'Enter with Command', pressed: { metaKey: true }, isOnScreen: true, breaks: false },
  { what: 'another key', pressed: { key: 'a', code: '' }, isOnScreen: true, breaks: false },
]

test.for(CASES)('$what', ({ pressed, isOnScreen = false, enterSends = false, breaks }) => {
  expect(breaksLine({ ...ENTER, ...pressed }, { isOnScreen, enterSends })).toBe(breaks)
})
