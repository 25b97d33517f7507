/**
 * `npm run demo`: records docs/images/demo.webp, a moving picture of a room from its making to its burning: two people in
 * two browsers, side by side. Each step waits for what the page shows, so the picture is what the product does today.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { withTwoVisitors } from './two-visitors.ts'

const PICTURE = join(import.meta.dirname, '../docs/images/demo.webp')
/** CSS pixels of each browser, and between the two. */
const VIEWPORT = { width: 460, height: 640 }
const GAP = 20
const BACKDROP = '#d9d4ca'
/** Letters that are typed from one frame to the next. */
const LETTERS = 9

await withTwoVisitors(async (ada, ben) => {
  for (const person of [ada, ben]) await person.page.setViewportSize(VIEWPORT)
  await ben.context.addInitScript(() => localStorage.setItem('private-chat.name', 'Ben'))
  const frames: { picture: Buffer; shownMs: number }[] = []

  /** Takes a picture of both browsers that is shown for so many milliseconds. */
  const takeFrame = async (shownMs: number) => {
    // Who has not opened the page yet is not in the picture.
    const people = [ada, ben].filter(({ page }) => page.url() !== 'about:blank')
    const pictures = await Promise.all(people.map(({ page }) => page.screenshot()))
    const width = 2 * VIEWPORT.width + GAP
    const picture = await sharp({ create: { ...VIEWPORT, width, channels: 3, background: BACKDROP } })
      .composite(pictures.map((input, at) => ({ input, left: at * (VIEWPORT.width + GAP), top: 0 })))
      .png()
      .toBuffer()
    frames.push({ picture, shownMs })
  }
  const typeText = async (page: Page, label: string, text: string) => {
    const box = page.getByRole('textbox', { name: label, exact: true })
    await box.clear()
    for (let length = 0; length < text.length; length += LETTERS) {
      await box.pressSequentially(text.slice(length, length + LETTERS))
      await takeFrame(180)
    }
  }
  const sendMessage = async (page: Page, text: string) => {
    await typeText(page, 'Message', text)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    for (const person of [ada, ben])
      await person.page.getByRole('article').filter({ hasText: text }).waitFor()
    await takeFrame(1_100)
  }

  await ada.page.goto('/')
  await takeFrame(1_400)
  await typeText(ada.page, 'Your name', 'Ada')
  await ada.page.getByRole('button', { name: 'Create room' }).click()
  await ada.page.getByRole('textbox', { name: 'Message', exact: true }).waitFor()
  await takeFrame(1_800)
  await ben.page.goto(ada.page.url())
  await ben.page.getByRole('textbox', { name: 'Message', exact: true }).waitFor()
  await ada.page.getByRole('list', { name: 'Participants' }).getByText('Ben').waitFor()
  await takeFrame(1_400)
  await sendMessage(ada.page, 'The key is under the blue pot.')
  await sendMessage(ben.page, 'Got it. I am there at six.')
  await sendMessage(ada.page, 'Then this can burn.')
  await ada.page.getByRole('button', { name: 'Destroy now' }).click()
  await ada.page.getByRole('dialog').waitFor()
  await takeFrame(1_600)
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Destroy', exact: true }).click()
  for (const person of [ada, ben]) await person.page.getByRole('button', { name: 'Create room' }).waitFor()
  await takeFrame(3_000)

  const picture = await sharp(
    frames.map((frame) => frame.picture),
    { join: { animated: true } },
  )
    .webp({ quality: 70, effort: 6, loop: 0, delay: frames.map((frame) => frame.shownMs) })
    .toBuffer()
  writeFileSync(PICTURE, picture)
  process.stdout.write(`${PICTURE}: ${frames.length} frames, ${Math.round(picture.length / 1024)} KiB\n`)
})
