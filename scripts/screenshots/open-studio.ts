import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { Language } from '../../protocol/languages.ts'
import { readPageWords } from '../page-words.ts'
import { takePictures } from './take-pictures.ts'

/** Milliseconds in which a page shows what was asked for, on a busy machine. */
const WITHIN = 20_000

/** One language, in which people are opened and pictures are taken. */
export interface Studio {
  tag: string
  origin: string
  /** What stands in the place of an English text. */
  words: (english: string) => RegExp
  open(name: string, options?: { serviceWorker?: boolean }): Promise<Hand>
  /** Takes the pictures of what a page shows now. */
  shoot(page: Page, name: string): Promise<void>
  /** Takes one picture of the window as it is. */
  keep(page: Page, name: string): Promise<void>
  /** Closes all who were opened. */
  close(): Promise<void>
}

/** What one can do with a page whatever its language: names are given in English. */
export interface Hand {
  page: Page
  context: BrowserContext
  /** Clicks a button, or what opens and closes; of a dialog where one is open. */
  click(name: string): Promise<void>
  fill(label: string, text: string): Promise<void>
  /** The one dialog that is open. */
  dialog: Locator
  /** Opens a room's menu, where no dialog is open. */
  openMenu(): Promise<void>
  /** Closes whatever dialog is open. */
  closeDialogs(): Promise<void>
  /** Creates a room in the lobby, of which options were chosen or not. */
  createRoom(): Promise<void>
  /** Waits until the page is in a room. */
  seeRoom(): Promise<void>
  /** Sends a message in a room. @returns it as it stands in the log */
  say(text: string): Promise<Locator>
}

/**
 * Opens a studio.
 * @param origin of a running server
 * @param folder in which the pictures go
 */
export async function openStudio(
  browser: Browser,
  origin: string,
  { tag, folder: texts }: Language,
  folder: string,
): Promise<Studio> {
  const words = await readPageWords(texts)
  const contexts: BrowserContext[] = []
  return {
    tag,
    origin,
    words,
    async open(name, { serviceWorker = false } = {}) {
      const context = await browser.newContext({
        baseURL: origin,
        locale: tag,
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 800 },
        serviceWorkers: serviceWorker ? 'allow' : 'block',
        permissions: ['microphone'],
      })
      contexts.push(context)
      context.setDefaultTimeout(WITHIN)
      await context.addInitScript((given) => localStorage.setItem('private-chat.name', given), name)
      return makeHand(await context.newPage(), words)
    },
    shoot: (page, name) => takePictures(page, join(folder, `${name}.${tag}`)),
    async keep(page, name) {
      await page.screenshot({ path: join(folder, `${name}.${tag}.png`), animations: 'disabled' })
    },
    async close() {
      await Promise.all(contexts.splice(0).map((context) => context.close()))
    },
  }
}

function makeHand(page: Page, words: (english: string) => RegExp): Hand {
  const hand: Hand = {
    page,
    context: page.context(),
    dialog: page.getByRole('dialog'),
    fill: (label, text) =>
      page.getByLabel(words(label)).and(page.locator('input, textarea')).first().fill(text),
    async click(name) {
      const within = (await hand.dialog.count()) > 0 ? hand.dialog : page
      const button = within.getByRole('button', { name: words(name) })
      await button
        .or(within.getByText(words(name)))
        .first()
        .click()
    },
    async openMenu() {
      await page.getByRole('button', { name: words('More') }).click()
      await page.getByRole('dialog', { name: words('This room') }).waitFor()
    },
    async closeDialogs() {
      while ((await hand.dialog.count()) > 0) await page.keyboard.press('Escape')
    },
    async createRoom() {
      await hand.click('Create room')
      await hand.seeRoom()
    },
    async seeRoom() {
      await page.getByRole('textbox', { name: words('Message') }).waitFor()
      // What is loaded once the page stands: names, marks and the buttons of the message box.
      await page.waitForLoadState('networkidle')
    },
    async say(text) {
      await hand.fill('Message', text)
      await page.getByRole('button', { name: words('Send') }).click()
      const message = page.getByRole('article').filter({ hasText: text }).first()
      await message.waitFor()
      return message
    },
  }
  return hand
}
