import type { Browser, Locator, Page } from 'playwright-core'
import { afterEach, beforeAll, expect, inject } from 'vitest'
import { STATUS } from '../../protocol/refusal.ts'
import { SENTENCE } from '../../protocol/refusal-sentence.ts'
import { expectStatus } from './api-client.ts'
import {
  type BrowserOptions,
  openBrowser,
  openVisitor,
  type ViewOptions,
  type Visitor,
  waitUntilHidden,
  waitUntilVisible,
} from './browser.ts'

/** Who is opened, where it is not somebody at the server for all tests, whose clock is right. */
interface Who extends ViewOptions, BrowserOptions {
  /** Where the server is. */
  at?: string
}

/** Lent to one test file after the other in this process; it ends with the process. */
let browser: Browser | null = null
/** People in it whom nobody knows (any more). */
const strangers: Visitor[] = []

/**
 * People for the tests of a file. After each test everybody leaves, and nobody may have met a problem: an error in the
 * console, a breach of the policy, a call to another host. Who left is a stranger to the next test, in the browser of
 * before: to start a process and to compile the page again for everybody took most of the time there was.
 * @returns opens somebody on an empty page
 */
export function createVisitors(): { origin: string; open(who?: Who): Promise<Visitor> } {
  const origin = inject('origin')
  const here: Visitor[] = []
  /** Those of them whose browser is of no use to others. */
  const odd = new Set<Visitor>()

  beforeAll(async () => {
    if (browser?.isConnected()) return
    strangers.splice(0)
    browser = await openBrowser(inject('browser'))
  })
  afterEach(async ({ task }) => {
    const leaving = here.splice(0)
    // A page in which a test failed may be in any state.
    const isWell = task.result?.state !== 'fail'
    const leave = async (each: Visitor) => {
      await each.readAnswers()
      if (!isWell || odd.has(each)) return each.context.close()
      await each.resetProfile()
      strangers.push(each)
    }
    await Promise.all(leaving.map(leave))
    expect(leaving.flatMap(({ problems }) => problems.splice(0))).toEqual([])
  })

  return {
    origin,
    async open({ at, clock, serviceWorker, ...eyes } = {}) {
      if (browser === null) throw new Error('people can be opened within a test only')
      const isOdd = at !== undefined || clock !== undefined || serviceWorker !== undefined
      const stranger = isOdd ? undefined : strangers.pop()
      const visitor =
        stranger ??
        (await openVisitor(browser, at ?? origin, {
          ...(clock !== undefined && { clock }),
          ...(serviceWorker && { serviceWorker }),
        }))
      if (isOdd) odd.add(visitor)
      if (Object.keys(eyes).length > 0) await visitor.applyView(eyes)
      here.push(visitor)
      return visitor
    },
  }
}

/** What is on the page, by the names of the contract. */
export const lobby = {
  name: (page: Page) => page.getByRole('textbox', { name: 'Your name' }),
  create: (page: Page) => page.getByRole('button', { name: 'Create room' }),
  notice: (page: Page) => page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: /\S/ }),
}
export const room = {
  box: (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true }),
  send: (page: Page) => page.getByRole('button', { name: 'Send', exact: true }),
  copyLink: (page: Page) => page.getByRole('button', { name: 'Copy link' }),
  destroy: (page: Page) => page.getByRole('button', { name: 'Destroy now' }),
  confirm: (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Destroy', exact: true }),
  timer: (page: Page) => page.getByRole('timer'),
  log: (page: Page) => page.getByRole('log'),
  message: (page: Page, text: string) => page.getByRole('log').getByRole('article').filter({ hasText: text }),
  people: (page: Page) => page.getByRole('list', { name: 'Participants' }).getByRole('listitem'),
}

/** Creates a room in the lobby under `name`, and returns its address once the room is to be seen. */
export async function createRoom(
  page: Page,
  name: string,
  { anyone = false, password = '' }: { anyone?: boolean; password?: string } = {},
): Promise<string> {
  await page.goto('/')
  await lobby.name(page).fill(name)
  if (anyone || password) await page.getByText('Options').click()
  if (anyone) await page.getByText('Anyone with the link', { exact: true }).click()
  if (password) await page.getByLabel('Password', { exact: true }).fill(password)
  await lobby.create(page).click()
  await waitUntilVisible(room.box(page), 'the creator does not get into the room')
  return page.url()
}

/** Makes a room by the API with this visitor's cookies, so that it is the host when it enters; returns its address. */
export async function createRoomByApi(
  visitor: Pick<Visitor, 'callApi'>,
  options: Record<string, unknown>,
): Promise<string> {
  const { roomId } = expectStatus(await visitor.callApi('POST', '/api/rooms', options), 201)
  return `/room/${roomId}`
}

/** What a server answers to somebody who has to wait for so many seconds, for `route.fulfill`. */
export function fakeRefusal(code: 'too-many-attempts' | 'too-many-requests', seconds: number) {
  return {
    status: STATUS[code],
    headers: { 'Retry-After': String(seconds) },
    json: { error: { code, message: SENTENCE[code] } },
  }
}

/** Enters a room under `name`, by its address; the name was given here before. */
export async function enterRoom(page: Page, address: string, name: string): Promise<void> {
  // Typed in the lobby it would be the same, for the time of another page.
  const naming = await page.addInitScript((given) => localStorage.setItem('private-chat.name', given), name)
  await page.goto(address)
  await naming.dispose()
  await waitUntilVisible(room.box(page), `${name} does not get into the room`)
}

/**
 * Sends a message, and returns it as it stands in the log. Its words are its own: what is there already would be taken for it,
 * here and by who waits for it, also where they are a part of other words.
 */
export async function sendMessage(page: Page, text: string): Promise<Locator> {
  expect(
    await room.message(page, text).allTextContents(),
    `“${text}” is in the log before it is sent`,
  ).toEqual([])
  await room.box(page).fill(text)
  await room.send(page).click()
  return waitUntilVisible(room.message(page, text), 'the message is not in the log')
}

/** Waits for the lobby with a notice that matches. */
export async function seeLobby(page: Page, notice: RegExp, why: string): Promise<void> {
  await waitUntilVisible(lobby.create(page), why)
  await waitUntilVisible(
    lobby.notice(page).filter({ hasText: notice }),
    `${why}: the lobby does not show why`,
  )
  await waitUntilHidden(room.log(page), `${why}: the messages are still there`)
}
