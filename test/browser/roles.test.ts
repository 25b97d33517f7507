import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { createRoomByApi, createVisitors, enterRoom, room, sendMessage } from '../support/visitors.ts'
import { checkAccessibility } from './accessibility-check.ts'
import { lookAway, recordSigns, seeFocus, tabTo } from './page-actions.ts'
import { createTranslator } from './translator.ts'

const visitors = createVisitors()
const translate = createTranslator()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const person = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Participants' }).getByRole('button', { name, exact: true })
const badge = (page: Page, name: string, words: string) =>
  room.people(page).filter({ hasText: name }).getByText(words, { exact: true })
const log = (page: Page, words: string) => room.log(page).getByText(words)
const hands = (page: Page) => page.getByRole('list', { name: 'Raised hands' }).getByRole('listitem')
const closed = (page: Page) => waitUntilHidden(page.getByRole('dialog'), 'the dialog does not close')

/** Opens somebody's dialog from the list, and presses what is named, one after the other. */
async function actOn(page: Page, name: string, ...presses: string[]): Promise<void> {
  await person(page, name).click()
  const dialog = page.getByRole('dialog', { name })
  for (const press of presses) await dialog.getByRole('button', { name: press, exact: true }).click()
  await closed(page)
}

/** Opens the rules of the room from the menu. */
async function openRules(page: Page) {
  await button(page, 'More').click()
  await button(page, 'Rules of this room').click()
  return waitUntilVisible(page.getByRole('dialog', { name: 'Rules of this room' }), 'there are no rules')
}

/** A host, Ada, and guests of these names, in a room for ten. The pages of the guests are translated. */
async function gather<Name extends string>(...names: Name[]): Promise<Record<Name | 'Ada', Page>> {
  const ada = await visitors.open()
  const address = await createRoomByApi(ada, { capacity: 10 })
  await enterRoom(ada.page, address, 'Ada')
  const pages = { Ada: ada.page } as Record<Name | 'Ada', Page>
  for (const name of names) {
    const { page } = await visitors.open()
    await enterRoom(page, address, name)
    await translate(page)
    pages[name] = page
  }
  return pages
}

test('a host mutes a guest, who sees why nothing is sent and keeps what was typed, until it is over', async () => {
  const { Ada, Ben, Cleo } = await gather('Ben', 'Cleo')
  await Ben.getByRole('textbox', { name: 'Message' }).fill('let me speak')
  await person(Cleo, 'Ben').click()
  const dialog = await waitUntilVisible(Cleo.getByRole('dialog', { name: 'Ben' }), 'a name opens nothing')
  await expect
    .poll(() => dialog.getByRole('button').allTextContents(), { message: 'a guest is shown more' })
    .toEqual(['', 'Ignore'])
  await checkAccessibility(Cleo, 'the dialog about a person, for a guest')
  await Cleo.keyboard.press('Escape')

  await person(Ada, 'Ben').click()
  await waitUntilVisible(button(Ada, 'Mute'), 'a host is offered nothing')
  await checkAccessibility(Ada, 'the dialog about a person, for a host')
  await button(Ada, 'Mute').click()
  await waitUntilVisible(button(Ada, '10 minutes'), 'it is not asked for how long')
  await checkAccessibility(Ada, 'for how long somebody is muted')
  await button(Ada, '10 minutes').click()
  await closed(Ada)
  await waitUntilVisible(badge(Ada, 'Ben', 'muted'), 'nothing shows who is muted')
  await waitUntilVisible(log(Cleo, 'Ada muted Ben until'), 'the log does not say who was muted')
  const why = await waitUntilVisible(Ben.getByText(/^You are muted until \d/), 'nobody tells Ben')
  await room.box(Ben).press('Enter')
  expect(await button(Ben, 'Send').getAttribute('aria-disabled')).toBe('true')
  expect(await room.box(Ben).inputValue()).toBe('let me speak')
  await checkAccessibility(Ben, 'somebody who is muted')
  // Before a whole poll is written.
  await button(Ben, 'Ask, poll or disappear').click()
  const poll = Ben.getByRole('dialog').getByRole('button', { name: 'Make a poll' })
  expect(await poll.getAttribute('aria-disabled')).toBe('true')
  await waitUntilVisible(Ben.getByRole('dialog').getByText(/^You are muted until \d/), 'nothing says why')
  await Ben.keyboard.press('Escape')
  await closed(Ben)
  await button(Ben, 'More').click()
  await Ben.getByRole('textbox', { name: 'Your name' }).fill('Benno')
  await button(Ben, 'Change name').click()
  const refused = Ben.getByRole('dialog').getByRole('alert')
  await waitUntilVisible(refused.getByText(/^You are muted until \d/), 'nothing says why the name stays')
  await Ben.keyboard.press('Escape')
  await closed(Ben)

  await actOn(Ada, 'Ben', 'Unmute')
  await waitUntilHidden(why, 'Ben is told that he is muted, and is not')
  await room.box(Ben).press('Enter')
  await waitUntilVisible(room.message(Ada, 'let me speak'), 'Ben may speak, and can’t')

  await actOn(Ada, 'Ben', 'Mute', 'Until told otherwise')
  await waitUntilVisible(Ben.getByText('You are muted until a host lets you speak.'), 'nobody tells Ben')
})

test('in a quiet room only hosts speak; in a slow one a message waits for the one before', async () => {
  const { Ada, Ben } = await gather('Ben')
  const rules = await openRules(Ada)
  await checkAccessibility(Ada, 'the rules of a room')
  await rules.getByRole('switch', { name: 'Quiet' }).click()
  await waitUntilVisible(Ben.getByText('The room is quiet: only hosts may speak.'), 'nobody tells Ben')
  await room.box(Ben).fill('may I?')
  await room.box(Ben).press('Enter')
  expect(await room.box(Ben).inputValue()).toBe('may I?')
  await rules.getByText('30 s', { exact: true }).click()
  await rules.getByRole('switch', { name: 'Quiet' }).click()
  await waitUntilVisible(Ben.getByText('One message every 30 seconds.'), 'nobody tells Ben')
  await room.box(Ben).press('Enter')
  await waitUntilVisible(room.message(Ada, 'may I?'), 'the first message waits')
  await room.box(Ben).fill('again')
  await waitUntil(
    async () => (await button(Ben, 'Send').getAttribute('aria-disabled')) === 'true',
    'the second message need not wait',
  )
  await room.box(Ben).press('Enter')
  expect(await room.box(Ben).inputValue()).toBe('again')
  await rules.getByText('Off', { exact: true }).click()
  await waitUntilHidden(Ben.getByText('One message every 30 seconds.'), 'the room is slow for ever')
  await room.box(Ben).press('Enter')
  await waitUntilVisible(room.message(Ada, 'again'), 'what was typed is lost')
})

test('hands stand in the order of raising, and a host lowers them', async () => {
  const { Ada, Ben, Cleo, Dora } = await gather('Ben', 'Cleo', 'Dora')
  for (const [name, page] of [
    ['Cleo', Cleo],
    ['Ben', Ben],
    ['Dora', Dora],
  ] as const) {
    await button(page, 'Raise hand').click()
    await waitUntilVisible(hands(Ada).filter({ hasText: name }), `nobody sees the hand of ${name}`)
    await waitUntilVisible(button(page, 'Lower hand'), 'one does not see one’s own hand')
  }
  expect((await hands(Ada).allTextContents()).map((text) => text.replace('Lower', ''))).toEqual([
    'Cleo',
    'Ben',
    'Dora',
  ])
  await waitUntilVisible(Ada.getByText(/raises? a hand/), 'a host who sees nothing is not told')
  expect(await hands(Ben).count(), 'a guest has the list of a host').toBe(0)
  await waitUntilVisible(badge(Ben, 'Cleo', 'hand raised'), 'the others do not see a hand')
  await checkAccessibility(Ada, 'a room with raised hands')
  await button(Ada, 'Lower the hand of Cleo').click()
  await waitUntil(async () => (await hands(Ada).count()) === 2, 'the hand stays up')
  await waitUntilVisible(button(Cleo, 'Raise hand'), 'Cleo’s hand is up for herself')
  await sendMessage(Ben, 'spoken')
  await waitUntil(async () => (await hands(Ada).count()) === 1, 'who has spoken still has a hand up')
})

test('what somebody says whom one ignores is folded for oneself alone, over a reload, too', async () => {
  const { Ben, Cleo, Ada } = await gather('Ben', 'Cleo')
  await sendMessage(Cleo, 'noise of old')
  await waitUntilVisible(room.message(Ben, 'noise of old'), 'the message does not arrive')
  await actOn(Ben, 'Cleo', 'Ignore')
  await sendMessage(Cleo, 'noise of now')
  const folded = room.log(Ben).getByText('Cleo: hidden, since you ignore them')
  await waitUntil(async () => (await folded.count()) === 2, 'an ignored message is not folded')
  expect(await room.log(Ben).getByText('noise').count()).toBe(0)
  await waitUntilVisible(room.message(Ada, 'noise of now'), 'others don’t see it, either')
  await checkAccessibility(Ben, 'a room with ignored messages')
  const readSigns = await recordSigns(Ben)
  await Ben.evaluate(() => localStorage.setItem('private-chat.device', '{"version":1,"sound":true}'))
  await Ben.reload()
  await waitUntil(async () => (await folded.count()) === 2, 'a reload forgets who is ignored')

  await lookAway(Ben)
  const title = await Ben.title()
  await sendMessage(Cleo, 'noise of later')
  await waitUntil(async () => (await folded.count()) === 3, 'the message does not arrive')
  expect([await Ben.title(), (await readSigns()).played], 'it is counted, or heard').toEqual([title, 0])
  await sendMessage(Ada, 'a word')
  await expect
    .poll(() => Ben.title(), { message: 'what others say is not counted alone' })
    .toBe(`(1) ${title}`)
  await waitUntil(async () => (await readSigns()).played > 0, 'what others say is not heard')
  await lookAway(Ben, false)

  await button(Ben, 'Show what Cleo said').first().click()
  await waitUntilVisible(room.message(Ben, 'noise of old'), 'what is folded can’t be shown')
  expect(await folded.count()).toBe(2)
  await actOn(Ben, 'Cleo', 'Stop ignoring')
  await waitUntilVisible(room.message(Ben, 'noise of now'), 'what is not ignored is folded')
})

test('a host makes another, is asked whom to hand the room to, and where none is here somebody becomes host', async () => {
  const { Ada, Ben, Cleo } = await gather('Ben', 'Cleo')
  await actOn(Ada, 'Cleo', 'Make host')
  await waitUntilVisible(badge(Ben, 'Cleo', 'host'), 'nothing shows who is host')
  await waitUntilVisible(log(Cleo, 'Ada made you a host.'), 'who is host now is not told')
  await actOn(Ada, 'Cleo', 'Take back the role')
  await waitUntilHidden(badge(Ben, 'Cleo', 'host'), 'Cleo is host for ever')
  await button(Ada, 'Leave').click()
  const dialog = await waitUntilVisible(Ada.getByRole('dialog', { name: 'Leave this room?' }), 'nobody asks')
  const heir = dialog.getByRole('combobox', { name: 'Hand the room to' })
  expect(await heir.locator('option:checked').textContent(), 'not the longest here').toBe('Ben')
  await checkAccessibility(Ada, 'whom a host hands the room to')
  await heir.selectOption('Cleo')
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click()
  await waitUntilVisible(badge(Ben, 'Cleo', 'host'), 'whom the host chose is not the host')
  await button(Ben, 'More').click()
  expect(await button(Ben, 'Become host').count(), 'a guest is offered what can’t be').toBe(0)

  // Whoever made this room has never come.
  await enterRoom(Ben, await createRoomByApi(await visitors.open(), { capacity: 10 }), 'Ben')
  await button(Ben, 'More').click()
  await button(Ben, 'Become host').press('Enter')
  await waitUntilVisible(badge(Ben, 'Ben', 'host'), 'nobody can take the role where there is no host')
  await seeFocus(button(Ben, 'Close'), 'the focus is lost with the button')
})

test('by keyboard alone a host mutes and lowers a hand, and the focus stays where it was', async () => {
  const { Ada, Ben } = await gather('Ben')
  await button(Ben, 'Raise hand').click()
  await waitUntilVisible(hands(Ada).first(), 'nobody sees the hand')
  await person(Ada, 'Ben').focus()
  await Ada.keyboard.press('Enter')
  await waitUntilVisible(Ada.getByRole('dialog', { name: 'Ben' }), 'Enter opens nothing')
  await tabTo(Ada, 'button', 'Mute')
  await Ada.keyboard.press('Enter')
  await tabTo(Ada, 'button', 'Back')
  await Ada.keyboard.press('Enter')
  await seeFocus(button(Ada, 'Mute'), 'the focus is lost on the way back')
  await Ada.keyboard.press('Enter')
  await tabTo(Ada, 'button', '5 minutes')
  await Ada.keyboard.press('Enter')
  await closed(Ada)
  await waitUntilVisible(badge(Ada, 'Ben', 'muted'), 'nothing shows who is muted')
  await seeFocus(person(Ada, 'Ben'), 'the focus is lost with the dialog')
  await tabTo(Ada, 'button', 'Lower the hand of Ben')
  await Ada.keyboard.press('Enter')
  await waitUntil(async () => (await hands(Ada).count()) === 0, 'the hand stays up')
  await seeFocus(button(Ada, 'Raise hand'), 'the focus is lost with the line')
})
