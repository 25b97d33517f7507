import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import {
  createRoom,
  createRoomByApi,
  createVisitors,
  enterRoom,
  lobby,
  room,
  seeLobby,
  sendMessage,
} from '../support/visitors.ts'
import { readCopied, seeFocus, tabTo } from './page-actions.ts'

const visitors = createVisitors()

const toDark = (page: Page) => page.getByRole('button', { name: 'Switch to dark theme' })
const toLight = (page: Page) => page.getByRole('button', { name: 'Switch to light theme' })

/** How light the page's background is, from 0 to 255. */
function readLightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const paint = document.createElement('canvas').getContext('2d')
    if (paint === null) return -1
    for (const element of [document.documentElement, document.body]) {
      paint.fillStyle = getComputedStyle(element).backgroundColor
      paint.fillRect(0, 0, 1, 1)
    }
    const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data
    return (red + green + blue) / 3
  })
}

describe('the theme', () => {
  test.for(['light', 'dark'] as const)('is the one of the system at first (%s)', async (colorScheme) => {
    const ann = await visitors.open({ colorScheme })
    await ann.page.goto('/')
    await waitUntilVisible(
      colorScheme === 'dark' ? toLight(ann.page) : toDark(ann.page),
      'there is no switch to the other theme',
    )
    if (colorScheme === 'dark') expect(await readLightness(ann.page)).toBeLessThan(80)
    else expect(await readLightness(ann.page)).toBeGreaterThan(180)
  })

  test.for([
    ['light', toDark, toLight],
    ['dark', toLight, toDark],
  ] as const)(
    'is switched, remembered, and never flashes the other one (%s system)',
    async ([colorScheme, there, back]) => {
      const ann = await visitors.open({ colorScheme, motion: true })
      // What each frame is painted with, from the first on: an animation frame's callback runs before it is painted.
      await ann.page.addInitScript(() => {
        const seen: string[] = []
        Object.assign(window, { seen })
        const look = () => {
          const root = getComputedStyle(document.documentElement).backgroundColor
          const body = document.body ? getComputedStyle(document.body).backgroundColor : ''
          if (document.body) seen.push(`${root} ${body}`)
          if (seen.length < 40) requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      })
      await ann.page.goto('/')
      const before = await readLightness(ann.page)
      await there(ann.page).click()
      await waitUntilVisible(back(ann.page), 'the switch does not switch')
      await waitUntil(
        async () => Math.abs((await readLightness(ann.page)) - before) > 100,
        'the page looks the same',
      )
      const chosen = await readLightness(ann.page)

      await ann.page.reload()
      await waitUntilVisible(back(ann.page), 'the choice is forgotten')
      expect(await readLightness(ann.page)).toBe(chosen)
      const frames = () => ann.page.evaluate(() => window.seen)
      await waitUntil(async () => (await frames()).length >= 10, 'no frames are painted')
      expect(new Set(await frames()).size, 'the other theme flashed').toBe(1)
    },
  )
})

test('everything can be done with the keyboard alone', async () => {
  const ann = await visitors.open({ motion: true })
  const { page } = ann
  // In a room for two the time would not run yet, and nobody could change its end.
  await page.addInitScript(() => localStorage.setItem('private-chat.options', '{"who":"anyone"}'))
  await page.goto('/')
  await waitUntilVisible(lobby.create(page), 'there is no lobby')
  await tabTo(page, 'textbox', 'Your name')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Keyboard Ann')
  await tabTo(page, 'button', 'Create room')
  await page.keyboard.press('Enter')
  await waitUntilVisible(room.box(page), 'Enter on "Create room" creates none')
  await tabTo(page, 'textbox', 'Message')
  await page.keyboard.type('typed and sent with Enter')
  await page.keyboard.press('Enter')
  await waitUntilVisible(room.message(page, 'typed and sent with Enter'), 'Enter does not send')
  await page.keyboard.type('a second one')
  await tabTo(page, 'button', 'Send')
  await page.keyboard.press('Enter')
  await waitUntilVisible(room.message(page, 'a second one'), 'Enter on "Send" does not send')
  // The messages are one stop: arrows go on from there, and a message's keys answer.
  const said = room.message(page, 'a second one')
  const first = room.message(page, 'typed and sent with Enter')
  while (!(await said.evaluate((message) => message.contains(document.activeElement))))
    await page.keyboard.press('Tab')
  await seeFocus(said, 'the Tab key does not stop at the newest message')
  await page.keyboard.press('ArrowUp')
  await seeFocus(first, 'an arrow does not lead to the message before')
  await page.keyboard.press('Enter')
  await seeFocus(first.getByRole('button', { name: 'Copy message' }), 'Enter does not open its buttons')
  await page.keyboard.press('ArrowRight')
  await seeFocus(
    first.getByRole('button', { name: 'Pin message' }),
    'an arrow does not lead to the next button',
  )
  await page.keyboard.press('Escape')
  await seeFocus(first, 'Escape does not close its buttons')
  expect(await readCopied(page, () => page.keyboard.press('c'))).toBe('typed and sent with Enter')
  await page.keyboard.press('End')
  await seeFocus(said, 'End does not lead to the newest message')
  await page.keyboard.press('Tab')
  expect(
    await room.log(page).evaluate((log) => log.contains(document.activeElement)),
    'the messages are more than one stop',
  ).toBe(false)
  await tabTo(page, 'button', 'Copy link')
  await tabTo(page, 'button', 'More')
  await page.keyboard.press('Enter')
  const menu = page.getByRole('dialog', { name: 'This room' })
  await waitUntilVisible(menu, 'Enter on "More" opens nothing')
  await tabTo(page, 'button', 'Change the end')
  await page.keyboard.press('Enter')
  await tabTo(page, 'button', '+ 10 minutes')
  await page.keyboard.press('Enter')
  await waitUntil(
    async () => /^\s*(1[1-9]:|20:00)/.test((await room.timer(page).textContent()) ?? ''),
    'Enter on "+ 10 minutes" gives no time',
  )
  await tabTo(page, 'button', 'Done')
  await page.keyboard.press('Enter')
  await tabTo(page, 'button', 'More')
  await page.keyboard.press('Enter')
  await waitUntilVisible(menu, 'Enter on "More" opens nothing')
  await tabTo(page, 'button', 'On this device')
  await page.keyboard.press('Enter')
  await tabTo(page, 'switch', 'Play a quiet sound')
  await page.keyboard.press('Space')
  const sound = page.getByRole('switch', { name: /sound/ })
  await expect.poll(() => sound.getAttribute('aria-checked')).toBe('true')
  await page.keyboard.press('Escape')
  await tabTo(page, 'button', 'More')
  await page.keyboard.press('Enter')
  await waitUntilVisible(menu, 'Enter on "More" opens nothing')
  await tabTo(page, 'button', 'Link and QR code')
  await page.keyboard.press('Enter')
  await waitUntilVisible(page.getByRole('img', { name: /QR code/ }), 'the QR code can not be reached')
  // Somebody quick opens the next dialog before the page has heard that this one is closed.
  await page.getByRole('button', { name: 'More', exact: true }).evaluate(async (more: HTMLElement) => {
    const closed = document.querySelector('dialog')
    const heard = new Promise((resolve) => closed?.addEventListener('close', resolve))
    closed?.close()
    more.click()
    await heard
  })
  await waitUntilVisible(menu, 'a dialog that was closed takes the next one along')
  await page.keyboard.press('Escape')
  await waitUntilHidden(page.getByRole('dialog'), 'Escape closes nothing')
  await seeFocus(page.getByRole('button', { name: 'More', exact: true }), 'the focus is lost')
  await tabTo(page, 'button', 'Destroy now')
  await page.keyboard.press('Enter')
  await waitUntilVisible(room.confirm(page), 'destroying does not ask first')
  await tabTo(page, 'button', 'Destroy')
  await page.keyboard.press('Enter')
  await seeLobby(page, /gone|destroyed/i, 'the room is not destroyed')
})

test('what has the focus can be seen', async () => {
  const ann = await visitors.open()
  await ann.page.goto('/')
  await tabTo(ann.page, 'button', 'Create room')
  const outline = await lobby.create(ann.page).evaluate((button) => {
    const style = getComputedStyle(button)
    return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
      ? 'outline'
      : style.boxShadow
  })
  expect(outline).not.toBe('none')
})

test.for([
  ['a phone', { width: 360, height: 640 }],
  ['a small phone', { width: 320, height: 568 }],
  ['a desktop', { width: 1440, height: 900 }],
] as const)('nothing sticks out sideways on %s', async ([, viewport]) => {
  const ann = await visitors.open({ viewport })
  const over = () =>
    ann.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await ann.page.goto('/')
  await waitUntilVisible(lobby.create(ann.page), 'there is no lobby')
  expect(await over()).toBeLessThanOrEqual(0)
  await createRoom(ann.page, 'Ann')
  await room.box(ann.page).fill('w'.repeat(300))
  await room.send(ann.page).click()
  await waitUntilVisible(room.message(ann.page, 'wwww'), 'the message is not in the log')
  expect(await over()).toBeLessThanOrEqual(0)
  const destroy = await waitUntilVisible(
    room.destroy(ann.page),
    'there is no way to destroy the room at this size',
  )
  // What the bar cuts off is no wider page.
  const { x, width } = (await destroy.boundingBox()) ?? { x: 0, width: 0 }
  expect(x + width, 'the bar is cut off').toBeLessThanOrEqual(viewport.width)
})

test('the bar of a room fits at every width, with the longest time it can show', async () => {
  const ann = await visitors.open()
  await enterRoom(ann.page, await createRoomByApi(ann, { lifetime: 86_400 }), 'Ann')
  await waitUntil(
    async () => /^23:59/.test((await room.timer(ann.page).textContent()) ?? ''),
    'there is no time',
  )
  const cutAt = async (step: number) => {
    const cut: number[] = []
    for (let width = 320; width <= 1_100; width += step) {
      await ann.page.setViewportSize({ width, height: 700 })
      const right = await room.destroy(ann.page).evaluate((button) => button.getBoundingClientRect().right)
      if (right > width) cut.push(width)
    }
    return cut
  }
  expect(await cutAt(20), 'widths at which it is cut off').toEqual([])
  await ann.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect(await cutAt(60), 'widths at which it is cut off where letters are twice as large').toEqual([])
})

test('one’s own long line of code is scrolled to, and not cut off', async () => {
  const ann = await visitors.open({ viewport: { width: 360, height: 640 } })
  await createRoom(ann.page, 'Ann')
  const said = await sendMessage(ann.page, `\`\`\`\n${'code '.repeat(80)}\n\`\`\``)
  const code = await waitUntilVisible(said.locator('pre'), 'code is not set as code')
  const { left, scrolls } = await code.evaluate((pre) => ({
    left: pre.getBoundingClientRect().left,
    scrolls: pre.scrollWidth > pre.clientWidth,
  }))
  expect(left).toBeGreaterThanOrEqual(0)
  expect(scrolls).toBe(true)
})

test('somebody who wants no motion sees the room end all the same', async () => {
  const ann = await visitors.open({ motion: false })
  await createRoom(ann.page, 'Ann')
  await room.destroy(ann.page).click()
  await room.confirm(ann.page).click()
  await seeLobby(ann.page, /gone|destroyed/i, 'without motion the room does not end')
})
