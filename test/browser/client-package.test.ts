import { afterEach, expect, test } from 'vitest'
import { waitUntil, waitUntilVisible } from '../support/browser.ts'
import { expectDone, makeClientPeople } from '../support/client-people.ts'
import { createRoom, createVisitors, enterRoom, room, sendMessage } from '../support/visitors.ts'

const visitors = createVisitors()
const people = makeClientPeople(() => visitors.origin)

afterEach(() => people.closeAll())

test('a script and a page talk in the page’s room, encrypted, over the removal of a third', async () => {
  const ann = await visitors.open()
  const link = await createRoom(ann.page, 'Ann', { anyone: true })
  const bot = await people.join({ link, alias: 'Bot' })
  const eve = await people.join({ link, alias: 'Eve' })
  await sendMessage(ann.page, 'hello, script')
  expect(await bot.hear('chat.message')).toMatchObject({ sender: 'Ann', text: 'hello, script' })
  expectDone(await bot.session.send('hello, page'))
  await waitUntilVisible(
    room.message(ann.page, 'hello, page').filter({ hasText: 'Bot' }),
    'Ann does not hear',
  )

  await ann.page.getByRole('button', { name: 'More', exact: true }).click()
  await ann.page.getByRole('button', { name: 'Remove Eve', exact: true }).click()
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await eve.ended
  expect(eve.session.overReason).toBe('removed')
  expect((await bot.hear('room.epoch')).epoch).toBe(2)

  await sendMessage(ann.page, 'without her')
  await bot.hear('chat.message', ({ text, sender }) => text === 'without her' && sender === 'Ann')
  expectDone(await bot.session.send('indeed'))
  await waitUntilVisible(room.message(ann.page, 'indeed'), 'the page does not open what a script says now')
  await waitUntil(async () => ann.page.url() === bot.session.link, 'the two know different links')
  expect([eve.texts(), link === bot.session.link]).toEqual([['hello, script', 'hello, page'], false])
})

test('a page talks in a script’s room, and goes on when the script rotates the keys', async () => {
  const { seat, link } = await people.create({ capacity: 3 })
  const host = await people.join({ seat, alias: 'Host' })
  expectDone(await host.session.send('said before'))
  const ben = await visitors.open()
  await enterRoom(ben.page, link, 'Ben')
  await waitUntilVisible(
    room.message(ben.page, 'said before').filter({ hasText: 'Host' }),
    'Ben reads nothing',
  )
  await sendMessage(ben.page, 'here I am')
  expect(await host.hear('chat.message', ({ mine }) => !mine)).toMatchObject({ sender: 'Ben' })

  const renewed = expectDone(await host.session.makeLink())
  await waitUntil(async () => ben.page.url() === renewed, 'the page does not learn of the new link')
  expectDone(await host.session.send('with other keys'))
  await waitUntilVisible(room.message(ben.page, 'with other keys'), 'the page does not take the rotation')
  await sendMessage(ben.page, 'I have them')
  expect(await host.hear('chat.message', ({ seq }) => seq === 4)).toMatchObject({ text: 'I have them' })
})
