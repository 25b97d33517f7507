import { expect, test } from 'vitest'
import { deriveEpochAdmission } from '../../client/crypto/invite.ts'
import { readRoomAddress } from '../../client/crypto/room-address.ts'
import { expectStatus } from '../support/api-client.ts'
import { waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, room } from '../support/visitors.ts'

const visitors = createVisitors()

test('the log says who rotated the keys, and to whom they were not given', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = new URL(await createRoom(ann.page, 'Ann', { anyone: true }))
  await enterRoom(ben.page, address.href, 'Ben')
  // A seat without a card: whoever sits there has shown no key.
  const { roomId, epochLink } = readRoomAddress(address.pathname, address.hash)
  if (!epochLink) throw new Error('the room has no link of version 2')
  const cleo = await visitors.open()
  const admission = await deriveEpochAdmission(epochLink.linkKey)
  const { alias } = expectStatus(await cleo.callApi('POST', `/api/rooms/${roomId}/join`, { admission }), 200)

  await ann.page.getByRole('button', { name: 'More', exact: true }).click()
  await ann.page.getByRole('button', { name: 'Close the link', exact: true }).click()
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Close the link', exact: true }).click()
  await waitUntilVisible(
    room.log(ann.page).getByText(`Not given the new keys: ${alias}.`),
    'nothing says who was left out',
  )
  await waitUntilVisible(
    room.log(ben.page).getByText('Ann changed the keys of this room. Its link is closed.'),
    'nothing says who rotated',
  )
  await waitUntilVisible(
    room.log(ben.page).getByText(`Not given the new keys: ${alias}.`),
    'the others do not see who was left out',
  )
  expect(await room.log(ben.page).locator('.log-notice').count()).toBe(2)
})
