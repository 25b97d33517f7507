import { describe, expect, test } from 'vitest'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { Person } from '../support/node-client.ts'
import {
  createRoom,
  createRoomByApi,
  createVisitors,
  enterRoom,
  lobby,
  room,
  seeLobby,
} from '../support/visitors.ts'
import { readCopied } from './page-actions.ts'

const visitors = createVisitors()

describe('a full room', () => {
  test('is waited for in the lobby, which goes in with the key when there is a seat', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const cat = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    await enterRoom(ben.page, address, 'Ben')
    await cat.page.goto(address)
    await seeLobby(cat.page, /looks again by itself/, 'the page does not show that it waits')
    await cat.page.getByRole('button', { name: 'Try again' }).click()
    await waitUntilVisible(cat.page.getByText(/Still full/), 'who tries again is not answered')
    // A reload forgets nothing: the address is the way back.
    await cat.page.reload()
    await seeLobby(cat.page, /looks again by itself/, 'a reload loses the way back')
    await ben.page.getByRole('button', { name: 'Leave' }).click()
    await seeLobby(ben.page, /left the room/, 'Ben does not leave')
    await cat.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await waitUntilVisible(room.box(cat.page), 'there is a seat, and nobody goes in')
    expect(cat.page.url()).toBe(address)
    await waitUntilVisible(cat.page.getByText('Encrypted', { exact: true }), 'the key is lost on the way')
  })

  test('takes nobody away from what they type: they see that there is a seat', async () => {
    const host = new Person(visitors.origin)
    const roomId = await host.createRoom()
    const { page } = await visitors.open()
    await page.goto(`/?error=room-full&room=${roomId}`)
    await waitUntilVisible(page.getByText(/looks again by itself/), 'the page does not show that it waits')
    await lobby.name(page).fill('Ca')
    // Seen again, it looks at once.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await waitUntilVisible(
      page.getByText('there is a seat for you now'),
      'the page does not show that there is a seat',
    )
    await page.getByRole('button', { name: 'Go in' }).click()
    await waitUntilVisible(room.box(page), 'it does not lead in')
  })

  test('is waited for no more once the notice is closed', async () => {
    const { page } = await visitors.open()
    await page.goto('/?error=room-full&room=V1StGXR8_Z5jdHi6B-myT#key')
    await page.getByRole('button', { name: 'Close this notice' }).click()
    await expect.poll(() => page.url()).toBe(`${visitors.origin}/`)
    await waitUntilHidden(lobby.notice(page), 'the notice stays')
  })
})

describe('an invite link', () => {
  test('with %23 for its # goes in, is put right, and shows once that the server has seen the key', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    await ben.page.goto(address.replace('#', '%23'))
    const dialog = ben.page.getByRole('dialog', { name: 'The server has seen the key of this room' })
    await waitUntilVisible(dialog, 'the page does not show that the key was sent')
    // Until it was closed, a reload is no way around it.
    await ben.page.reload()
    const warning = await waitUntilVisible(dialog, 'a reload takes it away unread')
    expect(ben.page.url()).toBe(address)
    await warning.getByRole('button', { name: 'Stay in this room' }).click()
    await waitUntilHidden(warning, 'it can not be closed')
    await waitUntilVisible(ben.page.getByText('Encrypted', { exact: true }), 'the key was not read')
    await ben.page.reload()
    await waitUntilVisible(room.box(ben.page), 'a reload loses the way in')
    expect(await warning.count()).toBe(0)
  })

  test('with %23 for its #, in a room for two, is replaced by another from where it is warned of', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    await ben.page.goto(address.replace('#', '%23'))
    const warning = ben.page.getByRole('dialog', { name: 'The server has seen the key of this room' })
    await warning.getByRole('button', { name: 'New link' }).click()
    const asking = ben.page.getByRole('dialog', { name: 'Make a new link?' })
    await asking.getByRole('button', { name: 'New link' }).click()
    await waitUntil(
      async () => ben.page.url() !== address && ann.page.url() === ben.page.url(),
      'there is no new link, or not for both',
    )
    await ben.page.reload()
    await waitUntilVisible(room.box(ben.page), 'a reload loses the way in')
    expect(await warning.count()).toBe(0)
  })

  test('is passed on without what other sites put into it', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    const [path, key] = address.split('#')
    await ben.page.goto(`${path}/?fbclid=IwAR0&utm_source=x##${key}).`)
    await waitUntilVisible(room.box(ben.page), 'the invite link does not lead in')
    expect(ben.page.url()).toBe(address)
    expect(await readCopied(ben.page, () => room.copyLink(ben.page).first().click())).toBe(address)
  })

  test('of a room without encryption is a whole one when it is pasted, also in a mail', async () => {
    const ann = await visitors.open()
    const path = await createRoomByApi(ann, { capacity: 3 })
    await ann.page.goto('/')
    await ann.page.getByText('Have a link?').click()
    const box = ann.page.getByRole('textbox', { name: 'Whole link' })
    await box.fill(`${visitors.origin}/room/V1StGXR8_Z5jdHi6B-myT`)
    await box.press('Enter')
    await waitUntilVisible(
      ann.page.getByRole('alert').filter({ hasText: 'is not there' }),
      'a room that is gone is not said to be',
    )
    await box.fill('')
    const inviteLink = visitors.origin + path
    const mail = `Come to\n${inviteLink.slice(0, -9)}\n${inviteLink.slice(-9)}\nSee you, Ben`
    await ann.page.evaluate((text) => navigator.clipboard.writeText(text), mail)
    await box.press('ControlOrMeta+v')
    await expect.poll(() => box.inputValue()).toBe(inviteLink)
    await box.press('Enter')
    await waitUntilVisible(room.box(ann.page), 'the invite link leads nowhere')
  })
})

test('a browser that keeps no cookies shows that before it takes a seat, and what to do', async () => {
  const host = new Person(visitors.origin)
  const roomId = await host.createRoom()
  const { page, context } = await visitors.open()
  const line = await context.newCDPSession(page)
  await line.send('Emulation.setDocumentCookieDisabled', { disabled: true })
  await page.goto('/')
  await lobby.create(page).click()
  await waitUntilVisible(
    page.getByRole('alert').filter({ hasText: 'keeps no cookies' }),
    'the lobby makes a room nobody can be in',
  )
  await page.goto('/login')
  await page.getByRole('textbox', { name: 'Email' }).fill('ada@example.com')
  await page.getByRole('button', { name: 'Log in' }).click()
  await waitUntilVisible(
    page.getByRole('alert').filter({ hasText: 'keeps no cookies' }),
    'who logs in is sent in circles',
  )
  await page.goto(`/room/${roomId}`)
  await waitUntilVisible(
    page.getByRole('heading', { name: 'Your browser keeps no cookies here' }),
    'it is not said',
  )
  expect((await host.callApi('GET', `/api/rooms/${roomId}`)).body.seats).toBe(0)
  await line.send('Emulation.setDocumentCookieDisabled', { disabled: false })
  await page.getByRole('button', { name: 'Try again' }).click()
  await waitUntilVisible(room.box(page), 'once they are allowed there is no way in')
})
