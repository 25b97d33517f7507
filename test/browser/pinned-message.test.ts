import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectStatus } from '../support/api-client.ts'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import {
  createRoom,
  createRoomByApi,
  createVisitors,
  enterRoom,
  room,
  sendMessage,
} from '../support/visitors.ts'
import { checkAccessibility } from './accessibility-check.ts'

const visitors = createVisitors()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('a message that a host pins stands on top for everyone, also for those who come later, until it is unpinned', async () => {
  const [ann, ben, cat] = [await visitors.open(), await visitors.open(), await visitors.open()]
  const pinned = (page: typeof ann.page) => page.getByRole('region', { name: 'Pinned message' })
  const address = await createRoom(ann.page, 'Ann', { anyone: true })
  await enterRoom(ben.page, address, 'Ben')
  await sendMessage(ann.page, `the rules of this evening${'\nas long as all of them speak'.repeat(3)}`)
  const message = room.message(ann.page, 'the rules of this evening')
  await message.hover()
  await message.getByRole('button', { name: 'Pin message' }).click()
  await waitUntilVisible(pinned(ann.page).getByText('the rules of this evening'), 'who pins does not see it')
  await waitUntilVisible(pinned(ben.page).getByText('the rules of this evening'), 'the others do not see it')
  await waitUntilVisible(ben.page.getByText(/A host has pinned a message/), 'the log does not tell')
  await waitUntilVisible(
    pinned(ben.page).getByText('New', { exact: true }),
    'it does not show that it is new',
  )
  expect(
    await pinned(ann.page).getByText('New', { exact: true }).count(),
    'it is new to whoever pinned it',
  ).toBe(0)
  expect(await room.message(ben.page, 'the rules').getByRole('button', { name: 'Pin message' }).count()).toBe(
    0,
  )
  await enterRoom(cat.page, address, 'Cat')
  await waitUntilVisible(
    pinned(cat.page).getByText('the rules of this evening'),
    'who comes later does not see it',
  )
  await pinned(cat.page).getByRole('button', { name: 'Show all' }).click()
  await waitUntilHidden(pinned(cat.page).getByText('New', { exact: true }), 'it stays new once it was opened')
  await checkAccessibility(cat.page, 'a room with a pinned message')
  await pinned(ann.page).getByRole('button', { name: 'Unpin' }).click()
  await waitUntilHidden(pinned(ben.page), 'it stays on top for the others')
})

test('a pinned message that is older than all that is loaded is fetched, and one goes to it', async () => {
  const [ann, ben] = [await visitors.open(), await visitors.open()]
  const address = await createRoomByApi(ann, { capacity: 5 })
  const api = address.replace('/room/', '/api/rooms/')
  expectStatus(await ann.callApi('POST', `${api}/join`, { alias: 'Ann' }), 200)
  for (let seq = 1; seq <= 101; seq += 1)
    expectStatus(await ann.callApi('POST', `${api}/messages`, { text: `line ${seq}` }), 201)
  expectStatus(await ann.callApi('PATCH', api, { pinned: 1 }), 200)
  await enterRoom(ben.page, address, 'Ben')
  await waitUntilVisible(
    ben.page.getByRole('region', { name: 'Pinned message' }).getByText('line 1', { exact: true }),
    'the old message is not shown',
  )
  await expect.poll(() => room.log(ben.page).getByRole('article').count()).toBe(100)
  expect(await button(ben.page, 'Show all').count(), 'all of it is shown').toBe(0)
  await ben.page.getByRole('button', { name: 'Go to message' }).click()
  const old = room.log(ben.page).getByRole('article').first()
  await waitUntil(
    () => old.evaluate((message) => message === document.activeElement),
    'the message does not get the focus',
  )
  expect(await old.locator('.message-text').textContent()).toBe('line 1')
  await waitUntil(async () => {
    const [log, place] = [await room.log(ben.page).boundingBox(), await old.boundingBox()]
    return log !== null && place !== null && place.y >= log.y
  }, 'the message is not in sight')
})
