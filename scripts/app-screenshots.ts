/**
 * `npm run app-screenshots`: takes the pictures of a room that systems show before the app is installed, of the page as it is today. They
 * are committed, so that a build needs no browser. They are in English: what people say in a room is in whatever language they speak.
 */
import { join } from 'node:path'
import process from 'node:process'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { APP_SCREENSHOTS } from '../client/app/app-icons.ts'
import { PUBLIC } from './draw-icon.ts'
import { withTwoVisitors } from './two-visitors.ts'

/** Pixels of the picture for each CSS pixel: sharp on a phone, and still a small file. */
const SCALE = 2

/** How much of a picture is kept, of 100: letters are clear, and a picture weighs some 20 KB. */
const QUALITY = 72

const SAID = [
  { by: 'Ada', text: 'The key is with the neighbour on the left.' },
  { by: 'Ben', text: 'Thanks! Which bell?' },
  { by: 'Ada', text: 'The upper one. Ring twice.' },
  { by: 'Ben', text: 'I’ll be there at eight.' },
]

await withTwoVisitors(async (ada, ben) => {
  await ada.page.addInitScript(() => localStorage.setItem('private-chat.name', 'Ada'))
  await ben.page.addInitScript(() => localStorage.setItem('private-chat.name', 'Ben'))
  await ada.page.goto('/')
  await ada.page.getByRole('button', { name: 'Create room' }).click()
  await ada.page.waitForURL(/\/room\//)
  await ben.page.goto(ada.page.url())
  for (const { by, text } of SAID) {
    const { page } = by === 'Ada' ? ada : ben
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill(text)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    for (const person of [ada, ben])
      await person.page.getByRole('article').filter({ hasText: text }).waitFor()
  }
  await ben.page.getByRole('textbox', { name: 'Message', exact: true }).blur()
  for (const { src, width, height } of APP_SCREENSHOTS) {
    const picture = await takePicture(ben.page, { width: width / SCALE, height: height / SCALE })
    await sharp(picture).webp({ quality: QUALITY, effort: 6 }).toFile(join(PUBLIC, src))
  }
})
process.exit()

async function takePicture(page: Page, size: { width: number; height: number }): Promise<Buffer> {
  const line = await page.context().newCDPSession(page)
  await line.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: SCALE, mobile: false })
  // The page is laid out anew, and scrolled to the newest message.
  await page.waitForFunction((width) => innerWidth === width, size.width)
  const { data } = await line.send('Page.captureScreenshot', { format: 'png' })
  return Buffer.from(data, 'base64')
}
