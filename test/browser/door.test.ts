import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectStatus } from '../support/api-client.ts'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { createVisitors, lobby, room, seeLobby, sendMessage } from '../support/visitors.ts'
import { checkAccessibility } from './accessibility-check.ts'
import { openDeviceChoices, recordSigns, seeFocus, tabTo } from './page-actions.ts'

const visitors = createVisitors()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const atTheDoor = (page: Page) => page.getByRole('list', { name: 'At the door' })

/** Creates a room in the lobby whose door is closed, or whose newcomers see nothing older. */
async function createRoomWith(page: Page, rule: 'They knock' | 'From then on'): Promise<string> {
  await page.goto('/')
  await lobby.name(page).fill('Ann')
  await page.getByText('Options').click()
  await page.getByText('Anyone with the link', { exact: true }).click()
  await page.getByText('Door and rules').click()
  await page.getByText(rule, { exact: true }).click()
  await lobby.create(page).click()
  await waitUntilVisible(room.box(page), 'the creator does not get into the room')
  return page.url()
}

async function knock(page: Page, address: string, name: string, enter: 'Knock' | 'Enter' = 'Knock') {
  await page.goto(address)
  const box = page.getByRole('textbox', { name: 'Your name' })
  await waitUntilVisible(box, 'nobody asks for a name')
  await box.fill(name)
  await button(page, enter).click()
}

const seeWaiting = (page: Page) =>
  waitUntilVisible(page.getByRole('heading', { name: 'You are at the door' }), 'the page does not wait')

test('a guest knocks, loads the page again, is let in and reads on; another is turned away', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const eve = await visitors.open()
  const readSigns = await recordSigns(ann.page)
  const address = await createRoomWith(ann.page, 'They knock')
  await sendMessage(ann.page, 'said before')
  await openDeviceChoices(ann.page)
  await ann.page.getByRole('switch', { name: /sound/ }).click()
  await ann.page.keyboard.press('Escape')
  await waitUntil(async () => (await readSigns()).played > 0, 'the sound that one chose is not played')
  const { played } = await readSigns()
  await knock(ben.page, address, 'Ben')
  await seeWaiting(ben.page)
  await waitUntilVisible(atTheDoor(ann.page).getByText('Ben'), 'the host does not see who knocks')
  await waitUntilVisible(ann.page.getByText('Ben is at the door.'), 'a knock is not read out')
  await waitUntil(async () => (await readSigns()).played > played, 'a host who wants a sound hears none')
  // Nothing of the room is to be seen at its door.
  expect(await ben.page.locator('body').textContent()).not.toMatch(/Ann|said before/)
  await ben.page.reload()
  await seeWaiting(ben.page)
  await knock(eve.page, address, 'Eve')
  await waitUntilVisible(atTheDoor(ann.page).getByText('Eve'), 'the host does not see the second one')
  await checkAccessibility(ben.page, 'the page at the door')
  await checkAccessibility(ann.page, 'who is at the door')

  // On a wide screen they stand beside the messages and the box, and not over them.
  const [main, door] = [await ann.page.locator('main').boundingBox(), await atTheDoor(ann.page).boundingBox()]
  expect(door?.x).toBeGreaterThanOrEqual((main?.x ?? 0) + (main?.width ?? 0))

  // By keyboard alone. The focus goes on to the next button of its kind, and from the last one to the message box.
  await tabTo(ann.page, 'button', 'Turn away Eve')
  await ann.page.keyboard.press('Enter')
  await seeLobby(eve.page, /not let in/i, 'who is turned away stays')
  await seeFocus(button(ann.page, 'Turn away Ben'), 'the focus is lost with the row')
  await tabTo(ann.page, 'button', 'Let in Ben')
  await ann.page.keyboard.press('Enter')
  await waitUntilVisible(room.message(ben.page, 'said before'), 'who is let in can not read')
  await waitUntilHidden(atTheDoor(ann.page), 'the door is still shown')
  await seeFocus(room.box(ann.page), 'the focus is lost with the door')
  await sendMessage(ben.page, 'I am in')
  await waitUntilVisible(room.message(ann.page, 'I am in'), 'the two have different keys')
  // The keys are kept, as those of anybody inside.
  await ben.page.reload()
  await waitUntilVisible(room.message(ben.page, 'I am in'), 'who was let in does not come back')

  // The door opens: whoever has the link comes in.
  await button(ann.page, 'More').click()
  await ann.page.getByRole('switch', { name: 'They knock first' }).click()
  await waitUntilVisible(
    ben.page.getByText(/comes in without knocking now/),
    'who is inside is not told of the door',
  )
  const cleo = await visitors.open()
  await cleo.page.goto(address)
  await waitUntilVisible(room.message(cleo.page, 'I am in'), 'the opened door has no invite')
})

test('where newcomers see nothing older, the host’s page lets in by itself, and nothing older is shown', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoomWith(ann.page, 'From then on')
  await sendMessage(ann.page, 'said before')
  await ben.page.goto(address)
  await waitUntilVisible(ben.page.getByText(/can’t read what was said before/), 'it is not said at the door')
  await knock(ben.page, address, 'Ben', 'Enter')
  await waitUntilVisible(room.box(ben.page), 'the page of the host does not let in')
  await sendMessage(ann.page, 'said after')
  await waitUntilVisible(room.message(ben.page, 'said after'), 'the newcomer has no key')
  await button(ben.page, 'Earlier messages').click()
  await waitUntilHidden(button(ben.page, 'Earlier messages'), 'the newcomer is offered more than there is')
  expect(await room.message(ben.page, 'said before').count()).toBe(0)
  expect(await ben.page.getByText(/can’t be opened|This is where it began/).count()).toBe(0)
  await waitUntil(async () => ann.page.url() === address, 'the link has changed')
  await waitUntilVisible(ann.page.getByText('Its link stays.'), 'the log says that the link has changed')
})

test('who stops waiting is in the lobby; whom another tab of the host turns away leaves the focus on the page', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoomWith(ann.page, 'They knock')
  // A page whose socket is not open yet can't tell the room that nobody waits any more.
  const heard = ben.page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'))
  await knock(ben.page, address, 'Ben')
  await seeWaiting(ben.page)
  await waitUntilVisible(atTheDoor(ann.page), 'the host does not see who knocks')
  await heard
  await button(ben.page, 'Stop waiting').click()
  await waitUntilVisible(lobby.create(ben.page), 'who stops waiting does not leave')
  await waitUntilHidden(atTheDoor(ann.page), 'who stopped waiting can be let in')

  await knock(ben.page, address, 'Ben')
  await seeWaiting(ben.page)
  const path = new URL(address).pathname.replace('/room/', '/api/rooms/')
  const { participantId } = expectStatus(await ben.callApi('POST', `${path}/join`, {}), 200)
  await button(ann.page, 'Let in Ben').focus()
  expectStatus(await ann.callApi('DELETE', `${path}/participants/${participantId}`), 204)
  await waitUntilHidden(atTheDoor(ann.page), 'who is answered elsewhere is still shown')
  await seeFocus(room.box(ann.page), 'the focus is lost with the row')
})
