import { createServer, type Server } from 'node:http'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { deriveAdmissionSecret, hashAdmissionSecret } from '../../client/crypto/admission.ts'
import { type Visitor, waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { makeLinkKey } from '../support/link-key.ts'
import { createRoom, createRoomByApi, createVisitors, room, sendMessage } from '../support/visitors.ts'
import { checkFrame } from './accessibility-check.ts'

const visitors = createVisitors()
const site = inject('site')
/** The same page under an address that no deployment has named. */
const elsewhere = site.replace('localhost', '127.0.0.1')
let server: Server

beforeAll(async () => {
  // A page of somebody else's with a frame in it, whose address stands in the query.
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', site)
    const frame = searchParams.get('frame')
    if (searchParams.has('isolated')) {
      response.setHeader('cross-origin-opener-policy', 'same-origin')
      response.setHeader('cross-origin-embedder-policy', 'require-corp')
    }
    response.setHeader('content-type', 'text/html')
    response.end(
      `<!doctype html><title>A site</title><link rel="icon" href="data:,"><h1>A site</h1>${
        frame && `<iframe src="${frame}" title="Chat" width="320" height="400"></iframe>`
      }`,
    )
  })
  const { port } = new URL(site)
  await new Promise<void>((resolve) => server.listen(Number(port), '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
})

/** Shows an address of ours in the frame of a site. @returns the frame, whatever came of it */
async function openFrame(page: Page, path: string, at = site, more = ''): Promise<Frame> {
  const address = new URL(path, visitors.origin).href
  await page.goto(`${at}/?frame=${encodeURIComponent(address)}${more}`)
  return frameOf(page)
}

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  if (frame === null) throw new Error('the site has no frame')
  return frame
}

/** The address of a room in a frame. */
const framed = (address: string) => address.replace('/room/', '/embed/room/')

const inFrame = {
  box: (frame: Frame) => frame.getByRole('textbox', { name: 'Message', exact: true }),
  message: (frame: Frame, text: string) =>
    frame.getByRole('log').getByRole('article').filter({ hasText: text }),
  heading: (frame: Frame, name: string) => frame.getByRole('heading', { name }),
}

async function sendFrom(frame: Frame, text: string): Promise<void> {
  await inFrame.box(frame).fill(text)
  await frame.getByRole('button', { name: 'Send', exact: true }).click()
  await waitUntilVisible(inFrame.message(frame, text), 'what was sent in the frame is not in its log')
}

/** Lists the ids under which the browser keeps keys. Runs in the page. */
function listKeyRecords(): Promise<IDBValidKey[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('private-chat')
    opening.onerror = reject
    opening.onsuccess = () => {
      const [name = ''] = opening.result.objectStoreNames
      const listing = opening.result.transaction(name).objectStore(name).getAllKeys()
      listing.onerror = reject
      listing.onsuccess = () => {
        opening.result.close()
        resolve(listing.result)
      }
    }
  })
}

/** What a visitor meets at another site: calls of that site, what it may not frame, and a clipboard that is forbidden at first. */
const EXPECTED = [`:${new URL(site).port}`, 'frame-ancestors', 'The Clipboard API has been blocked']

/** Takes what was expected of what a visitor met. */
function takeExpected({ problems }: Visitor): void {
  const other = problems.filter((problem) => !EXPECTED.some((part) => problem.includes(part)))
  problems.splice(0, problems.length, ...other)
}

test('somebody in a frame talks with somebody outside, and keeps the seat when site and frame are loaded again', async () => {
  const [ann, ben] = [await visitors.open(), await visitors.open()]
  const address = await createRoom(ann.page, 'Ann', { anyone: true })
  let frame = await openFrame(ben.page, framed(address))
  await waitUntilVisible(inFrame.box(frame), 'there is no way into the room in a frame')
  await sendFrom(frame, 'from the frame')
  await waitUntilVisible(room.message(ann.page, 'from the frame'), 'nothing comes out of the frame')
  await sendMessage(ann.page, 'from outside')
  await waitUntilVisible(inFrame.message(frame, 'from outside'), 'nothing comes into the frame')
  const cookies = await ben.context.cookies()
  expect(
    cookies.map(({ name, sameSite, secure, httpOnly }) => ({ name, sameSite, secure, httpOnly })),
  ).toEqual([{ name: 'x-auth-token', sameSite: 'None', secure: true, httpOnly: true }])
  expect(cookies[0]).toMatchObject({ partitionKey: 'http://localhost' })
  // Apart from those of a tab, also where a browser shares what pages store, as this one does.
  expect(await frame.evaluate(listKeyRecords)).toEqual([expect.stringMatching(/^embed /)])

  await checkFrame(frame, 'a room in a frame')
  // What fits, what is said of the site, and what is not offered.
  expect(await frame.evaluate(() => [document.documentElement.scrollWidth, innerWidth])).toEqual([320, 320])
  await waitUntilVisible(frame.getByRole('button', { name: 'Attach a file' }), 'no file can be sent')
  await waitUntilHidden(frame.getByRole('button', { name: 'Record' }), 'a voice is offered')
  expect(await frame.locator('.encryption-badge').getAttribute('title')).toContain(
    'The site around this frame',
  )
  expect(await ann.page.locator('.encryption-badge').getAttribute('title')).not.toContain('frame')
  await frame.getByRole('button', { name: 'Copy link' }).click()
  await waitUntil(
    async () => (await ben.page.evaluate(() => navigator.clipboard.readText())) === ann.page.url(),
    'the link that is copied is not the room’s own',
  )

  const reloads = {
    'after the site was loaded again': () => ben.page.reload(),
    'after the frame was loaded again': async () => {
      const loaded = ben.page.waitForEvent('framenavigated', (each) => each === frame)
      await frame.evaluate(() => location.reload())
      await loaded
    },
  }
  for (const [text, reload] of Object.entries(reloads)) {
    await reload()
    frame = await frameOf(ben.page)
    await waitUntilVisible(
      inFrame.message(frame, 'from the frame').filter({ hasText: 'You' }),
      'the seat is another',
    )
    await sendFrom(frame, text)
  }
  await expect.poll(() => room.people(ann.page).count()).toBe(2)

  // A language that is chosen there is that of this site’s frame.
  const choose = async (menu: string, name: string, tag: string) => {
    await frame.getByRole('button', { name: menu, exact: true }).click()
    await frame.getByRole('combobox', { name, exact: true }).selectOption(tag)
    // It is loaded again meanwhile: a locator goes on looking in what comes.
    await waitUntilVisible(frame.locator(`html[lang="${tag}"]`), 'the frame stays in its language')
  }
  await choose('More', 'Language', 'de')
  await choose('Mehr', 'Sprache', 'en')
  const [kept] = (await ben.context.cookies()).filter(({ name }) => name === 'language')
  expect(kept).toMatchObject({ value: 'en', path: '/embed', sameSite: 'None', secure: true })
  expect(kept).toMatchObject({ partitionKey: 'http://localhost' })

  await frame.getByRole('button', { name: 'Leave' }).click()
  await waitUntilVisible(
    inFrame.heading(frame, 'You left the room'),
    'the frame does not say what became of it',
  )
  const [tab] = await Promise.all([
    ben.context.waitForEvent('page'),
    // It says nothing of a tab: no link leads to a page that can't be shown here.
    frame.getByRole('link', { name: 'private-chat', exact: true }).click(),
  ])
  expect([new URL(tab.url()).pathname, await tab.evaluate(() => opener)]).toEqual(['/', null])
  takeExpected(ben)
})

test('a frame asks for the password, sees the end, and says why there is no way in', async () => {
  const [ann, ben] = [await visitors.open(), await visitors.open()]
  const address = await createRoom(ann.page, 'Ann', { anyone: true, password: 'correct horse' })
  let frame = await openFrame(ben.page, framed(address))
  await (
    await waitUntilVisible(frame.getByLabel('Password', { exact: true }), 'nobody asks for the password')
  ).fill('correct horse')
  await frame.getByLabel('Password', { exact: true }).press('Enter')
  await waitUntilVisible(inFrame.box(frame), 'the password opens nothing in a frame')
  await sendFrom(frame, 'the last words')
  await room.destroy(ann.page).click()
  await room.confirm(ann.page).click()
  await waitUntilVisible(
    inFrame.heading(frame, 'The room is gone'),
    'the frame does not say that the room is gone',
  )
  expect(await frame.locator('body').textContent()).not.toContain('the last words')

  for (const [path, heading] of [
    [framed(address), 'This room is not there'],
    ['/embed/room/short', 'This room is not there'],
  ] as const) {
    frame = await openFrame(ben.page, path)
    await waitUntilVisible(inFrame.heading(frame, heading), `the frame stays blank at ${path}`)
  }
  takeExpected(ben)
})

test('a site that is cross-origin isolated may frame a room, here one of version 1; without cookies it is opened in a tab', async () => {
  const [ann, ben] = [await visitors.open(), await visitors.open()]
  const key = makeLinkKey()
  const admission = await hashAdmissionSecret(await deriveAdmissionSecret(key))
  const path = await createRoomByApi(ann, { capacity: 3, encryption: 'e2ee', admission })
  const address = `${visitors.origin}${path}#${key}`
  let frame = await openFrame(ben.page, framed(address), site, '&isolated')
  expect(await ben.page.evaluate(() => crossOriginIsolated)).toBe(true)
  await waitUntilVisible(inFrame.box(frame), 'there is no way into a room of version 1 in a frame')
  await sendFrom(frame, 'with one key')
  expect(await frame.locator('.encryption-badge').getAttribute('title')).toContain(
    'The site around this frame',
  )

  const forgetting = await ben.page.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} })
  })
  frame = await openFrame(ben.page, framed(address))
  await waitUntilVisible(
    inFrame.heading(frame, 'Your browser keeps no cookies in this frame'),
    'a seat would be taken that nobody can sit on',
  )
  await forgetting.dispose()
  const [tab] = await Promise.all([
    ben.context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Open in a tab' }).click(),
  ])
  await tab.waitForURL(address)
  // A frame that is opened by itself is the room's own page.
  await tab.goto(framed(address))
  await tab.waitForURL(address)
  takeExpected(ben)
})

test('a site that is not named is refused by the browser, and so is everywhere whatever is no room', async () => {
  const ben = await visitors.open()
  const roomId = 'V1StGXR8_Z5jdHi6B-myT'
  for (const [path, at] of [
    [`/embed/room/${roomId}`, elsewhere],
    ['/embed/', elsewhere],
    [`/room/${roomId}`, site],
    ['/', site],
    ['/privacy', site],
    ['/login', site],
    ['/embed/login', site],
    ['/favicon.svg', site],
    ['/api/health', site],
  ] as const) {
    const frame = await openFrame(ben.page, path, at)
    await expect
      .poll(() => frame.url(), { message: `${path} is shown in a frame of ${at}` })
      .toMatch(/^chrome-error:/)
  }
  takeExpected(ben)
})
