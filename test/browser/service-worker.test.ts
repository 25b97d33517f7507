import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, lobby, room, seeLobby, sendMessage } from '../support/visitors.ts'
import { checkAccessibility } from './accessibility-check.ts'
import { takeProblems } from './page-actions.ts'

const visitors = createVisitors()

/** All that the service worker has stored: names of caches, and the address and content of each answer. */
function readCaches(page: Page): Promise<{ names: string[]; stored: { url: string; body: string }[] }> {
  return page.evaluate(async () => {
    const names = await caches.keys()
    const stored: { url: string; body: string }[] = []
    for (const name of names) {
      const cache = await caches.open(name)
      for (const { url } of await cache.keys())
        stored.push({ url, body: (await (await cache.match(url))?.text()) ?? '' })
    }
    return { names, stored }
  })
}

test('without a network a page says so, and with one the room is back; nothing of it is stored, then or after its end', async () => {
  const ann = await visitors.open({ serviceWorker: true })
  // An address of the app that is no page, and so registers nothing.
  await ann.page.goto('/robots.txt')
  await ann.page.evaluate(() => caches.open('private-chat.another-build'))
  const address = await createRoom(ann.page, 'Annabella')
  await ann.page.evaluate(() => navigator.serviceWorker.ready)
  await ann.page.reload()
  await sendMessage(ann.page, 'burn after reading')
  // A part that is loaded now, by the service worker.
  await ann.page.getByRole('button', { name: 'More', exact: true }).click()
  await waitUntilVisible(ann.page.getByRole('dialog', { name: 'This room' }), 'there is no menu')
  await ann.page.keyboard.press('Escape')
  expect(ann.problems).toEqual([])

  await ann.context.setOffline(true)
  await ann.page.reload()
  await waitUntilVisible(
    ann.page.getByRole('heading', { name: 'There is no connection' }),
    'nothing says why',
  )
  expect(ann.page.url()).toBe(address)
  const [roomId = ''] = /[\w-]{21}/.exec(address) ?? []
  expect(await ann.page.content()).not.toContain(roomId)
  await Promise.all([
    ann.page.waitForEvent('load'),
    ann.page.getByRole('button', { name: 'Try again' }).click(),
  ])
  await waitUntilVisible(
    ann.page.getByRole('heading', { name: 'There is no connection' }),
    'a try leads nowhere',
  )
  await checkAccessibility(ann.page, 'the page without a network')
  await ann.context.setOffline(false)
  await waitUntilVisible(room.message(ann.page, 'burn after reading'), 'the room is not back by itself')

  await room.destroy(ann.page).click()
  await room.confirm(ann.page).click()
  await seeLobby(ann.page, /gone/i, 'the room is not destroyed')
  const { names, stored } = await readCaches(ann.page)
  expect(names).toEqual([expect.stringMatching(/^private-chat\.[\w-]{8}$/)])
  expect(stored.length).toBeGreaterThan(3)
  const hashed = new RegExp(`^${visitors.origin}/assets/[\\w-]+-[\\w-]{8}(?:\\.(?:js|css))?$`)
  for (const { url, body } of stored) {
    expect(url).toMatch(hashed)
    for (const secret of [roomId, 'burn after reading', 'Annabella']) expect(body).not.toContain(secret)
  }
  expect(JSON.stringify(stored)).not.toContain(roomId)
  ann.problems.splice(0)
})

test('a script that was changed on its way is not stored, and the next time it is there', async () => {
  const ann = await visitors.open({ serviceWorker: true })
  await ann.page.goto('/privacy')
  await ann.page.evaluate(() => navigator.serviceWorker.ready)
  await ann.context.route(/\/open-lobby-.*\.js/, async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    body.writeUInt8(0x20, body.length - 1)
    await route.fulfill({ response, body })
  })
  await ann.page.goto('/')
  await waitUntilVisible(ann.page.getByText(/could not be loaded, or was changed/), 'a changed script runs')
  await ann.context.unroute(/\/open-lobby-.*\.js/)
  await ann.page.reload()
  await waitUntilVisible(ann.page.getByRole('button', { name: 'Create room' }), 'what was changed was stored')
  await waitUntil(
    async () => (await readCaches(ann.page)).stored.some(({ url }) => url.includes('/open-lobby-')),
    'nothing is stored',
  )
  // The browser prints that it was refused.
  expect(await takeProblems(ann)).not.toEqual([])
})

/** Shares a text and a picture to the app, as a system does: by a form that is sent to it. */
async function share(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const form = document.createElement('form')
    Object.assign(form, { method: 'POST', action: '/share', enctype: 'multipart/form-data' })
    const files = new DataTransfer()
    files.items.add(new File(['not a picture'], 'cat.png', { type: 'image/png' }))
    for (const field of [
      { type: 'text', name: 'text', value: text },
      { type: 'file', name: 'pictures', files: files.files },
    ])
      form.append(Object.assign(document.createElement('input'), field))
    document.body.append(form)
    form.submit()
  }, text)
}

test('what is shared to the app waits in the box of the room that is made, and never reaches the server', async () => {
  const ann = await visitors.open({ serviceWorker: true })
  const { page } = ann
  await page.goto('/privacy')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  const [answer] = await Promise.all([page.waitForResponse('**/share'), share(page, 'seen on the way')])
  expect(answer.fromServiceWorker(), 'the server was asked').toBe(true)
  const notice = page.getByRole('status', { name: 'Your first message' })
  await waitUntilVisible(notice.getByText('seen on the way'), 'the lobby shows nothing of it')
  await waitUntilVisible(notice.getByText('Picture: cat.png'), 'the lobby shows no picture')
  await expect.poll(() => new URL(page.url()).search).toBe('')

  // Nobody carries it: the lobby keeps it, and makes no room that would be without it.
  await page.evaluate(() =>
    Object.defineProperty(navigator.serviceWorker, 'controller', { value: null, configurable: true }),
  )
  await lobby.create(page).click()
  await waitUntilVisible(page.getByText(/could not be passed on/), 'it is lost, and nobody is told')
  await waitUntilVisible(notice.getByText('seen on the way'), 'the lobby does not keep it')
  await page.evaluate(() => Reflect.deleteProperty(navigator.serviceWorker, 'controller'))
  await lobby.create(page).click()
  await waitUntil(
    async () => (await room.box(page).inputValue()) === 'seen on the way',
    'the text is not in the box of the room',
  )
  await waitUntilVisible(page.getByRole('button', { name: 'Remove cat.png' }), 'the picture is not attached')
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('shared'))),
  ).toEqual([])
  const { stored } = await readCaches(page)
  expect(JSON.stringify(stored)).not.toContain('seen on the way')
})
