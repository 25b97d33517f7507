/**
 * `npm run screenshots`: takes a picture of every page and of what it shows most, to be looked at: in three languages, light and dark,
 * for a phone of 360 px and a window of 1280. They go into `.cache/screenshots`, which is never committed.
 * `npm run screenshots -- ar de` takes those of other languages.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { BrowserContext, Page } from 'playwright-core'
import { LANGUAGES, type Language } from '../protocol/languages.ts'
import { openBrowser } from '../test/support/browser.ts'
import { startServer } from '../test/support/server.ts'
import { setup as buildOnce } from '../test/support/server-build-setup.ts'
import { readPageWords } from './page-words.ts'

const FOLDER = join(import.meta.dirname, '../.cache/screenshots')

/** Short words, long ones, and no spaces between them. */
const USUAL = ['en', 'de', 'ja']

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]

/** Milliseconds in which a page shows what was asked for, on a busy machine. */
const WITHIN = 20_000

const wanted = process.argv.length > 2 ? process.argv.slice(2) : USUAL
const languages = LANGUAGES.filter(({ tag }) => wanted.includes(tag))
if (languages.length < wanted.length) throw new Error(`the page is not built in all of: ${wanted.join(', ')}`)

await buildOnce()
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
const server = await startServer({ rateLimits: 'off' })
const browser = await openBrowser()
try {
  for (const language of languages) await takeAll(language)
} finally {
  await browser.close()
  await server.stop()
}
process.stdout.write(`The pictures are in ${FOLDER}.\n`)
process.exit()

/** What one can do with a page whatever its language: names are given in English. */
interface Hand {
  page: Page
  context: BrowserContext
  /** Clicks a button, or what opens and closes. */
  click(name: string): Promise<void>
  fill(label: string, text: string): Promise<void>
  /** Opens a room's menu, where no dialog is open. */
  openMenu(): Promise<void>
  /** Closes whatever dialog is open. */
  closeDialogs(): Promise<void>
  /** Sends a message in a room. */
  say(text: string): Promise<void>
}

/** Takes the pictures of one language, from the lobby to the end of an account. */
async function takeAll(language: Language): Promise<void> {
  const words = await readPageWords(language.folder)
  const open = async (name: string): Promise<Hand> => {
    const context = await browser.newContext({
      baseURL: server.origin,
      locale: language.tag,
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 800 },
    })
    context.setDefaultTimeout(WITHIN)
    await context.addInitScript((given) => localStorage.setItem('private-chat.name', given), name)
    const page = await context.newPage()
    const fill = (label: string, text: string) =>
      page.getByLabel(words(label)).and(page.locator('input, textarea')).first().fill(text)
    const click = (name: string) =>
      page
        .getByRole('button', { name: words(name) })
        .or(page.getByText(words(name)))
        .first()
        .click()
    return {
      page,
      context,
      click,
      fill,
      async openMenu() {
        await page.getByRole('button', { name: words('More') }).click()
        await page.getByRole('dialog', { name: words('This room') }).waitFor()
      },
      async closeDialogs() {
        while ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')
      },
      async say(text) {
        await fill('Message', text)
        await page.getByRole('button', { name: words('Send') }).click()
        await page.getByRole('article').filter({ hasText: text }).first().waitFor()
      },
    }
  }
  const shoot = (page: Page, name: string) => takePictures(page, `${name}.${language.tag}`)

  const [ada, ben] = [await open('Ada'), await open('Ben')]
  await ada.page.goto('/')
  await shoot(ada.page, '01-lobby')
  await ada.click('Options')
  await shoot(ada.page, '02-lobby-options')
  await ada.click('Anyone with the link')
  await ada.click('Create room')
  await ada.page.getByRole('textbox', { name: words('Message') }).waitFor()
  await shoot(ada.page, '03-room-alone')
  await ben.page.goto(ada.page.url())
  await ben.page.getByRole('textbox', { name: words('Message') }).waitFor()
  await ada.say('The key is with the neighbour on the left.')
  await ben.say(
    'Thanks! *Which* bell? And is there anything that I should bring, or look at on the way there?',
  )
  await ada.say('`The upper one.` Ring twice.\n- bread\n- milk')
  await ada.page.getByRole('article').first().hover()
  await shoot(ada.page, '04-conversation')
  await ada.click('Ask, poll or disappear')
  await ada.page.getByRole('dialog').waitFor()
  await shoot(ada.page, '05-more-to-say')
  await ada.click('Make a poll')
  await ada.page.getByRole('dialog', { name: words('Make a poll') }).waitFor()
  await shoot(ada.page, '06-make-a-poll')
  await ada.closeDialogs()
  await ada.openMenu()
  await shoot(ada.page, '07-menu')
  await ada.closeDialogs()
  for (const [name, button] of [
    ['08-find', 'Find in this room'],
    ['09-link-and-code', 'Link and QR code'],
    ['10-on-this-device', 'On this device'],
    ['11-rules', 'Rules of this room'],
  ] as const) {
    await ada.openMenu()
    await ada.click(button)
    await ada.page.getByRole('dialog', { name: words('This room') }).waitFor({ state: 'hidden' })
    await ada.page.getByRole('dialog').waitFor()
    await shoot(ada.page, name)
    await ada.closeDialogs()
  }
  // A host who leaves hands the room over, and is asked to whom.
  await ada.click('Leave')
  await ada.page.getByRole('dialog').waitFor()
  await shoot(ada.page, '12-leave')
  await ada.closeDialogs()
  await ada.click('Destroy now')
  await ada.page.getByRole('dialog').waitFor()
  await shoot(ada.page, '13-destroy')
  await ada.page
    .getByRole('dialog')
    .getByRole('button', { name: words('Destroy') })
    .click()
  await ben.page.getByRole('button', { name: words('Create room') }).waitFor()
  await shoot(ben.page, '14-lobby-after-the-end')

  // A room that asks for a password, and one whose door is closed.
  await ada.page.goto('/')
  await ada.click('Options')
  await ada.fill('Password', 'correct horse battery')
  await ada.click('Create room')
  await ada.page.getByRole('textbox', { name: words('Message') }).waitFor()
  await ben.page.goto(ada.page.url())
  await ben.page.getByRole('button', { name: words('Enter') }).waitFor()
  await shoot(ben.page, '15-password')
  await ada.page.goto('/')
  await ada.click('Options')
  await ada.click('Anyone with the link')
  await ada.click('Door and rules')
  await ada.click('They knock')
  await shoot(ada.page, '16-lobby-door-and-rules')
  await ada.click('Create room')
  await ada.page.getByRole('textbox', { name: words('Message') }).waitFor()
  await ben.page.goto(ada.page.url())
  await ben.page.getByRole('button', { name: words('Knock') }).waitFor()
  await shoot(ben.page, '17-before-the-door')
  await ben.click('Knock')
  await ben.page.getByRole('heading', { name: words('You are at the door') }).waitFor()
  await shoot(ben.page, '18-at-the-door')
  await ada.page
    .getByRole('button', { name: words('Let all in') })
    .or(ada.page.getByRole('list', { name: words('At the door') }))
    .first()
    .waitFor()
  await shoot(ada.page, '19-somebody-knocks')
  await ada.context.setOffline(true)
  await ada.page.getByText(words('You are offline.')).first().waitFor()
  await shoot(ada.page, '20-offline')
  await ada.context.setOffline(false)

  for (const [name, path] of [
    ['21-privacy', '/privacy'],
    ['22-log-in', '/login'],
    ['23-sign-up', '/signup'],
    ['24-recover', '/recover'],
    ['25-not-found', '/nothing'],
    ['26-room-that-is-gone', '/room/V1StGXR8_Z5jdHi6B-myT'],
  ] as const) {
    await ben.page.goto(path)
    await ben.page.getByRole('heading').first().waitFor()
    await shoot(ben.page, name)
  }
  await ben.page.goto('/signup')
  await ben.fill('Email', `ada-${language.tag}@example.com`.toLowerCase())
  await ben.fill('Password', 'correct horse battery')
  await ben.page.getByRole('button', { name: words('Sign up') }).click()
  await ben.page.getByRole('list', { name: words('Recovery codes') }).waitFor()
  await shoot(ben.page, '27-recovery-codes')
  await ben.click('I have kept them')
  await ben.page.getByText(words('No rooms yet')).waitFor()
  await shoot(ben.page, '28-no-rooms')
  await ben.fill('Title', 'Monday’s group')
  await ben.page.getByRole('button', { name: words('Schedule room') }).click()
  await ben.page.getByRole('article').waitFor()
  await shoot(ben.page, '29-rooms')
  await ben.page.goto('/account')
  await ben.page.getByRole('heading').first().waitFor()
  await shoot(ben.page, '30-account')
  for (const { context } of [ada, ben]) await context.close()
}

/** Takes the four pictures of what a page shows now. */
async function takePictures(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // What stands still at the top of the window would be in the middle of a picture of the whole page.
    await page.evaluate(() => scrollTo(0, 0))
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await page.screenshot({
        path: join(FOLDER, `${name}.${colorScheme}.${size.width}.png`),
        fullPage: true,
        animations: 'disabled',
      })
    }
  }
}
