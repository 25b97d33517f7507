import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'
import { createRoom, createVisitors, enterRoom, lobby, room, sendMessage } from '../support/visitors.ts'

const visitors = createVisitors()

/** `wrangler dev`, as the README starts it. */
let frontDoor: Server
beforeAll(async () => {
  frontDoor = await startServer({ rateLimits: 'off', by: 'wrangler' })
})
afterAll(() => frontDoor?.stop())

describe('two people', () => {
  test('meet by the copied invite link, talk both ways, and see who is here and who types', async () => {
    const who = { motion: true, at: frontDoor.origin }
    const ann = await visitors.open(who)
    const ben = await visitors.open(who)
    const address = await createRoom(ann.page, 'Ann')

    // Pasted where it can be read: what counts is what is on the clipboard.
    await room.copyLink(ann.page).first().click()
    await room.box(ann.page).focus()
    await waitUntil(async () => {
      await room.box(ann.page).fill('')
      await ann.page.keyboard.press('ControlOrMeta+V')
      return (await room.box(ann.page).inputValue()) === address
    }, 'the invite link is not on the clipboard')
    await room.box(ann.page).fill('')

    await ben.page.goto('/')
    await lobby.name(ben.page).fill('Ben')
    await ben.page.goto(address)
    await waitUntilVisible(room.box(ben.page), 'Ben does not get into the room')
    for (const { page } of [ann, ben]) {
      await waitUntilVisible(room.people(page).filter({ hasText: 'Ann' }), 'Ann is not named as present')
      await waitUntilVisible(room.people(page).filter({ hasText: 'Ben' }), 'Ben is not named as present')
      expect(await room.people(page).count()).toBe(2)
    }

    // What sends the sign is loaded after the box: the first letters may come before it.
    await waitUntil(async () => {
      await room.box(ben.page).press('h')
      return ann.page.getByText(/Ben is typing/).isVisible()
    }, 'nobody sees who types')
    await room.box(ben.page).fill('')

    await sendMessage(ann.page, 'Hello Ben')
    await sendMessage(ben.page, 'Hello Ann')
    const delivered = await waitUntilVisible(
      room.message(ben.page, 'Hello Ben'),
      'Ann’s message does not reach Ben',
    )
    await waitUntilVisible(delivered.getByText('Ann', { exact: true }), 'the message has no sender')
    await waitUntilVisible(delivered.getByRole('time'), 'the message has no time')
    const back = await waitUntilVisible(
      room.message(ann.page, 'Hello Ann'),
      'Ben’s message does not reach Ann',
    )
    expect(await back.textContent()).toContain('Ben')
    await waitUntilVisible(
      room.message(ann.page, 'Hello Ben').getByText('You', { exact: true }),
      "one's own are not marked",
    )
    expect(await room.message(ann.page, 'Hello Ann').getByText('You', { exact: true }).count()).toBe(0)
    expect(await room.log(ann.page).getByRole('article').count()).toBe(2)

    await back.hover()
    await back.getByRole('button', { name: 'Copy message' }).click()
    await waitUntil(async () => {
      await room.box(ann.page).fill('')
      await ann.page.keyboard.press('ControlOrMeta+V')
      return (await room.box(ann.page).inputValue()) === 'Hello Ann'
    }, 'the message is not on the clipboard')
  })

  test('see what a person wrote as text, whatever it looks like', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const address = await createRoom(ann.page, 'Ann <b>')
    await enterRoom(ben.page, address, 'Ben')
    const text = '<img src=x onerror=alert(1)> & <script>alert(2)</script>'
    await sendMessage(ann.page, text)
    const delivered = await waitUntilVisible(
      room.message(ben.page, '<img src=x'),
      'markup is not shown as text',
    )
    expect(await delivered.textContent()).toContain(text)
    expect(await delivered.getByRole('img', { includeHidden: false }).count()).toBe(0)
    expect(await delivered.textContent()).toContain('Ann <b>')
  })

  test('keep their seats when they reload, and what was said', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    await enterRoom(ben.page, address, 'Ben')
    await sendMessage(ann.page, 'before the reload')
    await sendMessage(ben.page, 'an answer')
    await ben.page.reload()
    await waitUntilVisible(room.box(ben.page), 'a reload costs the seat')
    await waitUntilVisible(room.message(ben.page, 'before the reload'), 'a reload costs the messages')
    await waitUntilVisible(
      room.message(ben.page, 'an answer').getByText('You', { exact: true }),
      'after a reload one is somebody else',
    )
    await waitUntilVisible(
      room.people(ben.page).filter({ hasText: 'Ben' }),
      'after a reload one is not present',
    )
    expect(await room.people(ben.page).count()).toBe(2)
    expect(await room.log(ben.page).getByRole('article').count()).toBe(2)
  })

  test('may each have a second tab, which is no third person', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    await enterRoom(ben.page, address, 'Ben')
    const second = await ann.openTab()
    await second.goto(address)
    await waitUntilVisible(room.box(second), 'a second tab does not get in')
    await sendMessage(second, 'from the second tab')
    const first = await waitUntilVisible(
      room.message(ann.page, 'from the second tab'),
      'the first tab does not show it',
    )
    await waitUntilVisible(first.getByText('You', { exact: true }), 'the second tab is somebody else')
    await waitUntilVisible(room.message(ben.page, 'from the second tab'), 'the other one does not see it')
    expect(await room.people(ben.page).count()).toBe(2)
    await second.close()
    await sendMessage(ann.page, 'the first tab goes on')
    await waitUntilVisible(room.message(ben.page, 'the first tab goes on'), 'closing one tab ended the other')
    expect(await room.people(ben.page).count()).toBe(2)
  })
})

/** Returns the seconds that a page shows to be left; not a number before it shows any. */
async function readSecondsLeft(page: Page): Promise<number> {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await room.timer(page).textContent()) ?? '') ?? []
  return Number(minutes) * 60 + Number(seconds)
}

test('a room for two waits for the second one, whose first word lights the fuse', async () => {
  const [ann, ben] = [await visitors.open(), await visitors.open()]
  const address = await createRoom(ann.page, 'Ann')
  await waitUntilVisible(
    ann.page.getByText('once two are here'),
    'the page does not show that the room waits',
  )
  await waitUntilVisible(
    ann.page.getByText(/The fuse is lit when the second one is here/),
    'no word says why',
  )
  await expect.poll(() => readSecondsLeft(ann.page)).toBe(600)
  await sendMessage(ann.page, 'I am early')
  await enterRoom(ben.page, address, 'Ben')
  await expect.poll(() => readSecondsLeft(ben.page)).toBe(600)
  await sendMessage(ben.page, 'here I am')
  for (const { page } of [ann, ben]) {
    await waitUntilVisible(page.getByText(/The fuse is lit: the room ends at/), 'the log does not tell')
    await waitUntil(async () => (await readSecondsLeft(page)) < 600, 'the time does not run')
  }
})

test('a room shows the time that is left, and it goes down', async () => {
  const ann = await visitors.open()
  await createRoom(ann.page, 'Ann', { anyone: true })
  const left = () => readSecondsLeft(ann.page)
  await waitUntil(async () => (await left()) > 0, 'the timer shows no time')
  const first = await left()
  expect(first).toBeGreaterThan(570)
  expect(first).toBeLessThanOrEqual(600)
  await waitUntil(async () => (await left()) < first, 'the timer stands still')
})

test('the countdown follows the clock of the server, whatever the clock of the device shows', async () => {
  const ann = await visitors.open({ clock: Date.now() + 5 * 3_600_000 })
  await createRoom(ann.page, 'Ann', { anyone: true })
  // Not to the second: a busy machine takes some to come into the room.
  await expect
    .poll(() => room.timer(ann.page).textContent(), { message: 'the device clock counts' })
    .toMatch(/^\s*(9:\d\d|10:00)/)
})

describe('new messages', () => {
  test('scroll into view for someone at the bottom, and wait behind a button for someone further up', async () => {
    const ann = await visitors.open({ viewport: { width: 900, height: 600 }, motion: true })
    const ben = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    await enterRoom(ben.page, address, 'Ben')
    for (let index = 1; index <= 9; index += 1) {
      await sendMessage(ben.page, `line ${index} of\na talk\nthat is\nlong`)
    }
    const inView = async (text: string) =>
      room.message(ann.page, text).evaluate((article) => {
        const log = article.closest('[role=log]')
        if (log === null) return false
        const [inner, outer] = [article.getBoundingClientRect(), log.getBoundingClientRect()]
        return inner.bottom > outer.top && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1
      })
    await waitUntilVisible(room.message(ann.page, 'line 9 of'), 'the messages do not arrive')
    await waitUntil(() => inView('line 9 of'), 'someone at the bottom does not see the newest message')
    expect(await inView('line 1 of')).toBe(false)

    await room.log(ann.page).hover()
    await ann.page.mouse.wheel(0, -10_000)
    await waitUntil(() => inView('line 1 of'), 'the log does not scroll')
    // It glides there, and is there at the top.
    const place = 0
    const top = () => room.log(ann.page).evaluate((log) => log.scrollTop)
    await expect.poll(top).toBe(place)
    const button = ann.page.getByRole('button', { name: /new message/ })
    expect(await button.count()).toBe(0)
    for (const text of ['first news', 'second news', 'third news']) await sendMessage(ben.page, text)
    await waitUntilVisible(
      ann.page.getByRole('button', { name: '3 new messages' }),
      'the page does not show that there are new messages',
    )
    expect(await top()).toBe(place)
    expect(await inView('third news')).toBe(false)
    await button.click()
    await waitUntil(() => inView('third news'), 'the button does not lead to the new messages')
    await waitUntilHidden(button, 'the button stays although everything is seen')
  })
})

test('a name is kept on the device and nowhere else', async () => {
  const ann = await visitors.open()
  await ann.page.goto('/')
  await waitUntil(
    async () => /^[a-z]+-[a-z]+-\w+$/.test(await lobby.name(ann.page).inputValue()),
    'no name is offered',
  )
  await lobby.name(ann.page).fill('Annabella')
  await ann.page.reload()
  await waitUntil(
    async () => (await lobby.name(ann.page).inputValue()) === 'Annabella',
    'the name is forgotten',
  )
  expect(await ann.context.cookies()).toEqual([])
})
