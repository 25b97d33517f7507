import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, lobby, room, sendMessage } from '../support/visitors.ts'
import { checkAccessibility } from './accessibility-check.ts'
import { leaveWindow, openDeviceChoices } from './page-actions.ts'

const visitors = createVisitors()

/** The page that somebody chose to open. */
const EXIT = 'https://weather.example/today'

/** What the page keeps: under which keys in the tab, and of how many rooms in the browser. */
function readKept(page: Page): Promise<{ tab: string[]; rooms: number; device: string[] }> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('private-chat')
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const counting = database.transaction('room-keys').objectStore('room-keys').count()
    const rooms = await new Promise<number>((resolve) => {
      counting.onsuccess = () => resolve(counting.result)
    })
    database.close()
    return { tab: Object.keys(sessionStorage), rooms, device: Object.values(localStorage) }
  })
}

test('a room is blurred while nobody looks, where that was chosen, and Esc twice wipes the tab', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  await ann.context.route(EXIT, (route) => route.fulfill({ contentType: 'text/html', body: 'Rain at noon' }))
  const address = await createRoom(ann.page, 'Ann')
  const { pathname, hash } = new URL(address)
  await enterRoom(ben.page, address, 'Ben')
  await sendMessage(ann.page, 'words of the room')
  await room.box(ann.page).fill('not sent yet')

  await openDeviceChoices(ann.page)
  await ann.page.getByRole('switch', { name: 'Blur the room' }).click()
  await ann.page.getByRole('switch', { name: /^Esc twice/ }).click()
  const box = ann.page.getByRole('textbox', { name: 'The page that opens' })
  await box.fill('http://weather.example')
  await waitUntilVisible(ann.page.getByText(/Write the address/), 'an address without https is taken')
  await box.fill(EXIT)
  await waitUntilHidden(ann.page.getByText(/Write the address/), 'an address is not taken')

  await checkAccessibility(ann.page, 'what is chosen on this device')

  const readBlur = () =>
    ann.page.evaluate(() => {
      const { filter, transitionDuration } = getComputedStyle(document.documentElement)
      const dialog = document.querySelector('dialog')
      const place = document.querySelector('article')?.getBoundingClientRect()
      return {
        page: filter,
        takes: transitionDuration,
        dialog: dialog && getComputedStyle(dialog).filter,
        place: `${place?.x} ${place?.y} ${place?.width}`,
      }
    })
  const { place } = await readBlur()
  await leaveWindow(ann.page)
  expect(await readBlur()).toEqual({ page: 'blur(12px)', takes: '0s', dialog: 'blur(12px)', place })
  await leaveWindow(ann.page, false)
  expect(await readBlur()).toEqual({ page: 'none', takes: '0s', dialog: 'none', place })

  // The first press closes what is open. What is not sent keeps no tab.
  await waitUntil(async () => (await readKept(ann.page)).tab.length > 0, 'no draft is kept')
  expect((await readKept(ann.page)).rooms).toBe(1)
  const countPages = () => ann.page.evaluate(() => history.length)
  const pages = await countPages()
  await ann.page.keyboard.press('Escape')
  // One press more would stop the other page, which is on its way then.
  const mayStop = await ann.page.evaluate(() => {
    const press = () =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
      )
    press()
    return press()
  })
  expect(mayStop).toBe(false)
  await waitUntilVisible(ann.page.getByText('Rain at noon'), 'the other page does not open')
  expect(await countPages(), 'the page comes after the room, and not in its place').toBe(pages)
  await waitUntilVisible(ben.page.getByText('Ann left.', { exact: true }), 'the seat is not given back')
  expect(ann.problems.splice(0), 'another page than the chosen one opens').toEqual([
    `asked another host: ${EXIT}`,
  ])

  await ann.page.goBack()
  await waitUntilVisible(lobby.create(ann.page), 'going back does not lead to what was before the room')
  const kept = await readKept(ann.page)
  expect([kept.tab, kept.rooms]).toEqual([[], 0])
  expect(JSON.stringify(kept.device)).not.toContain(pathname.slice('/room/'.length))
  expect(JSON.stringify(kept.device)).not.toContain(hash.slice(1))
  expect(await ann.page.content()).not.toContain('words of the room')
})
