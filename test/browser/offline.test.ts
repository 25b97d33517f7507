import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import {
  openBrowser,
  openVisitor,
  type Visitor,
  waitUntil,
  waitUntilHidden,
  waitUntilVisible,
} from '../support/browser.ts'
import { Person } from '../support/node-client.ts'
import { type Server, startServer } from '../support/server.ts'
import { createRoom, enterRoom, lobby, room, seeLobby, sendMessage } from '../support/visitors.ts'
import { seeKept } from './page-actions.ts'

// A browser that is cut off prints errors of its own: these people's consoles are not looked at.
let browser: Browser
let server: Server
let ann: Visitor
let ben: Visitor
beforeAll(async () => {
  // It remembers pages for who goes back, as people's browsers do.
  const opening = openBrowser(inject('browser'), ['--disable-back-forward-cache'])
  ;[browser, server] = await Promise.all([opening, startServer({ rateLimits: 'off' })])
  ;[ann, ben] = await Promise.all([openVisitor(browser, server.origin), openVisitor(browser, server.origin)])
})
afterEach(async () => {
  for (const { context, resetProfile: forget } of [ann, ben]) {
    await context.setOffline(false)
    await forget()
  }
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))

/** Waits until these messages are in the log, once and in order. */
const seeTexts = (page: Page, texts: string[]) =>
  expect.poll(() => room.log(page).locator('.message-text').allTextContents()).toEqual(texts)

test('without a network one sees that, goes on writing, and all of it arrives once', async () => {
  const address = await createRoom(ann.page, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  await sendMessage(ann.page, 'before')
  await ann.context.setOffline(true)
  for (const text of ['first', 'second']) {
    await room.box(ann.page).fill(text)
    await room.send(ann.page).click()
  }
  await waitUntilVisible(
    ann.page.getByText('You are offline. 2 messages are waiting.'),
    'the page does not show that it is offline',
  )
  expect(await ann.page.getByText('Sending…').count()).toBe(2)
  expect(await room.message(ben.page, 'first').count()).toBe(0)
  await ann.context.setOffline(false)
  await waitUntilVisible(room.message(ben.page, 'second'), 'what waited is not sent')
  await waitUntilHidden(ann.page.getByText(/You are offline/), 'the banner stays')
  for (const { page } of [ann, ben]) await seeTexts(page, ['before', 'first', 'second'])
})

test('what waits survives a reload, and is sent once', async () => {
  const address = await createRoom(ann.page, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  let cut = true
  await ann.page.routeWebSocket(/realtime/, (socket) => {
    if (cut) void socket.close({ code: 1012 })
    else socket.connectToServer()
  })
  // Nor by the way around a socket that is cut.
  await ann.page.route(/\/events(\?|$)/, (route) => (cut ? route.abort() : route.continue()))
  await ann.page.reload()
  await waitUntilVisible(room.box(ann.page), 'a reload costs the seat')
  await room.box(ann.page).fill('said in a tunnel')
  await room.send(ann.page).click()
  await waitUntilVisible(ann.page.getByText('said in a tunnel'), 'what waits is not shown')
  await seeKept(ann.page, 'outbox')
  await ann.page.reload()
  await waitUntilVisible(ann.page.getByText('said in a tunnel'), 'a reload costs what waits')
  expect(await room.message(ben.page, 'said in a tunnel').count()).toBe(0)
  cut = false
  await ann.page.reload()
  await waitUntilVisible(room.message(ann.page, 'said in a tunnel'), 'what waits is not sent')
  await waitUntilVisible(room.message(ben.page, 'said in a tunnel'), 'what waits does not arrive')
  expect(await room.message(ben.page, 'said in a tunnel').count()).toBe(1)
})

test('who leaves without a network is out, and gives the seat back with the next one', async () => {
  const address = await createRoom(ann.page, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  const seats = async () => {
    const { body } = await new Person(server.origin).callApi(
      'GET',
      new URL(address).pathname.replace('/room/', '/api/rooms/'),
    )
    return body.seats
  }
  await ben.context.setOffline(true)
  await ben.page.getByRole('button', { name: 'Leave' }).click()
  await waitUntilVisible(ben.page.getByText(/out of this room/), 'the page is gone, or still in the room')
  expect(await room.log(ben.page).count()).toBe(0)
  await ben.context.setOffline(false)
  await seeLobby(ben.page, /left/i, 'back online there is no lobby')
  await waitUntil(async () => (await seats()) === 1, 'the seat is kept')
})

test('a server that dies and comes back costs nobody a word', async () => {
  const address = await createRoom(ann.page, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  await sendMessage(ann.page, 'before the end')
  await server.kill()
  await room.box(ann.page).fill('into the void')
  await room.send(ann.page).click()
  await waitUntilVisible(
    ann.page.getByText(/Reconnecting… 1 message is waiting/),
    'the page does not show that it is trying',
  )
  // Nothing can be loaded now: what matters is asked in the browser's own words, and fails in ours.
  ann.page.once('dialog', (dialog) => void dialog.accept())
  await room.destroy(ann.page).click()
  await waitUntilVisible(
    ann.page.getByText(/did not work/),
    'the page does not show that destroying did not work',
  )
  await server.restart()
  await waitUntilVisible(room.message(ben.page, 'into the void'), 'what was said meanwhile is lost')
  for (const { page } of [ann, ben]) await seeTexts(page, ['before the end', 'into the void'])
})

test('going back and forth strands nobody, nor does a page that comes out of the browser’s memory', async () => {
  const address = await createRoom(ann.page, 'Ann')
  await sendMessage(ann.page, 'still here')
  await ann.page.goBack({ waitUntil: 'commit' })
  await waitUntilVisible(lobby.create(ann.page), 'going back leads nowhere')
  expect(await lobby.create(ann.page).getAttribute('aria-disabled'), 'the lobby is still busy').not.toBe(
    'true',
  )
  await ann.page.goForward({ waitUntil: 'commit' })
  await waitUntilVisible(room.message(ann.page, 'still here'), 'going forward leads nowhere')
  await sendMessage(ann.page, 'and talking')

  // What a page that comes out of the browser's memory shows where the room is gone meanwhile.
  await ann.context.setOffline(true)
  expect(
    (await ann.callApi('DELETE', new URL(address).pathname.replace('/room/', '/api/rooms/'))).status,
  ).toBe(200)
  await ann.context.setOffline(false)
  await ann.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await seeLobby(ann.page, /gone/i, 'the page shows a room that is gone')
})
