import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, room, seeLobby, sendMessage } from '../support/visitors.ts'

const visitors = createVisitors()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

/** The lobby refuses whoever comes: waits until it says so, and that nothing of the room is shown. */
async function seeDeadLink(page: Page, address: string) {
  await page.goto(address)
  await waitUntilVisible(page.getByText(/link is no longer valid/i).first(), 'a dead link is not called one')
}

test('in a room for two the link closes once both have spoken, and a new one brings back who lost their browser', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  await sendMessage(ann.page, 'hello Ben')
  await sendMessage(ben.page, 'hello Ann')
  for (const { page } of [ann, ben]) {
    await waitUntil(async () => new URL(page.url()).hash === '', 'the key stays in the address bar')
    await waitUntilVisible(button(page, 'New link'), 'there is no way to make another link')
  }
  await sendMessage(ben.page, 'said after it closed')
  await waitUntilVisible(room.message(ann.page, 'said after it closed'), 'the two can not talk on')

  // A reload, and a second tab, are still inside.
  await ann.page.reload()
  await waitUntilVisible(room.message(ann.page, 'said after it closed'), 'a reload costs the keys')
  const second = await ann.openTab()
  await second.goto(new URL(address).pathname)
  await waitUntilVisible(room.message(second, 'hello Ben'), 'a second tab has no keys')
  await second.close()

  await button(ann.page, 'New link').click()
  await dialog(ann.page).getByRole('button', { name: 'New link' }).click()
  await waitUntil(async () => new URL(ann.page.url()).hash.length === 45, 'there is no new link')
  await waitUntil(
    async () => ben.page.url() === ann.page.url(),
    'the other one does not learn of the new link',
  )
  await waitUntilVisible(dialog(ann.page).locator('.share-code'), 'the new link has no QR code')
})

test('who was removed reads nothing from then on, not in a private window with the old link either', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const eve = await visitors.open()
  const address = await createRoom(ann.page, 'Ann', { anyone: true })
  await enterRoom(ben.page, address, 'Ben')
  await enterRoom(eve.page, address, 'Eve')
  await sendMessage(eve.page, 'I am still here')
  await waitUntilVisible(room.message(ann.page, 'I am still here'), 'what was said does not arrive')

  await button(ann.page, 'More').click()
  await button(ann.page, 'Remove Eve').click()
  await waitUntilVisible(dialog(ann.page).getByText(/link changes with it/), 'it does not say what changes')
  await dialog(ann.page).getByRole('button', { name: 'Remove', exact: true }).click()
  await seeLobby(eve.page, /removed/i, 'the removed one stays')
  await waitUntilHidden(room.people(ben.page).filter({ hasText: 'Eve' }), 'the others still see her')
  await sendMessage(ann.page, 'said without her')
  await waitUntilVisible(room.message(ben.page, 'said without her'), 'those who stay can not read on')

  const hidden = await visitors.open()
  await seeDeadLink(hidden.page, address)
  expect(await hidden.page.locator('body').textContent()).not.toContain('said without her')
  // The link that is in the address bar now lets somebody in, who reads all of it.
  const cleo = await visitors.open()
  await enterRoom(cleo.page, ann.page.url(), 'Cleo')
  await waitUntilVisible(room.message(cleo.page, 'said without her'), 'the new link does not open')
  await waitUntilVisible(room.message(cleo.page, 'I am still here'), 'the history does not open')
})

test('a password is part of the key: a wrong one is told apart from a wrong link', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoom(ann.page, 'Ann', { anyone: true, password: 'open sesame' })
  expect(new URL(address).hash).toMatch(/^#2p[\w-]{43}$/)
  await ben.page.goto(address)
  const box = ben.page.getByRole('textbox', { name: 'Password' })
  await waitUntilVisible(box, 'nobody asks for the password')
  await box.fill('open says me')
  await ben.page.keyboard.press('Enter')
  await waitUntilVisible(ben.page.getByText(/not the password/i), 'a wrong password is not called one')
  await box.fill('open sesame')
  await ben.page.keyboard.press('Enter')
  await waitUntilVisible(room.box(ben.page), 'the right password does not open the room')
  await sendMessage(ben.page, 'with the password')
  await waitUntilVisible(room.message(ann.page, 'with the password'), 'the two have different keys')

  // Somebody with a dead link learns that before anybody asks for the password.
  await button(ann.page, 'More').click()
  await button(ann.page, 'New link').click()
  await dialog(ann.page).getByRole('button', { name: 'New link' }).click()
  await waitUntil(async () => ann.page.url() !== address, 'there is no new link')
  const late = await visitors.open()
  await seeDeadLink(late.page, address)
})

test('a page that can’t load what takes the next keys goes on, and reads again once it can', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const eve = await visitors.open()
  const address = await createRoom(ann.page, 'Ann', { anyone: true })
  await enterRoom(ben.page, address, 'Ben')
  await enterRoom(eve.page, address, 'Eve')
  await waitUntilVisible(room.people(ben.page).filter({ hasText: 'Eve' }), 'Eve is not here')
  const missed = '**/missed-epochs-*.js'
  await ben.page.route(missed, (route) => route.fulfill({ status: 404, body: '' }))
  await button(ann.page, 'More').click()
  await button(ann.page, 'Remove Eve').click()
  await dialog(ann.page).getByRole('button', { name: 'Remove' }).click()
  await waitUntilHidden(room.people(ann.page).filter({ hasText: 'Eve' }), 'Eve is not removed')
  await sendMessage(ann.page, 'said with the next keys')
  await waitUntilVisible(
    ben.page.getByText('This message can’t be opened with the keys you have.'),
    'what can not be read is not called that',
  )
  await ben.page.unroute(missed)
  await sendMessage(ann.page, 'said when they could be loaded')
  await waitUntilVisible(
    room.message(ben.page, 'said when they could be loaded'),
    'a page does not read on once it could load the keys',
  )
})
