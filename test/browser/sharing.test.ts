import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectStatus } from '../support/api-client.ts'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { Person } from '../support/node-client.ts'
import { readQrCode } from '../support/read-qr-code.ts'
import {
  createRoom,
  createRoomByApi,
  createVisitors,
  enterRoom,
  room,
  seeLobby,
  sendMessage,
} from '../support/visitors.ts'

const visitors = createVisitors()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const menu = (page: Page) => page.getByRole('dialog', { name: 'This room' })
const readSecondsLeft = async (page: Page) => {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await room.timer(page).textContent()) ?? '') ?? []
  return Number(minutes) * 60 + Number(seconds)
}

describe('the invite link', () => {
  test('is shown as a QR code of all of it, which is drawn right here', async () => {
    const { page } = await visitors.open()
    await createRoom(page, 'Ann')
    await button(page, 'QR code').first().click()
    const code = await waitUntilVisible(page.getByRole('img', { name: /QR code/ }), 'there is no QR code')
    expect(await readQrCode(code)).toEqual({ text: page.url(), corner: { x: 4, y: 4 } })
    // Dark on light in the dark theme, too: many cameras read nothing else.
    await page.emulateMedia({ colorScheme: 'dark' })
    expect((await readQrCode(code))?.text, 'it is not dark on light in the dark theme').toBe(page.url())
  })

  test('is copied from a dialog, too, where the clipboard itself is refused', async () => {
    const { page } = await visitors.open()
    await page.addInitScript(() => {
      Clipboard.prototype.writeText = async () => {
        throw new DOMException('refused', 'NotAllowedError')
      }
    })
    await createRoom(page, 'Ann')
    await button(page, 'QR code').first().click()
    const copy = page.getByRole('dialog').getByRole('button', { name: 'Copy link' })
    await copy.click()
    await waitUntilVisible(
      page.getByRole('dialog').getByText('Link copied.'),
      'the page does not show that it is copied',
    )
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
    expect(await copy.evaluate((each) => each === document.activeElement), 'the focus is lost').toBe(true)

    await page.evaluate(() => {
      document.execCommand = () => false
    })
    await copy.click()
    await waitUntilVisible(page.getByText(/Copying is not allowed here/), 'what is not copied is said to be')
  })

  test('goes to the share sheet of the system where there is one', async () => {
    const { page } = await visitors.open()
    await page.addInitScript(() => {
      const shared: unknown[] = []
      Object.assign(window, { shared })
      Object.assign(navigator, { share: async (what: unknown) => shared.push(what) })
    })
    await createRoom(page, 'Ann')
    await button(page, 'QR code').first().click()
    await button(page, 'Share…').click()
    await expect.poll(() => page.evaluate(() => window.shared)).toEqual([{ url: page.url() }])
  })
})

describe('the host', () => {
  test('gives the room ten more minutes, for everyone', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    await enterRoom(ann.page, await createRoomByApi(ann, { capacity: 3 }), 'Ann')
    await enterRoom(ben.page, ann.page.url(), 'Ben')
    for (const { page } of [ann, ben]) {
      await button(page, 'More').click()
      await waitUntilVisible(menu(page), 'there is no menu')
    }
    expect(await button(ben.page, 'Change the end').count(), 'a visitor may not').toBe(0)
    await button(ann.page, 'Change the end').click()
    const step = button(ann.page, '+ 10 minutes')
    const shown = await step.elementHandle()
    await step.click()
    for (const { page } of [ann, ben]) {
      await waitUntil(async () => (await readSecondsLeft(page)) > 1_100, 'not everyone has more time')
      expect(await readSecondsLeft(page)).toBeLessThanOrEqual(1_200)
    }
    const left = await readSecondsLeft(ann.page)
    await waitUntil(async () => (await readSecondsLeft(ann.page)) < left, 'the time stands still')
    expect(await shown?.evaluate((each) => each.isConnected), 'a second takes the focus along').toBe(true)
  })

  test('locks the room, and a third finds it locked', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const cat = await visitors.open()
    await enterRoom(ann.page, await createRoomByApi(ann, { capacity: 5 }), 'Ann')
    await enterRoom(ben.page, ann.page.url(), 'Ben')
    await button(ben.page, 'More').click()
    await waitUntilVisible(menu(ben.page), 'a visitor has no menu')
    expect(await ben.page.getByRole('switch', { name: /door/ }).count(), 'a participant may lock').toBe(0)

    await button(ann.page, 'More').click()
    const lock = ann.page.getByRole('switch', { name: 'Lock the door' })
    await lock.click()
    await waitUntil(async () => (await lock.getAttribute('aria-checked')) === 'true', 'the room stays open')
    await cat.page.goto(ann.page.url())
    await waitUntilVisible(cat.page.getByText(/room is locked/i), 'a locked room is not explained')
    await lock.click()
    await waitUntil(
      async () => (await lock.getAttribute('aria-checked')) === 'false',
      'the room stays locked',
    )
    await button(cat.page, 'Try again').click()
    await waitUntilVisible(room.box(cat.page), 'an unlocked room lets nobody in')
  })

  test('removes somebody after a question; who was removed sees that', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    await enterRoom(ann.page, await createRoomByApi(ann, { capacity: 5 }), 'Ann')
    await enterRoom(ben.page, ann.page.url(), 'Ben')
    await sendMessage(ben.page, 'something rude')
    await button(ann.page, 'More').click()
    await button(ann.page, 'Remove Ben').click()
    const question = ann.page.getByRole('dialog', { name: 'Remove Ben?' })
    await question.getByRole('button', { name: 'Let them stay' }).click()
    expect(await room.people(ann.page).count()).toBe(2)
    await room.people(ann.page).getByRole('button', { name: 'Ben' }).press('Enter')
    await button(ann.page, 'Remove').click()
    // The same invite link lets them in again: the page shows that, and locks the room first unless the host does not want it.
    await waitUntilVisible(
      question.getByText(/The link they have lets them in again/),
      'a removal promises too much',
    )
    expect(await question.getByRole('switch', { name: 'Lock the door first' }).isChecked()).toBe(true)
    await question.getByRole('button', { name: 'Remove', exact: true }).click()
    await seeLobby(ben.page, /removed/i, 'who was removed is still inside')
    await waitUntilVisible(ann.page.getByText('Ben was removed.'), 'the host does not see that it worked')
    await waitUntil(
      async () => (await room.people(ann.page).count()) === 1,
      'who was removed is still listed',
    )
    await waitUntil(
      () => ann.page.evaluate(() => document.activeElement !== document.body),
      'the focus is lost with who was removed',
    )
    await ben.page.goto(ann.page.url())
    await waitUntilVisible(ben.page.getByText(/were removed/i), 'who was removed comes back')
    await ben.context.clearCookies()
    await ben.page.goto(ann.page.url())
    await waitUntilVisible(
      ben.page.getByText(/room is locked/i),
      'who was removed comes back as somebody else',
    )
  })

  test('finds who is away in the menu, and frees the seat; the invite link’s dialog shows that every seat is taken', async () => {
    const ann = await visitors.open()
    const [ben, cat] = [new Person(visitors.origin), new Person(visitors.origin)]
    const address = await createRoomByApi(ann, { capacity: 3 })
    const roomId = address.slice('/room/'.length)
    await ben.joinRoom(roomId, { alias: 'Ben' })
    await cat.joinRoom(roomId, { alias: 'Cat' })
    await enterRoom(ann.page, address, 'Ann')
    await waitUntilVisible(
      ann.page.getByText(/Every seat of this room is taken/),
      'the page shows that the invite link lets one more in',
    )
    await ben.callApi('POST', `/api/rooms/${roomId}/messages`, { text: 'back in a minute' })
    await waitUntilVisible(room.message(ann.page, 'back in a minute'), 'Ben’s message does not arrive')
    await button(ann.page, 'QR code').first().click()
    await waitUntilVisible(
      ann.page.getByText(/Every seat is taken/),
      'the page shows that the invite link lets somebody in',
    )
    await button(ann.page, 'Close').click()
    // The minute that a seat waits for whoever reloads has passed for one of them.
    await ann.page.route('**/participants', async (route) => {
      const list = await (await route.fetch()).json()
      for (const seat of list.participants) if (seat.alias === 'Ben') seat.awaySince -= 60_000
      await route.fulfill({ json: list })
    })
    const freed: string[] = []
    await ann.page.route('**/participants/*', async (route) => {
      freed.push(`${route.request().method()} ${new URL(route.request().url()).search}`)
      await route.fulfill({ status: 204 })
    })
    await button(ann.page, 'More').click()
    await waitUntilVisible(
      ann.page.getByRole('list', { name: 'People who are away' }).getByText('Ben'),
      'Ben is not listed',
    )
    const listed = ann.page.getByRole('list', { name: 'People who are away' }).getByText('Cat')
    await waitUntilVisible(listed, 'Cat is not listed')
    await waitUntilVisible(
      ann.page.getByText('You can free this seat after a minute.'),
      'the page does not show when a seat can be freed',
    )
    await cat.openConnection(roomId)
    await waitUntilHidden(listed, 'somebody who has come is still away')
    await button(ann.page, 'Free the seat of Ben').click()
    const question = ann.page.getByRole('dialog', { name: 'Free the seat of Ben?' })
    await question.getByRole('button', { name: 'Free seat', exact: true }).click()
    await waitUntilVisible(
      ann.page.getByText('The seat of Ben is free.'),
      'the page does not show that it is free',
    )
    expect(freed).toEqual(['DELETE ?away=true'])
  })
})

test('the last minute is announced, seen and read out, and can be put off', async () => {
  const ann = await visitors.open({ motion: true })
  const ben = await visitors.open({ motion: true })
  const address = await createRoomByApi(ann, { capacity: 3 })
  await enterRoom(ann.page, address, 'Ann')
  await enterRoom(ben.page, ann.page.url(), 'Ben')
  const spoken = (page: Page, text: string) => page.locator('[aria-live=polite]', { hasText: text })
  const read = spoken(ann.page, 'One minute left.').waitFor({ state: 'attached' })
  // A moment more: the page sees it pass.
  const closesAt = Date.now() + 62_000
  expectStatus(await ann.callApi('PATCH', address.replace('/room/', '/api/rooms/'), { closesAt }), 200)
  await waitUntilVisible(
    ann.page.getByText('Less than a minute left.'),
    'nobody sees that the last minute has begun',
  )
  await read
  await waitUntilVisible(ben.page.getByText('Less than a minute left.'), 'a visitor does not see it')
  await ann.page.locator('.ending-warning').getByRole('button', { name: '+10 minutes' }).click()
  await waitUntil(async () => (await readSecondsLeft(ann.page)) > 600, 'it can not be put off')
  await waitUntil(
    async () => (await ben.page.getByText('Less than a minute left.').count()) === 0,
    'the warning stays',
  )
})
