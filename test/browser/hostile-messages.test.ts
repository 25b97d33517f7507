import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { deriveAdmissionSecret, hashAdmissionSecret } from '../../client/crypto/admission.ts'
import { encryptMessage } from '../../client/crypto/envelope.ts'
import { Keyring } from '../../client/crypto/keyring.ts'
import type { LinkKey } from '../../client/crypto/link-key.ts'
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { expectStatus } from '../support/api-client.ts'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { KeyMember } from '../support/key-member.ts'
import { makeLinkKey } from '../support/link-key.ts'
import { Person } from '../support/node-client.ts'
import { createVisitors, enterRoom, room, sendMessage } from '../support/visitors.ts'

const visitors = createVisitors()

/** A room of a person with no page, who sends over a socket. `key` is the link key, where there is one. */
async function makeTalkerRoom(key?: LinkKey) {
  const talker = new Person(visitors.origin)
  const admission = key && (await deriveAdmissionSecret(key))
  const encryption = admission ? { encryption: 'e2ee', admission: await hashAdmissionSecret(admission) } : {}
  const roomId = await talker.createRoom({ capacity: 5, ...encryption })
  const { participantId } = await talker.joinRoom(roomId, {
    alias: 'Talker',
    ...(admission && { admission }),
  })
  const connection = await talker.openConnection(roomId)
  const keyring = key && (await Keyring.fromLinkKey(roomId, key))
  let sentCount = 0
  return {
    address: `/room/${roomId}${key ? `#${key}` : ''}`,
    /** Sends them all at once, and waits until they are stored. */
    async sendMessages(texts: string[]) {
      const ids = texts.map((_, at) => `m${sentCount + at + 1}`)
      const envelopes = texts.map(
        (text, at) => keyring && encryptMessage(keyring, { participantId, id: ids[at] ?? '' }, text),
      )
      const sent = await Promise.all(envelopes)
      for (const [at, text] of texts.entries()) {
        connection.sendEvent('chat.message', { id: ids[at], text: sent[at] || text })
      }
      sentCount += texts.length
      await connection.nextEvent('chat.message', 'the messages are not stored', ({ id }) => id === ids.at(-1))
    },
  }
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds of the processor's time. */
  tdur?: number
  args?: { name?: string }
}

/**
 * Milliseconds that the longest task of the page's thread takes while `run` does something that ends with `count`
 * messages in the log: for so long no key, no click and no tick of the clock gets through. It is the processor's time
 * that counts, since what the machine does for other tests is not the page's.
 */
async function measureLongestTask(page: Page, count: number, run: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser()
  await browser?.startTracing(page, { categories: ['toplevel'] })
  await run()
  await waitUntil(
    async () => (await room.log(page).getByRole('article').count()) === count,
    'the messages do not come',
  )
  await page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn))
  })
  const trace = JSON.parse(String(await browser?.stopTracing()))
  const events: TraceEvent[] = trace.traceEvents
  const threads = events
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid} ${tid}`)
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && threads.includes(`${pid} ${tid}`),
  )
  expect(tasks.length, 'the trace holds no task of a page').toBeGreaterThan(10)
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1_000))
}

/** Waits until the log is scrolled to its end, as it is for who reads the newest. */
function seeLogEnd(page: Page): Promise<void> {
  return waitUntil(
    () => room.log(page).evaluate((log) => log.scrollTop + log.clientHeight >= log.scrollHeight - 2),
    'the log does not follow',
  )
}

/** A third of what is felt as standing still: there are machines a third as fast as this one. */
const TASK_MAX = 100
const ELEMENTS_MAX = 20_000

/** As many of them as one message holds. */
const fillMessage = (part: string, bytes = MESSAGE_MAX_BYTES) =>
  part.repeat(Math.floor(bytes / Buffer.byteLength(part)))

describe('a hundred messages that are made to freeze a page', () => {
  type Case = [where: string, makeKey: () => LinkKey | undefined, texts: string[]]
  test.for<Case>([
    [
      'a room',
      () => undefined,
      [
        fillMessage('`a` '),
        fillMessage('```\na\n```\n'),
        // Just as much as is still drawn.
        '`a` '.repeat(50) + fillMessage('word ', 16_000),
        fillMessage('a\n'),
        fillMessage(`Z${'\u0301'.repeat(240)} `, 8_000),
        fillMessage('http://[ '),
        `${fillMessage('```\nlet a = 1\n', 16_000)}\`\`\``,
        '*a* '.repeat(100) + fillMessage('word ', 12_000),
        fillMessage('- *a*\n'),
        fillMessage('*_'),
      ],
    ],
    ['an encrypted room', makeLinkKey, [fillMessage('`a` ', 12_000)]],
  ])('do not in %s, as they come and after a reload', async ([, makeKey, texts]) => {
    const ann = await visitors.open()
    const { address, sendMessages } = await makeTalkerRoom(makeKey())
    await enterRoom(ann.page, address, 'Ann')
    const hundred = Array.from({ length: 100 }, (_, at) => texts[at % texts.length] ?? '')
    for (const [when, run] of [
      ['as they come', () => sendMessages(hundred)],
      ['after a reload', () => ann.page.reload()],
    ] as const) {
      const task = await measureLongestTask(ann.page, hundred.length, run)
      expect(task, `the page stands still ${when}`).toBeLessThan(TASK_MAX)
      expect(await ann.page.locator('*').count(), when).toBeLessThan(ELEMENTS_MAX)
    }
    const shown = await room.log(ann.page).locator('.message-text').allTextContents()
    expect(shown, 'not letter for letter').toEqual(hundred)
  })
})

test('a message that can not be drawn is plain text, and what comes after it is as usual', async () => {
  const ann = await visitors.open()
  const { address, sendMessages } = await makeTalkerRoom()
  await ann.page.addInitScript(() => {
    // What a browser may not have, and what nobody thought of.
    Reflect.deleteProperty(URL, 'parse')
    Reflect.deleteProperty(URL, 'canParse')
    const toISOString = Date.prototype.toISOString
    Date.prototype.toISOString = function () {
      if (window.breaks) throw new RangeError('made to fail')
      return toISOString.call(this)
    }
  })
  await enterRoom(ann.page, address, 'Ann')
  await sendMessages(['see https://a.example/ and https://b.example/'])
  const linked = await waitUntilVisible(
    room.message(ann.page, 'see https'),
    'a message that fails to draw is not shown',
  )
  expect(await linked.getByRole('link').count()).toBe(0)
  expect(await linked.getByRole('time').count(), 'more of it is lost than its links').toBe(1)
  await ann.page.evaluate(() => Object.assign(window, { breaks: true }))
  await sendMessages(['with no time to draw'])
  const plain = await waitUntilVisible(
    room.message(ann.page, 'with no time'),
    'a message that fails to draw is not shown',
  )
  expect(await plain.textContent()).toMatch(/^Talker.*with no time to draw$/)
  await ann.page.evaluate(() => Object.assign(window, { breaks: false }))
  await sendMessages(['and then `code`'])
  const next = await waitUntilVisible(room.message(ann.page, 'and then'), 'nothing is shown after it')
  await waitUntilVisible(next.locator('code'), 'what comes after it is not as usual')
  await sendMessage(ann.page, 'an answer')
})

test('what is over forty lines waits behind a button, by keyboard too, and is copied whole', async () => {
  const ann = await visitors.open({ viewport: { width: 360, height: 740 } })
  const { address, sendMessages } = await makeTalkerRoom()
  await enterRoom(ann.page, address, 'Ann')
  const breaks = `first${'\n'.repeat(12_000)}last`
  const prose = fillMessage('what a long story this is ', 5_200)
  await sendMessages(['short', 'a\n'.repeat(39), breaks, prose, 'and on'])
  await waitUntilVisible(room.message(ann.page, 'and on'), 'the messages do not come')
  const heightOf = async (text: string) =>
    (await room.message(ann.page, text).locator('.message-text').boundingBox())?.height ?? 0
  const buttonOf = (text: string) => room.message(ann.page, text).getByRole('button', { name: /^Show / })
  for (const text of ['what a long story', 'first']) {
    await room.message(ann.page, text).scrollIntoViewIfNeeded()
    await waitUntilVisible(buttonOf(text), 'what is folded can not be unfolded')
    expect(await heightOf(text), 'a wall').toBeLessThan(41 * 24)
  }
  expect(await buttonOf('short').count()).toBe(0)
  await room.message(ann.page, 'a\na').first().scrollIntoViewIfNeeded()
  expect(await buttonOf('a\na').count(), '39 lines are folded').toBe(0)

  const button = buttonOf('first')
  await button.focus()
  expect(await button.getAttribute('aria-expanded')).toBe('false')
  await ann.page.keyboard.press('Enter')
  await waitUntil(async () => (await heightOf('first')) > 200_000, 'not all of it is shown')
  expect(await button.getAttribute('aria-expanded')).toBe('true')
  expect(await button.evaluate((each) => each === document.activeElement), 'the focus is lost').toBe(true)
  await button.scrollIntoViewIfNeeded()
  const unfolded = await button.boundingBox()
  await ann.page.keyboard.press('Enter')
  await waitUntil(async () => (await heightOf('first')) < 41 * 24, 'it can not be folded again')
  await expect
    .poll(async () => Math.abs(((await button.boundingBox())?.y ?? 0) - (unfolded?.y ?? 0)), {
      message: 'the button that folds goes away from under the finger',
    })
    .toBeLessThanOrEqual(2)

  expect(await room.message(ann.page, 'first').locator('.message-text').textContent()).toBe(breaks)
  await room.message(ann.page, 'first').getByRole('button', { name: 'Copy message' }).click()
  await waitUntil(
    async () => (await ann.page.evaluate(() => navigator.clipboard.readText())) === breaks,
    'not all of it is copied',
  )
})

test('who unfolds the newest message reads it from where it was, and follows again at the end', async () => {
  const ann = await visitors.open({ viewport: { width: 900, height: 500 } })
  const { address, sendMessages } = await makeTalkerRoom()
  await enterRoom(ann.page, address, 'Ann')
  await sendMessages([`first\n${'line\n'.repeat(300)}`])
  const message = room.message(ann.page, 'first')
  const button = await waitUntilVisible(message.getByRole('button', { name: 'Show all' }), 'it is not folded')
  const place = async () => (await message.boundingBox())?.y ?? 0
  await seeLogEnd(ann.page)
  const before = await place()
  await button.click()
  await waitUntilVisible(message.getByRole('button', { name: 'Show less' }), 'it can not be folded again')
  await sendMessages(['next'])
  await waitUntilVisible(
    ann.page.getByRole('button', { name: '1 new message' }),
    'what is new is not counted',
  )
  expect(Math.abs((await place()) - before), 'the reader is thrown to the end').toBeLessThanOrEqual(2)
  await ann.page.getByRole('button', { name: '1 new message' }).click()
  await seeLogEnd(ann.page)
  await sendMessages(['and another'])
  const last = await waitUntilVisible(room.message(ann.page, 'and another'), 'the next does not come')
  await expect.poll(async () => (await last.boundingBox())?.y).toBeLessThan(500)
})

test('while somebody selects in the log it holds still, and the button counts what is new', async () => {
  const ann = await visitors.open({ viewport: { width: 900, height: 500 } })
  const { address, sendMessages } = await makeTalkerRoom()
  await enterRoom(ann.page, address, 'Ann')
  await sendMessages(Array.from({ length: 30 }, (_, at) => `number ${at + 1} of some`))
  const newest = await waitUntilVisible(room.message(ann.page, 'number 30'), 'nothing comes')
  await seeLogEnd(ann.page)
  const box = await newest.boundingBox()
  const top = () => room.log(ann.page).evaluate((log) => log.scrollTop)
  const before = await top()
  const [x, y] = [(box?.x ?? 0) + 4, (box?.y ?? 0) + (box?.height ?? 0) / 2]
  await ann.page.mouse.move(x, y)
  await ann.page.mouse.down()
  await ann.page.mouse.move(x + 60, y, { steps: 4 })
  await sendMessages(['news', 'more news'])
  const button = ann.page.getByRole('button', { name: '2 new messages' })
  await waitUntilVisible(button, 'the page does not show that there are new messages')
  expect(await top(), 'what is selected moves away').toBe(before)
  expect(await ann.page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(3)
  await ann.page.mouse.up()
  await button.click()
  await waitUntilHidden(button, 'the button stays')
  // A click selects nothing: the log follows.
  await ann.page.mouse.move(x, y)
  await ann.page.mouse.down()
  await sendMessages(['the last news'])
  const last = await waitUntilVisible(room.message(ann.page, 'the last news'), 'nothing comes')
  await waitUntil(async () => ((await last.boundingBox())?.y ?? 999) < 500, 'a press alone stops the log')
  await ann.page.mouse.up()
})

/**
 * Puts marks upon the first letter of a text that stands on the page, as its writer could have.
 * @returns the pixels that this changes further away from the text than half a line of it is high
 */
async function findPaintedOver(page: Page, text: Locator): Promise<string[]> {
  // What is loaded after the page is not to come between the two pictures.
  await page.waitForLoadState('networkidle')
  const place = await text.boundingBox()
  // The time that is left goes on meanwhile.
  await page.locator('.fuse, .room-top, [role=timer]').evaluateAll((all: HTMLElement[]) => {
    for (const each of all) each.style.visibility = 'hidden'
  })
  const still = { animations: 'disabled' as const }
  const before = await page.screenshot(still)
  await text.evaluate((element) => {
    const letters = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
    const [first = '', ...rest] = letters?.textContent ?? ''
    if (letters)
      letters.textContent = `${first}${'\u0323'.repeat(120)}${'\u0301'.repeat(120)}${rest.join('')}`
  })
  const after = await page.screenshot(still)
  return page.evaluate(
    async ([before, after, place]) => {
      const pixels = await Promise.all(
        [before, after].map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
          const picture = await createImageBitmap(new Blob([bytes]))
          const paint = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
          paint?.drawImage(picture, 0, 0)
          return paint?.getImageData(0, 0, picture.width, picture.height)
        }),
      )
      const [one, other] = pixels
      const changed: string[] = []
      for (let at = 0; at < (one?.data.length ?? 0); at += 4) {
        const y = Math.floor(at / 4 / (one?.width ?? 1))
        const isText = y >= place.y - 12 && y <= place.y + place.height + 12
        // A round corner is not drawn twice in quite the same way.
        const isOther = Math.abs((one?.data[at] ?? 0) - (other?.data[at] ?? 0)) > 64
        if (!isText && isOther) changed.push(`${(at / 4) % (one?.width ?? 1)},${y}`)
      }
      return changed
    },
    [before.toString('base64'), after.toString('base64'), place ?? { y: 0, height: 0 }] as const,
  )
}

test('marks stacked upon a letter paint over nothing else, wherever a stranger can write', async () => {
  const ann = await visitors.open()
  const { page } = ann
  const { address, sendMessages } = await makeTalkerRoom()
  await enterRoom(page, address, 'Ann')
  await sendMessages(['one', 'Tower', 'three', `a\n${'b\n'.repeat(30)}`, 'five'])
  await waitUntilVisible(room.message(page, 'five'), 'the messages do not come')
  for (const text of [
    room.message(page, 'three').locator('.message-text'),
    room.message(page, 'b b').locator('.message-text'),
    room.log(page).locator('.message-sender').first(),
    page.locator('.person-name').first(),
  ]) {
    await text.scrollIntoViewIfNeeded()
    expect(await findPaintedOver(page, text), `over the page from ${text}`).toEqual([])
  }

  const account = { email: `tower-${Date.now()}@example.com`, password: 'correct horse battery' }
  expectStatus(await ann.callApi('POST', '/api/accounts', account), 201)
  const closesAt = Date.now() + 3_600_000
  const plan = { title: 'Tower', opensAt: closesAt - 1_800_000, closesAt }
  const { roomId } = expectStatus(await ann.callApi('POST', '/api/account/rooms', plan), 201)
  await page.goto('/rooms')
  const title = page.getByRole('heading', { name: 'Tower' })
  await waitUntilVisible(title, 'the room is not on the dashboard')
  expect(await findPaintedOver(page, title), 'over the dashboard from a title').toEqual([])
  await ann.context.clearCookies()
  await page.goto(`/room/${roomId}`)
  await waitUntilVisible(title, 'nobody waits for the room')
  expect(await findPaintedOver(page, title), 'over the page of who waits from a title').toEqual([])
})

const OUT_OF_ORDER = 'Messages here may be missing or out of order.'

test('under a message that contradicts the order of the others a sentence says so', async () => {
  const ann = await visitors.open({ viewport: { width: 360, height: 740 } })
  const { member, link } = await KeyMember.createRoom(new Person(visitors.origin), 'Ben')
  await member.say('as it was said')
  // Another message is in that place: the server has taken away the one that Ben had seen.
  member.newest = { seq: 1, participantId: member.participantId, id: 'taken-away' }
  await member.say('after what is missing')
  await enterRoom(ann.page, link, 'Ann')
  const message = await waitUntilVisible(room.message(ann.page, 'after what is missing'), 'nothing comes')
  await waitUntilVisible(message.getByText(OUT_OF_ORDER, { exact: true }), 'the message is not marked')
  member.newest = (await member.readSealed())[1] ?? null
  await member.say('and on')
  await waitUntilVisible(room.message(ann.page, 'and on'), 'nothing comes after it')
  expect(await ann.page.getByText(OUT_OF_ORDER).count(), 'others are marked, too').toBe(1)
  expect(await ann.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
