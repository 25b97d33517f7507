import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { PSEUDO_OUTPUT } from '../../scripts/pseudo-language/build-pseudo-language.ts'
import { pseudoText } from '../../scripts/pseudo-language/pseudo-text.ts'
import { waitUntilVisible } from '../support/browser.ts'
import { createRoomByApi, createVisitors } from '../support/visitors.ts'

const visitors = createVisitors()

const FOLDER = 'languages/pseudo'
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' }

beforeAll(() => {
  if (!existsSync(PSEUDO_OUTPUT))
    throw new Error('the pseudo-language is not built: npm run build -- --pseudo')
})

/** The document that the server has at an address. */
function documentOf(pathname: string): string {
  if (pathname === '/') return 'index.html'
  if (pathname === '/privacy') return 'privacy.html'
  return pathname.startsWith('/room/') ? 'documents/room.html' : 'documents/page.html'
}

/** Answers with what was built in the pseudo-language, which no server has. Calls of the API go on to the server. */
async function serveInPseudoLanguage(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url())
  const isDocument = route.request().resourceType() === 'document'
  const file = join(PSEUDO_OUTPUT, isDocument ? join(FOLDER, documentOf(pathname)) : pathname)
  if (!isDocument && !(pathname.startsWith('/assets/') && existsSync(file))) return route.continue()
  await route.fulfill({
    body: readFileSync(file),
    contentType: isDocument ? 'text/html' : (TYPES[extname(file)] ?? ''),
  })
}

/** What is cut off or sticks out at the sides, by its words. Runs in the page. */
function findCut(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement
  const cut = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const said = (element.textContent ?? '').trim()
    const { overflowX, overflowY, overflowClipMargin, clipPath, opacity } = getComputedStyle(element)
    // What is there for screen readers alone, and the native box below the globe.
    const isUnseen = clipPath !== 'none' || opacity === '0' || !element.checkVisibility()
    if (!said || isUnseen) continue
    const name = `${element.localName}.${element.className}: ${said.slice(0, 60)}`
    /** Pixels that may overflow and are still seen; letters are measured with a pixel to spare. */
    const spareOf = (overflow: string) =>
      overflow === 'hidden' ? 1 : overflow === 'clip' ? 1 + Number.parseFloat(overflowClipMargin) : Infinity
    if (element.scrollWidth > element.clientWidth + spareOf(overflowX)) cut.push(`${name} is cut at its side`)
    if (element.scrollHeight > element.clientHeight + spareOf(overflowY)) cut.push(`${name} is cut below`)
    const { left, right, width } = element.getBoundingClientRect()
    // The row of people is moved with the finger.
    const isMoved = element.closest('.people') !== null
    if (width > 1 && !isMoved && (left < -1 || right > clientWidth + 1)) cut.push(`${name} sticks out`)
  }
  return cut
}

test('on a phone nothing is cut off or sticks out where words are long and run from right to left', async () => {
  const ann = await visitors.open({ viewport: { width: 360, height: 640 } })
  const { page } = ann
  // For the browser the answer of a test is from nowhere, and such a page opens no socket to this machine unless it may.
  await ann.context.grantPermissions(['local-network-access'])
  await page.route('**/*', serveInPseudoLanguage)
  // A name that is made up would be too long for a room in this language.
  await page.addInitScript(() => localStorage.setItem('private-chat.name', 'Ann'))
  const seeWhole = async (where: string, at: Page = page) =>
    expect.soft(await at.evaluate(findCut), where).toEqual([])
  const button = (name: string) => page.getByRole('button', { name: pseudoText(name), exact: true })

  await page.goto('/?destroyed=true')
  await waitUntilVisible(page.getByRole('alert').or(page.getByRole('status')), 'there is no notice')
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  for (const summary of await page.locator('summary').all()) await summary.click()
  await page.getByText(pseudoText('Up to'), { exact: false }).first().click()
  await seeWhole('the lobby')
  for (const path of ['/login', '/signup', '/recover', '/privacy', '/nothing']) {
    await page.goto(path)
    await waitUntilVisible(page.getByRole('heading', { level: 1 }), `${path} is empty`)
    await seeWhole(path)
  }

  const address = await createRoomByApi(ann, { capacity: null, password: 'long words', lifetime: 86_400 })
  await page.goto(address)
  await waitUntilVisible(page.locator('input[type=password]'), 'there is no pre-join screen')
  await seeWhole('the question for a password')
  await page.locator('input[type=password]').fill('long words')
  await page.keyboard.press('Enter')
  const box = page.getByRole('textbox', { name: pseudoText('Message'), exact: true })
  await waitUntilVisible(box, 'there is no room')
  await seeWhole('a room with nobody else')
  const direction = page.locator('.invite-link-input').evaluate((link) => getComputedStyle(link).direction)
  expect(await direction, 'of a long link its end shows, which is its key').toBe('ltr')
  await box.fill('something to answer')
  await button('Send').click()
  await waitUntilVisible(page.getByRole('article'), 'nothing is said')
  await seeWhole('a room')
  for (const name of ['More', 'Destroy now']) {
    await button(name).click()
    await waitUntilVisible(page.getByRole('dialog'), `${name} opens nothing`)
    await seeWhole(name)
    await page.keyboard.press('Escape')
  }
})
