import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectStatus } from '../support/api-client.ts'
import { waitUntil, waitUntilVisible } from '../support/browser.ts'
import {
  createRoom,
  createRoomByApi,
  createVisitors,
  enterRoom,
  room,
  sendMessage,
} from '../support/visitors.ts'
import { leaveWindow, lookAway, openDeviceChoices, recordSigns } from './page-actions.ts'

const visitors = createVisitors()

/** Waits until the title of the window is another. */
const seeTitle = (page: Page, title: RegExp) => expect.poll(() => page.title()).toMatch(title)
const choices = (page: Page) => page.getByRole('dialog', { name: 'On this device' })
const soundSwitch = (page: Page) => page.getByRole('switch', { name: /sound/ })
const notificationSwitch = (page: Page) => page.getByRole('switch', { name: /notification/ })

test('who comes and who leaves is read out, and whoever waits elsewhere for somebody is notified', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  const focus = () => ann.page.evaluate(() => document.activeElement?.tagName)
  // As on a phone, where nothing has the focus until it is touched.
  await ann.page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  )
  await lookAway(ann.page)
  await enterRoom(ben.page, address, 'Ben')
  await seeTitle(ann.page, /^Somebody is here/)
  await waitUntilVisible(ann.page.getByText('Ben came.'), 'the page does not show who comes')
  expect(await focus(), 'the focus is moved').toBe('BODY')
  await lookAway(ann.page, false)
  await seeTitle(ann.page, /^A private room/)
  await ben.page.getByRole('button', { name: 'Leave', exact: true }).click()
  await waitUntilVisible(ann.page.getByText('Ben left.', { exact: true }), 'the page does not show who left')
})

test('signs are off until switched on, remembered, given only to who looks elsewhere, and disclose nothing', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const readSigns = await recordSigns(ann.page)
  const address = await createRoom(ann.page, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  await lookAway(ann.page)
  await sendMessage(ben.page, 'a secret word')
  await seeTitle(ann.page, /^\(1\)/)
  expect(await readSigns()).toEqual({ shown: [], played: 0, asked: 0 })

  await lookAway(ann.page, false)
  await openDeviceChoices(ann.page)
  await waitUntilVisible(choices(ann.page), 'the choices can not be opened')
  expect(await soundSwitch(ann.page).getAttribute('aria-checked')).toBe('false')
  await soundSwitch(ann.page).click()
  await notificationSwitch(ann.page).click()
  await waitUntil(
    async () => (await notificationSwitch(ann.page).getAttribute('aria-checked')) === 'true',
    'it can not be switched on',
  )
  await waitUntil(async () => (await readSigns()).played > 0, 'the sound that one chose is not played')
  await ann.page.keyboard.press('Escape')

  const before = (await readSigns()).played
  await sendMessage(ben.page, 'seen as it comes')
  await waitUntilVisible(room.message(ann.page, 'seen as it comes'), 'the message does not arrive')
  expect(await readSigns()).toEqual({ shown: [], played: before, asked: 1 })

  // Beside another window the page can be seen, and nobody looks at it.
  await leaveWindow(ann.page)
  await sendMessage(ben.page, 'another secret word')
  await waitUntil(async () => (await readSigns()).shown.length === 1, 'nothing is shown')
  await waitUntil(async () => (await readSigns()).played > before, 'nothing is played')
  await seeTitle(ann.page, /^\(1\)/)
  const { shown, played } = await readSigns()
  // Two notes are a sound.
  const once = { shown: shown.length + 1, played: played + 2 }
  expect(JSON.stringify(shown)).not.toMatch(/secret|word|Ben|Ann/)
  expect(JSON.stringify(shown)).toMatch(/new message/)
  await leaveWindow(ann.page, false)
  await seeTitle(ann.page, /^A private room/)

  const other = await ann.openTab()
  const readOther = await recordSigns(other)
  await other.goto(address)
  await room.box(other).click()
  await other.evaluate(() => Object.assign(Notification, { permission: 'granted' }))
  // Both tabs say that they are looked at.
  await expect
    .poll(() =>
      other.evaluate(async () => {
        const { held = [] } = await navigator.locks.query()
        return held.filter(({ name }) => name?.startsWith('private-chat.looked-at.')).length
      }),
    )
    .toBe(2)
  await leaveWindow(ann.page)
  await sendMessage(ben.page, 'seen in the other tab')
  await seeTitle(ann.page, /^\(1\)/)
  await lookAway(other)
  await sendMessage(ben.page, 'seen in no tab')
  const count = async () => {
    const [one, two] = [await readSigns(), await readOther()]
    return { shown: one.shown.length + two.shown.length, played: one.played + two.played }
  }
  await waitUntil(async () => (await count()).played >= once.played, 'none of two tabs sounds')
  await seeTitle(ann.page, /^\(2\)/)
  await seeTitle(other, /^\(1\)/)
  expect(await count(), 'two tabs give more signs than one').toEqual(once)
  await other.close()

  await ann.page.reload()
  await waitUntilVisible(room.box(ann.page), 'a reload costs the seat')
  await openDeviceChoices(ann.page)
  expect(await soundSwitch(ann.page).getAttribute('aria-checked')).toBe('true')
  await soundSwitch(ann.page).click()
  await expect.poll(() => soundSwitch(ann.page).getAttribute('aria-checked')).toBe('false')
})

test('whoever looks elsewhere learns that a room of an hour ends in five minutes', async () => {
  const ann = await visitors.open()
  const readSigns = await recordSigns(ann.page)
  const address = await createRoomByApi(ann, { lifetime: 3_600 })
  await enterRoom(ann.page, address, 'Ann')
  await openDeviceChoices(ann.page)
  await notificationSwitch(ann.page).click()
  await waitUntil(
    async () => (await notificationSwitch(ann.page).getAttribute('aria-checked')) === 'true',
    'it can not be switched on',
  )
  await ann.page.keyboard.press('Escape')
  await lookAway(ann.page)
  // Three seconds more than five minutes: the page sees them pass.
  const closesAt = Date.now() + 303_000
  expectStatus(await ann.callApi('PATCH', address.replace('/room/', '/api/rooms/'), { closesAt }), 200)
  await seeTitle(ann.page, /^5 min left/)
  await expect
    .poll(async () => (await readSigns()).shown)
    .toMatchObject([{ body: 'Your room ends in 5 minutes.' }])
  await lookAway(ann.page, false)
  await waitUntilVisible(ann.page.getByText('5 minutes left.'), 'the page does not warn')
})

test('a real browser plays the sound once the page was touched', async () => {
  const { page } = await visitors.open()
  await page.addInitScript(() => {
    const made: AudioContext[] = []
    const Real = AudioContext
    Object.assign(window, {
      made,
      AudioContext: class extends Real {
        constructor() {
          super()
          made.push(this)
        }
      },
    })
  })
  await createRoom(page, 'Ann')
  await openDeviceChoices(page)
  await soundSwitch(page).click()
  await waitUntil(
    () => page.evaluate(() => window.made[0]?.state === 'running'),
    'the policy of the page keeps its own sound from playing',
  )
})

test('where the browser blocks notifications the menu shows that', async () => {
  const { page } = await visitors.open()
  await page.addInitScript(() => Object.assign(Notification, { requestPermission: async () => 'denied' }))
  await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }))
  await createRoom(page, 'Ann')
  await openDeviceChoices(page)
  await waitUntilVisible(
    choices(page).getByText(/blocks notifications/),
    'the page does not show why it can not be switched on',
  )
  expect(await notificationSwitch(page).getAttribute('aria-disabled')).toBe('true')
})
