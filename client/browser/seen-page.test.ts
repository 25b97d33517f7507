import { expect, test } from 'vitest'
import { type Measured, measureSeenPage, type SeenPage } from './seen-page.ts'

const PORTRAIT = { width: 390, height: 664, scale: 1, windowHeight: 664 }
const LANDSCAPE = { width: 844, height: 340, scale: 1, windowHeight: 340 }

/** What is seen in the end, where these were measured one after the other. */
function look(...measured: Measured[]): SeenPage | undefined {
  return measured.reduce<SeenPage | undefined>((before, now) => measureSeenPage(now, before), undefined)
}

interface Case {
  what: string
  measured: Measured[]
  height: number
  hasKeyboard: boolean
}
const CASES: Case[] = [
  { what: 'a page', measured: [PORTRAIT], height: 664, hasKeyboard: false },
  {
    what: 'a keyboard over the page',
    measured: [PORTRAIT, { ...PORTRAIT, height: 364 }],
    height: 364,
    hasKeyboard: true,
  },
  {
    what: 'a keyboard over a page that was opened with it',
    measured: [{ ...PORTRAIT, height: 364 }],
    height: 364,
    hasKeyboard: true,
  },
  {
    what: 'a keyboard that makes the window smaller, too',
    measured: [PORTRAIT, { ...PORTRAIT, height: 364, windowHeight: 364 }],
    height: 364,
    hasKeyboard: true,
  },
  {
    what: 'a keyboard that is gone again',
    measured: [PORTRAIT, { ...PORTRAIT, height: 364, windowHeight: 364 }, PORTRAIT],
    height: 664,
    hasKeyboard: false,
  },
  {
    what: 'the bars of a browser, which come and go',
    measured: [
      { ...PORTRAIT, height: 745, windowHeight: 745 },
      { ...PORTRAIT, height: 640, windowHeight: 640 },
    ],
    height: 640,
    hasKeyboard: false,
  },
  {
    what: 'the strip above the own keyboard of a tablet',
    measured: [
      { width: 1180, height: 746, scale: 1, windowHeight: 746 },
      { width: 1180, height: 677, scale: 1, windowHeight: 746 },
    ],
    height: 677,
    hasKeyboard: false,
  },
  { what: 'a phone that was turned', measured: [PORTRAIT, LANDSCAPE], height: 340, hasKeyboard: false },
  {
    what: 'a phone that was turned, with the keyboard over the page',
    measured: [PORTRAIT, { ...LANDSCAPE, height: 140 }],
    height: 140,
    hasKeyboard: true,
  },
  {
    what: 'two fingers that zoom in',
    measured: [PORTRAIT, { width: 195, height: 332, scale: 2, windowHeight: 664 }],
    height: 664,
    hasKeyboard: false,
  },
  {
    what: 'two fingers that zoom in beside the keyboard',
    measured: [PORTRAIT, { width: 195, height: 182, scale: 2, windowHeight: 664 }],
    height: 364,
    hasKeyboard: true,
  },
]

test.for(CASES)('$what', ({ measured, height, hasKeyboard }) => {
  expect(look(...measured)).toMatchObject({ height, hasKeyboard })
})
