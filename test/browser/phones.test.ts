import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, room, sendMessage } from '../support/visitors.ts'

const visitors = createVisitors()

/** Pixels of a line of a message. */
const LINE = 24

/** How much of the messages can be seen, in lines, and how much of the box is cut off, in pixels. */
function measureRoom(page: Page): Promise<{ lines: number; cut: number }> {
  return page.evaluate((line) => {
    const rect = (selector: string) =>
      document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
    const [log, box] = [rect('.log'), rect('.composer-box')]
    const [top, bottom] = [Math.max(log.top, 0), Math.min(log.bottom, innerHeight)]
    const cut = Math.max(0, -box.top) + Math.max(0, box.bottom - innerHeight)
    return { lines: (bottom - top) / line, cut: cut + Math.max(0, box.right - innerWidth, -box.left) }
  }, LINE)
}

interface Case {
  what: string
  viewport: { width: number; height: number }
  isTyping: boolean
}
const SIZES: Case[] = [
  { what: 'a window at a zoom of 400 %', viewport: { width: 320, height: 180 }, isTyping: false },
  { what: 'the same while one types', viewport: { width: 320, height: 180 }, isTyping: true },
  { what: 'a small phone beside its keyboard', viewport: { width: 320, height: 245 }, isTyping: true },
  { what: 'a phone on its side, beside its keyboard', viewport: { width: 667, height: 150 }, isTyping: true },
  { what: 'a larger one', viewport: { width: 844, height: 132 }, isTyping: true },
  { what: 'a wide and low window', viewport: { width: 1280, height: 180 }, isTyping: false },
]

test('three lines of messages and the whole box are seen in whatever is left of the page', async () => {
  const { page } = await visitors.open()
  await createRoom(page, 'Ann')
  for (const text of ['one', 'two', 'three', 'four']) await sendMessage(page, text)
  await page.waitForLoadState('networkidle')
  for (const { what, viewport, isTyping } of SIZES) {
    await page.setViewportSize(viewport)
    await room.box(page).fill(isTyping ? 'a line\nand another\nand a third' : '')
    if (!isTyping) await room.box(page).blur()
    await waitUntil(
      () => page.evaluate((height) => innerHeight === height, viewport.height),
      'it has another size',
    )
    await expect
      .poll(async () => {
        const { lines, cut } = await measureRoom(page)
        return [what, lines >= 3, cut]
      })
      .toEqual([what, true, 0])
  }
})

/** The smallest letters of all boxes that are on the page: below 16 px Safari zooms in when one begins to write. */
function readSmallestLetters(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('input, textarea, select')].map((box) =>
        Number.parseFloat(getComputedStyle(box).fontSize),
      ),
    ),
  )
}

test('on a device that is touched Enter begins a new line beside the keyboard on its screen, unless one chose otherwise', async () => {
  const { page, context } = await visitors.open({ viewport: { width: 390, height: 664 } })
  const line = await context.newCDPSession(page)
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await page.goto('/')
  await page.getByText('Options').click()
  await waitUntilVisible(page.getByLabel('Password', { exact: true }), 'there are no options')
  expect(await readSmallestLetters(page)).toBeGreaterThanOrEqual(16)
  await createRoom(page, 'Ann')
  const hint = (expected: string) =>
    waitUntil(
      async () => (await room.box(page).getAttribute('enterkeyhint')) === expected,
      `the keyboard does not show: ${expected}`,
    )
  await hint('enter')
  expect(await readSmallestLetters(page)).toBeGreaterThanOrEqual(16)
  await room.box(page).fill('by a keyboard of its own')
  await page.keyboard.press('Enter')
  await waitUntilVisible(room.message(page, 'by a keyboard of its own'), 'Enter does not send')

  // As in other apps' browsers: the window becomes smaller with what is seen.
  await page.setViewportSize({ width: 390, height: 364 })
  await waitUntilVisible(page.locator('.keyboard-open'), 'the keyboard is not noticed')
  await room.box(page).fill('one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two')
  expect(await room.box(page).inputValue()).toBe('one\ntwo')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'On this device' }).click()
  await page.getByRole('switch', { name: 'Send with Enter' }).click()
  await page.keyboard.press('Escape')
  await hint('send')
  await room.box(page).focus()
  await page.keyboard.press('Enter')
  await waitUntilVisible(room.message(page, 'two'), 'what was chosen is not done')
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: false })
})
