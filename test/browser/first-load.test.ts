import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findFirstLoads } from '../../scripts/first-load.ts'
import { waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, lobby, room, sendMessage } from '../support/visitors.ts'

const visitors = createVisitors()

/** Collects the scripts that a page loads from now on. */
function collectScripts(page: Page): Set<string> {
  const files = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) files.add(pathname.slice(1))
  })
  return files
}

/** Waits until nothing is missing of what is to be loaded. */
function seeLoaded(expected: readonly string[], scripts: ReadonlySet<string>): Promise<void> {
  return expect
    .poll(() => expected.filter((file) => !scripts.has(file)), {
      message: 'a part that was named is not loaded',
    })
    .toEqual([])
}

/** Holds a script back. @returns lets it through */
async function holdBack(page: Page, script: RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(script, async (route) => {
    await promise
    await route.continue()
  })
  return resolve
}

/** Reloads a page, and returns which of the app's files this asked the server for. */
async function reloadFromServer(page: Page): Promise<string[]> {
  const asked = new Map<string, string>()
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  line.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/assets/')) asked.set(requestId, pathname)
  })
  line.on('Network.requestServedFromCache', ({ requestId }) => asked.delete(requestId))
  line.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache || response.fromServiceWorker) asked.delete(requestId)
  })
  await page.reload({ waitUntil: 'networkidle' })
  await line.detach()
  return [...asked.values()]
}

test('the lobby loads nothing of a room, and nothing twice', async () => {
  const ann = await visitors.open()
  const scripts = collectScripts(ann.page)
  await ann.page.goto('/')
  const expected = [...findFirstLoads().visitor].sort()
  await seeLoaded(expected, scripts)
  await ann.page.waitForLoadState('networkidle')
  expect([...scripts].sort()).toEqual(expected)
  expect(await reloadFromServer(ann.page)).toEqual([])
})

test('the lobby stands before its script is here, which takes over what was done meanwhile, and moves nothing', async () => {
  const { page } = await visitors.open()
  const release = await holdBack(page, /open-lobby/)
  // What is unfolded would move what stands below.
  const unfold = await holdBack(page, /room-options/)
  await page.goto('/', { waitUntil: 'commit' })
  await lobby.name(page).fill('Ann')
  await page.getByText('Options').click()
  const shifts = await page.evaluateHandle(() => {
    const noted: number[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) noted.push(entry.startTime)
    }).observe({ type: 'layout-shift' })
    return noted
  })
  await lobby.name(page).press('Home')
  await lobby.name(page).press('ArrowRight')
  release()
  await waitUntilVisible(page.getByText('Two people, 10 minutes'), 'the page does not take over')
  const box = await lobby.name(page).evaluate((input: HTMLInputElement) => ({
    value: input.value,
    at: input.selectionStart,
    isFocused: input === document.activeElement,
  }))
  expect(box).toEqual({ value: 'Ann', at: 1, isFocused: true })
  expect(await shifts.jsonValue()).toEqual([])
  unfold()
  await waitUntilVisible(
    page.getByRole('group', { name: 'Who' }).first(),
    'what was unfolded is folded again',
  )
})

test('a room that was asked for before the lobby’s script is here is made once it is', async () => {
  const { page } = await visitors.open()
  const release = await holdBack(page, /open-lobby/)
  await page.goto('/', { waitUntil: 'commit' })
  await lobby.name(page).fill('Ann')
  await lobby.name(page).press('Enter')
  release()
  await waitUntilVisible(room.box(page), 'what was pressed is forgotten')
})

test('who comes into a room loads what they need to read and write, and nothing for what is rare', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoom(ann.page, 'Ann', { anyone: true })
  await sendMessage(ann.page, 'hello')
  const scripts = collectScripts(ben.page)
  const heard = new Promise<string[]>((resolve) => {
    ben.page.once('websocket', (socket) => socket.once('framereceived', () => resolve([...scripts])))
  })
  await enterRoom(ben.page, address, 'Ben')
  await waitUntilVisible(room.message(ben.page, 'hello'), 'what was said is not shown')
  expect((await heard).filter((file) => file.includes('after-load'))).toEqual([])
  await sendMessage(ben.page, 'hello Ann')
  const expected = [...findFirstLoads().newcomer].sort()
  await seeLoaded(expected, scripts)
  await ben.page.waitForLoadState('networkidle')
  expect([...scripts].sort()).toEqual(expected)
  expect(await reloadFromServer(ben.page)).toEqual([])
})
