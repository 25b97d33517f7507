import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilVisible } from '../support/browser.ts'
import { Person } from '../support/node-client.ts'
import {
  createRoom,
  createRoomByApi,
  createVisitors,
  enterRoom,
  lobby,
  room,
  sendMessage,
} from '../support/visitors.ts'
import {
  checkAccessibility,
  checkHardships,
  checkTargets,
  checkTouch,
  findPrinted,
} from './accessibility-check.ts'
import { lookAway, recordReadings } from './page-actions.ts'
import { createTranslator } from './translator.ts'

const visitors = createVisitors()
const translate = createTranslator()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape')
  await waitUntil(async () => (await page.getByRole('dialog').count()) === 0, 'Escape closes nothing')
}

test('the lobby is for everyone, in every state', async () => {
  const { page } = await visitors.open()
  await page.goto('/')
  await waitUntilVisible(lobby.create(page), 'there is no lobby')
  await checkAccessibility(page, 'the lobby')
  await translate(page)
  await page.getByText('Options').click()
  await waitUntilVisible(page.getByText('Talking keeps it alive'), 'there are no options')
  await page.getByText('Up to…').click()
  await page.getByText('Other…').click()
  await checkAccessibility(page, 'the options')
  await checkHardships(page, 'the options')
  await checkTouch(page, 'the options')
  const long = page.getByLabel('How long', { exact: true })
  await long.fill('')
  await long.pressSequentially('1.5')
  expect(await long.inputValue(), 'what is typed becomes another number').toBe('1.5')
  await waitUntilVisible(page.getByText(/90 seconds/), 'one and a half minutes are something else')
  await page.getByLabel('How many people').fill('1')
  await page.getByLabel('Password', { exact: true }).fill('abc')
  await lobby.name(page).fill('\u200b')
  await lobby.create(page).click()
  await waitUntilVisible(page.getByText(/visible characters/), 'a wrong name is not explained')
  await checkAccessibility(page, 'the lobby with mistakes')
  for (const path of ['/?destroyed=true', '/?left=true', '/?error=room-full', '/nothing']) {
    await page.goto(path)
    await waitUntilVisible(
      page.getByRole('status').or(page.getByRole('alert')).or(page.getByRole('heading')),
      'nothing is said',
    )
    await checkAccessibility(page, path)
  }
})

test('the doors of a room are for everyone', async () => {
  const host = await visitors.open()
  const visitor = await visitors.open()
  const address = await createRoomByApi(host, { password: 'correct horse', capacity: 3 })
  await visitor.page.goto(address)
  await waitUntilVisible(
    visitor.page.getByLabel('Password', { exact: true }),
    'nobody is asked for the password',
  )
  await checkAccessibility(visitor.page, 'the password')
  await visitor.page.getByLabel('Password', { exact: true }).fill('wrong horse')
  await visitor.page.keyboard.press('Enter')
  await waitUntilVisible(
    visitor.page.getByText(/not the password/),
    'the page does not show that the password is wrong',
  )
  await checkAccessibility(visitor.page, 'a wrong password')

  const taken = await createRoomByApi(host, { capacity: 3 })
  await new Person(visitors.origin).joinRoom(taken.split('/').at(-1) ?? '', { alias: 'Taken' })
  await visitor.page.goto('/')
  await lobby.name(visitor.page).fill('Taken')
  await visitor.page.goto(taken)
  await waitUntilVisible(
    visitor.page.getByRole('heading', { name: /name is taken/ }),
    'nobody is asked for another name',
  )
  await checkAccessibility(visitor.page, 'a name that is taken')

  const locked = new Person(visitors.origin)
  const roomId = await locked.createRoom({ capacity: 5 })
  await locked.callApi('PATCH', `/api/rooms/${roomId}`, { locked: true })
  await visitor.page.goto(`/room/${roomId}`)
  await waitUntilVisible(
    visitor.page.getByRole('heading', { name: /locked/ }),
    'a locked room is not explained',
  )
  await checkAccessibility(visitor.page, 'a locked room')
})

test('a room is for everyone, in every state', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const { page } = ann
  const heard = await recordReadings(page)
  const address = await createRoom(page, 'Ann')
  await checkAccessibility(page, 'a room with nobody else')
  await button(page, 'QR code').first().click()
  await waitUntilVisible(page.getByRole('img', { name: /QR code/ }), 'there is no QR code')
  await checkAccessibility(page, 'the invitation')
  await closeDialog(page)

  await enterRoom(ben.page, address, 'Ben')
  await translate(ben.page)
  await sendMessage(page, 'Hello')
  await lookAway(page)
  await sendMessage(ben.page, 'See https://example.org and `code`')
  await sendMessage(ben.page, `\`\`\`\n${'a long line of code '.repeat(12)}\n\`\`\``)
  await expect.poll(() => page.title(), { message: 'the title does not count' }).toMatch(/^\(2\)/)
  await lookAway(page, false)
  await waitUntilVisible(page.getByText('New since you left'), 'there is no line where the new begins')
  await checkAccessibility(page, 'a conversation')
  await checkHardships(page, 'a conversation')
  await checkTouch(page, 'a conversation')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.locator('.block').hover()
  await checkTargets(page, 'the code under the pointer')
  await page.setViewportSize({ width: 1024, height: 720 })
  await button(page, 'More').click()
  await waitUntilVisible(page.getByRole('dialog', { name: 'This room' }), 'there is no menu')
  await checkAccessibility(page, 'the menu')
  await checkHardships(page, 'the menu')
  await checkTouch(page, 'the menu')
  await button(page, 'Remove Ben').click()
  await waitUntilVisible(page.getByRole('dialog', { name: 'Remove Ben?' }), 'removing does not ask first')
  await checkAccessibility(page, 'a question')
  await closeDialog(page)
  // Who said what, once: nothing of one's own, and no buttons.
  const isSaid = (text: string) => text.startsWith('Ben: ')
  await expect
    .poll(async () => (await heard()).filter(isSaid).map((text) => text.slice(0, 28)))
    .toEqual(['Ben: See https://example.org', 'Ben: a long line of code a l'])
  await expect
    .poll(async () => (await heard()).filter((text) => !isSaid(text)))
    .toContain('The link is closed: it opens nothing any more.')
  expect(await room.log(page).getAttribute('aria-live'), 'it is read out twice').toBe('off')
  await button(page, 'More').click()
  await button(page, 'On this device').click()
  await waitUntilVisible(page.getByRole('radio', { name: 'Nothing' }), 'how much is read out is no choice')
  await checkAccessibility(page, 'what is chosen on a device')
  await page.getByRole('radio', { name: 'Nothing' }).press('Space')
  await closeDialog(page)
  await sendMessage(ben.page, 'unheard')
  await waitUntilVisible(room.message(page, 'unheard'), 'it does not come')
  await button(page, 'More').click()
  await button(page, 'On this device').click()
  await page.getByRole('radio', { name: 'Messages' }).press('Space')
  await closeDialog(page)
  await sendMessage(ben.page, 'heard again')
  await expect
    .poll(async () => (await heard()).at(-1), { message: 'nothing is read out any more' })
    .toBe('Ben: heard again')
  expect((await heard()).join(), 'it is read out though nothing should be').not.toContain('unheard')
  await page.emulateMedia({ media: 'print' })
  expect(await findPrinted(page.getByText('A room prints nothing')), 'what is said is printed').toEqual([])
  await page.emulateMedia({ media: 'screen' })
  await room.box(page).fill('ä'.repeat(9_000))
  await waitUntilVisible(page.getByText(/bytes too long/), 'a text that is too long is not explained')
  await checkAccessibility(page, 'a text that is too long')
  await room.box(page).fill('')
})

test('the last minute and a broken line are for everyone', async () => {
  const ann = await visitors.open()
  const { page } = ann
  const address = await createRoomByApi(ann, { lifetime: 61, capacity: 3 })
  let cut = false
  await page.routeWebSocket(/realtime/, (socket) => {
    if (cut) void socket.close({ code: 1012 })
    else socket.connectToServer()
  })
  await enterRoom(page, address, 'Ann')
  await waitUntilVisible(
    page.getByText('Less than a minute left.'),
    'nobody sees that the last minute has begun',
  )
  await checkAccessibility(page, 'the last minute')
  cut = true
  // The answer of a proxy that lets nothing through, which prints no error in the console.
  await page.route(/\/api\/.*\/(events|messages)/, (route) =>
    route.fulfill({ headers: { Via: '1.1 proxy' }, body: '' }),
  )
  await page.reload()
  await waitUntilVisible(room.box(page), 'a reload costs the seat')
  await room.box(page).fill('waiting')
  await page.keyboard.press('Enter')
  await waitUntilVisible(
    page.getByText(/1 message is waiting/),
    'the page does not show that it is not connected',
  )
  await checkAccessibility(page, 'a broken line')
})

test('on a phone the keyboard never covers the box, and nothing zooms', async () => {
  const { page } = await visitors.open({ viewport: { width: 360, height: 640 } })
  await createRoom(page, 'Ann')
  await sendMessage(page, 'one line')
  const viewport = await page.locator('meta[name=viewport]').getAttribute('content')
  expect(viewport).toContain('interactive-widget=resizes-content')
  expect(viewport).toContain('viewport-fit=cover')
  expect(viewport).not.toMatch(/user-scalable|maximum-scale/)
  expect(await room.box(page).getAttribute('enterkeyhint')).toBe('send')
  // Under 16 pixels a phone zooms in on a box that is touched.
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('input, textarea, select')].filter(
      (box) => Number.parseFloat(getComputedStyle(box).fontSize) < 16,
    ),
  )
  expect(small).toEqual([])

  // What a keyboard leaves of the page; and the longest thing in the box.
  await page.setViewportSize({ width: 360, height: 330 })
  await room.box(page).fill('many\n'.repeat(40))
  for (const part of [room.box(page), room.send(page), room.timer(page)]) {
    const place = await part.boundingBox()
    expect(place?.y ?? -1).toBeGreaterThanOrEqual(0)
    expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(330)
  }
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(
    0,
  )
})
