import { expect, test } from 'vitest'
import { waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { Person } from '../support/node-client.ts'
import {
  createRoom,
  createRoomByApi,
  createVisitors,
  enterRoom,
  lobby,
  room,
  seeLobby,
  sendMessage,
} from '../support/visitors.ts'
import { takeProblems } from './page-actions.ts'

const visitors = createVisitors()

test('a third person finds a room for two full, and sends nothing there', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const cat = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  await sendMessage(ann.page, 'between the two of us')
  await cat.page.goto(address)
  await seeLobby(cat.page, /full/i, 'a full room is not explained')
  expect(await cat.page.content()).not.toContain('between the two of us')
  expect(await room.people(ann.page).count()).toBe(2)
})

test('an unknown room leads to the lobby, which shows that', async () => {
  const ann = await visitors.open()
  await ann.page.goto('/room/V1StGXR8_Z5jdHi6B-myT')
  await seeLobby(ann.page, /not there|not exist|not found/i, 'an unknown room is not explained')
})

test.for([
  ['/?destroyed=true', /gone|destroyed/i],
  ['/?error=room-not-found', /not there|not exist|not found/i],
  ['/?error=room-full', /full/i],
  ['/?error=room-closed', /closed/i],
  ['/?error=removed', /removed/i],
  ['/?error=not-shared', /could not be taken/i],
] as const)('the lobby at %s shows a notice', async ([path, words]) => {
  const ann = await visitors.open()
  await ann.page.goto(path)
  await seeLobby(ann.page, words, `${path} shows no notice`)
})

test('an address that is nothing shows so, and shows a way to the lobby', async () => {
  const ann = await visitors.open()
  const answer = await ann.page.goto('/nothing/here')
  expect(answer?.status()).toBe(404)
  await ann.page.getByRole('link', { name: /lobby/i }).click()
  await waitUntilVisible(lobby.create(ann.page), 'there is no way on')
})

test('a room with a password asks for it, shows when it is wrong, and opens for the right one', async () => {
  const host = await visitors.open()
  const visitor = await visitors.open()
  const address = await createRoomByApi(host, { password: 'correct horse' })
  await visitor.page.goto(address)
  const box = await waitUntilVisible(
    visitor.page.getByLabel('Password', { exact: true }),
    'nobody is asked for the password',
  )
  expect(await room.box(visitor.page).count()).toBe(0)
  await box.fill('wrong horse')
  await box.press('Enter')
  await waitUntilVisible(
    visitor.page.getByText(/not the password|wrong password/i),
    'the page does not show that the password is wrong',
  )
  await box.fill('correct horse')
  await box.press('Enter')
  await waitUntilVisible(room.box(visitor.page), 'the right password opens nothing')
  await visitor.page.reload()
  await waitUntilVisible(room.box(visitor.page), 'after a reload the password is asked for again')
})

test('a locked room shows that it is locked, and a way on', async () => {
  const host = new Person(visitors.origin)
  const roomId = await host.createRoom({ capacity: 5 })
  await host.joinRoom(roomId)
  expect((await host.callApi('PATCH', `/api/rooms/${roomId}`, { locked: true })).status).toBe(200)
  const visitor = await visitors.open()
  await visitor.page.goto(`/room/${roomId}`)
  await waitUntilVisible(visitor.page.getByText(/locked/i), 'a locked room is not explained')
  expect(await room.box(visitor.page).count()).toBe(0)
  expect((await host.callApi('PATCH', `/api/rooms/${roomId}`, { locked: false })).status).toBe(200)
  await visitor.page.getByRole('button', { name: /again/i }).click()
  await waitUntilVisible(room.box(visitor.page), 'the way on leads nowhere')
  expect((await host.callApi('PATCH', `/api/rooms/${roomId}`, { locked: true })).status).toBe(200)
  await waitUntilVisible(visitor.page.getByText(/^Locked: nobody else/), 'who is inside is not told of it')
  await visitor.page.getByRole('button', { name: 'Leave', exact: true }).click()
  await waitUntilVisible(
    visitor.page.getByRole('dialog').getByText(/can’t come back/),
    'leaving does not say that there is no way back',
  )
})

test('somebody who was removed sees that in the lobby', async () => {
  const host = new Person(visitors.origin)
  const roomId = await host.createRoom({ capacity: 5 })
  await host.joinRoom(roomId)
  const line = await host.openConnection(roomId)
  const visitor = await visitors.open()
  await enterRoom(visitor.page, `/room/${roomId}`, 'Guest')
  const { participantId } = await line.nextEvent('presence.join', 'the visitor does not come')
  expect((await host.callApi('DELETE', `/api/rooms/${roomId}/participants/${participantId}`)).status).toBe(
    204,
  )
  await seeLobby(visitor.page, /removed/i, 'somebody who was removed is still inside')
})

test('a name that is taken is asked for again, and said to be taken as often as it is tried', async () => {
  const ann = await visitors.open()
  const address = await createRoomByApi(ann, { capacity: 3 })
  await enterRoom(ann.page, address, 'Ann')
  const ben = await visitors.open()
  await ben.page.addInitScript(() => localStorage.setItem('private-chat.name', 'Ann'))
  await ben.page.goto(address)
  const box = await waitUntilVisible(
    ben.page.getByRole('textbox', { name: 'Your name' }),
    'nobody asks for another name',
  )
  const offered = await box.inputValue()
  await box.fill('Ann')
  const again = ben.page.waitForResponse(/\/join$/)
  await box.press('Enter')
  expect((await again).status()).toBe(409)
  await waitUntilVisible(
    ben.page.getByRole('alert').filter({ hasText: /taken/ }),
    'nothing shows that it is taken',
  )
  await box.fill('Ann · host')
  await box.press('Enter')
  await waitUntilVisible(
    ben.page.getByText(/“Ann · host” looks like a role/),
    'nothing shows why that is no name',
  )
  // The browser prints what it was refused.
  ben.problems.splice(0)
  await box.fill(offered)
  await box.press('Enter')
  await waitUntilVisible(room.box(ben.page), 'another name does not let in')
  const kept = await ben.page.evaluate(() => localStorage.getItem('private-chat.name'))
  expect(kept, 'a name that no room takes is used for the next').toBe(offered)
})

test('a page that can not be loaded shows that', async () => {
  const ann = await visitors.open()
  await ann.page.route(/open-lobby/, (route) => route.abort())
  await ann.page.goto('/')
  await waitUntilVisible(ann.page.getByText(/could not be loaded/), 'the page is blank')
  // The browser prints what this test did.
  expect(await takeProblems(ann), 'the page was loaded all the same').not.toEqual([])
})

test('looking at a room takes no seat: a preview opens the page without running it', async () => {
  const ann = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  const bot = new Person(visitors.origin)
  for (let look = 0; look < 3; look += 1) {
    expect(
      (await bot.callApi('GET', new URL(address).pathname, undefined, { accept: 'text/html' })).status,
    ).toBe(200)
  }
  const ben = await visitors.open()
  await enterRoom(ben.page, address, 'Ben')
})

test('a browser that forgets belongs to a stranger, who has no seat and no name', async () => {
  const ann = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  await sendMessage(ann.page, 'kept by Ann alone')
  await room.box(ann.page).fill('half a thought')
  await ann.resetProfile()
  expect(await ann.context.cookies()).toEqual([])
  await ann.page.goto('/robots.txt')
  const kept = await ann.page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()),
  ])
  expect(kept).toEqual([])
  await ann.page.goto(address)
  const said = await waitUntilVisible(
    room.message(ann.page, 'kept by Ann alone'),
    'a stranger does not get in',
  )
  expect(await said.textContent()).toContain('Ann')
  expect(await said.getByText('You', { exact: true }).count(), 'who forgot has a seat all the same').toBe(0)
  // Whoever left may be back within two seconds.
  await waitUntilHidden(room.people(ann.page).filter({ hasText: 'Ann' }), 'who forgot is still there')
  expect(await room.box(ann.page).inputValue()).toBe('')
})
