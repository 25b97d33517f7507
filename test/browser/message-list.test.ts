import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { WINDOW_KEPT, WINDOW_MAX, WINDOW_PAGE } from '../../client/room/messages/message-window.ts'
import { type Visitor, waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { Person } from '../support/node-client.ts'
import {
  createRoom,
  createRoomByApi,
  createVisitors,
  enterRoom,
  room,
  sendMessage,
} from '../support/visitors.ts'
import { checkAccessibility } from './accessibility-check.ts'
import { lookAway, seeFocus, takeProblems } from './page-actions.ts'

const visitors = createVisitors()

/** Waits until the newest message has come, and is in sight in a window of 500 pixels. */
async function seeNewest(page: Page, text: string): Promise<void> {
  const newest = await waitUntilVisible(room.message(page, text), 'the newest message does not come')
  await expect
    .poll(async () => (await newest.boundingBox())?.y, { message: 'the newest message is out of sight' })
    .toBeLessThan(500)
}

const readLinkTargets = (page: Page) =>
  room
    .log(page)
    .locator('a')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')))

/** Somebody in a room of `host`, who sends `line 1`, `line 2` and so on; `more` is what follows the number. */
async function joinTalker(host: Visitor, capacity: number | null, more: (line: number) => string = () => '') {
  const address = await createRoomByApi(host, { capacity })
  const roomId = address.split('/').at(-1) ?? ''
  const talker = new Person(visitors.origin)
  await talker.joinRoom(roomId, { alias: 'Talker' })
  const connection = await talker.openConnection(roomId)
  let sentCount = 0
  return {
    address,
    countSent: () => sentCount,
    /** Sends so many more, and waits until all of them are stored. */
    async sendMessages(count: number) {
      for (const to = sentCount + count; sentCount < to; ) {
        sentCount += 1
        connection.sendEvent('chat.message', {
          id: `m${sentCount}`,
          text: `line ${sentCount}${more(sentCount)}`,
        })
      }
      await connection.nextEvent(
        'chat.message',
        'the messages are not stored',
        ({ id }) => id === `m${sentCount}`,
      )
    },
  }
}

test('addresses become links that show nobody where they were followed from; nothing else does', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  await sendMessage(
    ann.page,
    'See https://example.org/a_(b)?c=d#e, (http://例え.example/), HTTPS://EXAMPLE.NET.',
  )
  await waitUntilVisible(room.message(ben.page, 'See').getByRole('link').first(), 'an address is no link')
  expect(await readLinkTargets(ben.page)).toEqual([
    'https://example.org/a_(b)?c=d#e',
    'http://xn--r8jz45g.example/',
    'https://example.net/',
  ])
  const anchor = room.message(ben.page, 'See').getByRole('link').first()
  expect(await anchor.getAttribute('target')).toBe('_blank')
  expect((await anchor.getAttribute('rel'))?.split(' ').sort()).toEqual([
    'nofollow',
    'noopener',
    'noreferrer',
  ])
  expect(await room.message(ben.page, 'See').textContent()).toContain(
    '(http://例え.example/), HTTPS://EXAMPLE.NET.',
  )

  for (const text of [
    'javascript:alert(1) JaVaScRiPt:alert(1) data:text/html,x vbscript:x file:///x',
    'https://bank.example@evil.example/',
    '`https://code.example`',
    '<a href="javascript:alert(1)" onclick=alert(1)>x</a>',
    '[x](javascript:alert(1))',
    'https://x.example/"onmouseover=alert(1)',
    'https://x.example/<img src=x onerror=alert(1)>',
  ]) {
    await room.box(ann.page).fill(text)
    await ann.page.keyboard.press('Enter')
  }
  await waitUntilVisible(room.message(ben.page, 'onerror'), 'the messages do not arrive')
  await expect
    .poll(async () => (await readLinkTargets(ben.page)).slice(3))
    .toEqual(['https://x.example/', 'https://x.example/'])
  expect(await room.log(ben.page).locator('img, script, [onclick], [onmouseover]').count()).toBe(0)
})

test('code is set as code, with a copy button for a block, and emphasis, lists and quotes as what they are', async () => {
  const ann = await visitors.open()
  await createRoom(ann.page, 'Ann')
  const text = 'Run `npm ci`:\n```sh\ncd app\n  npm ci && npm test  # <b>\n```\nDone.'
  await sendMessage(ann.page, text)
  const said = room.message(ann.page, 'Run')
  await waitUntilVisible(said.getByText('npm ci', { exact: true }), 'code in a line is not set as code')
  expect(await said.locator('.message-text').textContent(), 'something of the text is lost').toBe(text)
  expect(await said.locator('code').allTextContents()).toEqual([
    'npm ci',
    'cd app\n  npm ci && npm test  # <b>',
  ])
  const pasted = async () => {
    await room.box(ann.page).fill('')
    await room.box(ann.page).focus()
    await ann.page.keyboard.press('ControlOrMeta+V')
    return room.box(ann.page).inputValue()
  }
  await said.getByRole('button', { name: 'Copy code' }).click()
  await waitUntil(
    async () => (await pasted()) === 'cd app\n  npm ci && npm test  # <b>',
    'the code is not copied',
  )
  await said.hover()
  await said.getByRole('button', { name: 'Copy message' }).click()
  await waitUntil(async () => (await pasted()) === text, 'the message is not copied as it was written')

  const marked = '**Bring**:\n- *your* `cup`\n- ~~nothing~~ else_at_all\n7. so\n8. on\n> as I said\nBye.'
  await sendMessage(ann.page, marked)
  const formatted = room.message(ann.page, 'Bring').locator('.message-text')
  await waitUntilVisible(formatted.locator('strong'), 'nothing is bold')
  expect(await formatted.textContent(), 'something of the text is lost').toBe(marked)
  expect(await formatted.getByRole('listitem').allInnerTexts()).toEqual([
    ...['your cup', 'nothing else_at_all', 'so', 'on'],
  ])
  expect(
    await formatted.locator('li').evaluateAll((all) => all.map((item) => (item as HTMLLIElement).value)),
  ).toEqual([0, 0, 7, 8])
  expect(await formatted.getByRole('blockquote').textContent()).toBe('> as I said\n')
  // Six lines of text and one quoted, and no empty one between them.
  expect((await formatted.boundingBox())?.height ?? 999).toBeLessThan(7.9 * 24 + 16)
  const copy = room.message(ann.page, 'Bring').getByRole('button', { name: 'Copy message' })
  await copy.focus()
  await copy.press('Enter')
  await waitUntil(async () => (await pasted()) === marked, 'the message is not copied as it was written')
})

test('older history comes in as one scrolls up, and what one reads stays where it is', async () => {
  const ann = await visitors.open({ viewport: { width: 900, height: 500 } })
  const { address, sendMessages } = await joinTalker(ann, 3, (line) => ' and more'.repeat(line % 30))
  await sendMessages(240)
  await enterRoom(ann.page, address, 'Ann')
  const articles = room.log(ann.page).getByRole('article')
  await seeNewest(ann.page, 'line 240')
  expect(await articles.count()).toBe(100)
  for (const [count, first] of [
    [200, 141],
    [240, 41],
  ] as const) {
    const top = await articles.first().elementHandle()
    const place = () => top?.evaluate((article) => article.getBoundingClientRect().top)
    const before = await room.log(ann.page).evaluate((log) => {
      log.scrollTop = 20
      return log.querySelector('article')?.getBoundingClientRect().top
    })
    expect(await top?.textContent()).toContain(`line ${first}`)
    await waitUntil(async () => (await articles.count()) === count, 'older messages do not come')
    await expect
      .poll(async () => Math.abs(((await place()) ?? 0) - (before ?? 0)), { message: 'the messages jumped' })
      .toBeLessThanOrEqual(2)
  }
  await waitUntilVisible(
    ann.page.getByText('This is where it began.'),
    'the page does not show that there is nothing older',
  )
  const all = await articles.locator('.message-text').allTextContents()
  expect(all.map((text) => Number(/\d+/.exec(text)))).toEqual(
    Array.from({ length: 240 }, (_, index) => index + 1),
  )
})

test('a room that is never silent stands on the page in a part, which follows, holds still, and moves as one scrolls', async () => {
  const ann = await visitors.open({ viewport: { width: 900, height: 500 } })
  // The newest are higher than the oldest: what stands on the page is measured when it does.
  const { address, countSent, sendMessages } = await joinTalker(ann, null, (line) =>
    ' and more'.repeat(line > 1_000 ? 40 : 0),
  )
  const log = room.log(ann.page)
  /** Which of the messages stand on the page: all from the first to the last of them. */
  const shown = async () => {
    const texts = await log.locator('.message-text').allTextContents()
    const lines = texts.map((text) => Number(/\d+/.exec(text)))
    expect(lines, 'there is a hole, or they are not in order').toEqual(
      lines.map((_, at) => (lines[0] ?? 0) + at),
    )
    return { first: lines[0] ?? 0, last: lines.at(-1) ?? 0, count: lines.length }
  }
  /** Scrolls to an end, and returns how far the message that stood there has moved once `first` or `last` is another. */
  const scrollToEnd = async (end: 'first' | 'last') => {
    const before = (await shown())[end]
    const article = await log.getByRole('article')[end]().elementHandle()
    const place = () => article?.evaluate((node) => node.getBoundingClientRect().top) ?? 0
    const at = await log.evaluate((log, top) => {
      log.scrollTo(0, top ? 20 : log.scrollHeight)
      const articles = log.querySelectorAll('article')
      return articles[top ? 0 : articles.length - 1]?.getBoundingClientRect().top
    }, end === 'first')
    await waitUntil(async () => (await shown())[end] !== before, `nothing more comes at the ${end}`)
    return Math.abs(((await place()) ?? 0) - (at ?? 0))
  }

  await enterRoom(ann.page, address, 'Ann')
  await sendMessages(1_300)
  await seeNewest(ann.page, 'line 1300')
  const followed = await shown()
  expect(followed.last).toBe(1_300)
  expect([followed.count >= WINDOW_KEPT, followed.count <= WINDOW_MAX]).toEqual([true, true])

  for (let more = 1; (await shown()).last === countSent(); more += 1) {
    expect(await scrollToEnd('first'), 'what one reads moves as older messages come').toBeLessThanOrEqual(2)
    if (more > 6) throw new Error('nothing leaves at the bottom, however far one reads back')
  }
  const held = await shown()
  expect(held.count).toBe(WINDOW_MAX)
  const top = () => log.evaluate((log) => log.scrollTop)
  const place = await top()
  await sendMessages(400)
  const fresh = ann.page.getByRole('button', { name: '400 new messages' })
  await waitUntilVisible(fresh, 'the page does not show that there are new messages')
  expect([await shown(), await top()]).toEqual([held, place])

  expect(await scrollToEnd('last'), 'what one reads moves as newer messages come').toBeLessThanOrEqual(2)
  expect(await shown()).toEqual({
    first: held.first + WINDOW_PAGE,
    last: held.last + WINDOW_PAGE,
    count: WINDOW_MAX,
  })
  await sendMessage(ann.page, 'here I am')
  await waitUntilHidden(fresh, 'the button stays although everything is seen')
  // One’s own message is in sight, and who is at the end follows.
  await seeNewest(ann.page, 'here I am')
  await sendMessages(1)
  await seeNewest(ann.page, 'line 1701')
  expect(await log.getByRole('article').count()).toBeLessThanOrEqual(WINDOW_MAX)
})

test('who asks for older messages and goes to the newest meanwhile stays there; where none come nothing moves', async () => {
  const ann = await visitors.open({ viewport: { width: 900, height: 500 } })
  const { address, sendMessages } = await joinTalker(ann, 3)
  await sendMessages(150)
  await enterRoom(ann.page, address, 'Ann')
  await seeNewest(ann.page, 'line 150')
  const log = room.log(ann.page)
  const top = () => log.evaluate((log) => log.scrollTop)

  let answer = Promise.withResolvers<'abort' | 'continue'>()
  await ann.page.route(/messages\?before/, async (route) => route[await answer.promise]())
  for (const what of ['abort', 'continue'] as const) {
    answer = Promise.withResolvers()
    const asked = ann.page.waitForRequest(/messages\?before/)
    if (what === 'abort') await log.evaluate((log) => log.scrollTo(0, 0))
    else await ann.page.getByRole('button', { name: 'Earlier messages' }).click()
    const request = await asked
    if (what === 'continue') {
      await sendMessage(ann.page, 'and here I am')
      await seeNewest(ann.page, 'and here I am')
    }
    const before = await top()
    answer.resolve(what)
    await request.response().catch(() => null)
    await ann.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
    expect(await top(), what).toBe(before)
    expect(await log.getByRole('article').count()).toBe(what === 'abort' ? 100 : 101)
  }
  await seeNewest(ann.page, 'and here I am')
  // The browser prints what this test did.
  expect(await takeProblems(ann), 'nothing failed').not.toEqual([])
})

test('messages of one sender in a row share a heading, and another day has a line', async () => {
  const ann = await visitors.open({ clock: Date.now() + 26 * 3_600_000 })
  await createRoom(ann.page, 'Ann')
  await sendMessage(ann.page, 'one')
  await sendMessage(ann.page, 'two')
  const heads = room.log(ann.page).locator('.message-head')
  expect((await heads.nth(0).boundingBox())?.height).toBeGreaterThan(5)
  expect((await heads.nth(1).boundingBox())?.height).toBeLessThanOrEqual(1)
  // For this reader it was said yesterday.
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format()
  await waitUntilVisible(room.log(ann.page).getByText(day), 'another day has no line')
})

test('who was away finds a line where the new begins, and its number in the title meanwhile', async () => {
  const ann = await visitors.open({ viewport: { width: 900, height: 420 } })
  const ben = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  await sendMessage(ann.page, 'I will be right back')
  const title = await ann.page.title()
  const icon = () => ann.page.locator('link[rel=icon]').getAttribute('href')
  const calm = await icon()
  await lookAway(ann.page)
  for (let index = 1; index <= 12; index += 1) await sendMessage(ben.page, `news ${index}`)
  await expect.poll(() => ann.page.title(), { message: 'the title does not count' }).toBe(`(12) ${title}`)
  expect(await icon()).toBe('/unread/many.svg')
  for (const name of ['1', '9', 'many']) {
    const drawn = await ann.context.request.get(`/unread/${name}.svg`)
    expect(drawn.headers()['content-type']).toContain('image/svg')
  }
  await lookAway(ann.page, false)
  await expect.poll(() => ann.page.title(), { message: 'the title still counts' }).toBe(title)
  expect(await icon()).toBe(new URL(calm ?? '', visitors.origin).href)

  const line = await waitUntilVisible(
    ann.page.getByText('New since you left'),
    'there is no line where the new begins',
  )
  const first = room.message(ann.page, 'news 1').first()
  expect(
    await line.evaluate(
      (each, next) => next !== null && each.getBoundingClientRect().top < next.getBoundingClientRect().top,
      await first.elementHandle(),
    ),
  ).toBe(true)
  const log = await room.log(ann.page).boundingBox()
  await expect
    .poll(async () => (await line.boundingBox())?.y, { message: 'who comes back is past the new' })
    .toBeGreaterThanOrEqual((log?.y ?? 0) - 1)
  await sendMessage(ann.page, 'back again')
  await waitUntil(async () => (await line.count()) === 0, 'the line stays after an answer')
})

test('what was said is found in all of the room, also what the page does not hold, and one goes there', async () => {
  const ann = await visitors.open({ viewport: { width: 360, height: 740 } })
  const { address, sendMessages } = await joinTalker(ann, 3, (line) =>
    line === 7 ? ' Crème **brûlée**' : '',
  )
  await sendMessages(240)
  await enterRoom(ann.page, address, 'Ann')
  const dialog = ann.page.getByRole('dialog', { name: 'Find in this room' })
  // What listens to the key is loaded after the messages.
  await waitUntil(async () => {
    await ann.page.keyboard.press('ControlOrMeta+F')
    return dialog.isVisible()
  }, 'the key does not open the search')
  const box = dialog.getByRole('textbox', { name: 'Words to find' })
  await seeFocus(box, 'one can not type at once')
  const pressed = await ann.page.evaluateHandle(() => ({
    isTaken: new Promise<boolean>((done) =>
      addEventListener('keydown', (event) => event.code === 'KeyF' && done(event.defaultPrevented)),
    ),
  }))
  await ann.page.keyboard.press('ControlOrMeta+F')
  const isTaken = await pressed.evaluate(({ isTaken }) => isTaken)
  expect(isTaken, 'the second time it is not the browser’s own').toBe(false)

  await box.fill('creme **BRULEE')
  await waitUntilVisible(
    dialog.getByRole('status').getByText('1 message found.'),
    'not all is looked through',
  )
  const found = dialog.getByRole('list', { name: 'Messages found' }).getByRole('button')
  expect(await found.locator('mark').textContent()).toBe('Crème **brûlée')
  expect(await room.log(ann.page).getByRole('article').count(), 'what was read came onto the page').toBe(100)
  await checkAccessibility(ann.page, 'the search of a room')
  await box.fill('line 23')
  await waitUntilVisible(dialog.getByText('11 messages found.'), 'not all are found')
  expect((await found.allTextContents()).map((text) => /line \d+/.exec(text)?.[0])).toEqual(
    [239, 238, 237, 236, 235, 234, 233, 232, 231, 230, 23].map((line) => `line ${line}`),
  )
  await found.last().click()
  const old = room
    .log(ann.page)
    .getByRole('article')
    .filter({ hasText: /line 23$/ })
  await waitUntil(
    async () => (await old.count()) === 1 && old.evaluate((message) => message === document.activeElement),
    'one does not go there',
  )
  expect(await dialog.count()).toBe(0)
  await waitUntil(async () => {
    const [log, place] = [await room.log(ann.page).boundingBox(), await old.boundingBox()]
    return log !== null && place !== null && place.y >= log.y && place.y < log.y + log.height
  }, 'the message is not in sight')

  await ann.page.getByRole('button', { name: 'More' }).click()
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Find in this room' }).click()
  await expect
    .poll(() => box.inputValue(), { message: 'what was looked for last is forgotten' })
    .toBe('line 23')
})
