import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, room, sendMessage } from '../support/visitors.ts'

const visitors = createVisitors()

const ANIMAL = /anonymous-[a-z]+-[a-z2-9]{5}/
/** `Ada` with a Cyrillic letter. */
const OTHER_ADA = '\u0410da'

const senderOf = (page: Page, text: string): Locator => room.message(page, text).locator('.message-head')

/** Waits for a message, and returns how its sender stands there: name, frames and mark. */
async function readSender(page: Page, text: string) {
  const head = await waitUntilVisible(senderOf(page, text), `"${text}" does not arrive`)
  return head.evaluate((element) => {
    const texts = (selector: string) => [...element.querySelectorAll(selector)].map((one) => one.textContent)
    return {
      name: element.querySelector('bdi')?.textContent,
      frames: texts('.badge'),
      framesInName: element.querySelectorAll('bdi .badge, bdi svg').length,
      marks: [...element.querySelectorAll('.mark')].map((mark) => mark.getAttribute('aria-hidden')),
    }
  })
}

test('whose name looks like another’s, like a role or like oneself is told apart, and nobody else', async () => {
  const ann = await visitors.open()
  const address = await createRoom(ann.page, 'Ada', { anyone: true })
  await sendMessage(ann.page, 'said by the host')
  const said = new Map([
    [OTHER_ADA, 'said by the other'],
    ['Ada · host', 'said by a role'],
    ['You', 'said by oneself'],
    ['Ben', 'said by Ben'],
  ])
  for (const [name, text] of said) {
    const { page } = await visitors.open()
    await enterRoom(page, address, name)
    await sendMessage(page, text)
  }
  const { page } = await visitors.open()
  await enterRoom(page, address, 'Cleo')

  const animals = page.locator('.log .badge-animal')
  await waitUntil(async () => (await animals.count()) === 4, 'the look-alikes are not told apart')
  const host = await readSender(page, 'said by the host')
  expect(host).toEqual({
    name: 'Ada',
    frames: [expect.stringMatching(ANIMAL), 'host'],
    framesInName: 0,
    marks: ['true'],
  })
  for (const name of [OTHER_ADA, 'Ada · host', 'You'])
    expect(await readSender(page, said.get(name) ?? '')).toEqual({
      name,
      frames: [expect.stringMatching(ANIMAL)],
      framesInName: 0,
      marks: ['true'],
    })
  expect(await readSender(page, 'said by Ben')).toMatchObject({ name: 'Ben', frames: [], marks: ['true'] })
  await waitUntilVisible(
    room.people(page).filter({ hasText: OTHER_ADA }).filter({ hasText: ANIMAL }),
    'the list of people does not tell them apart',
  )
  expect(await room.people(page).filter({ hasText: 'Ben' }).textContent()).toBe('Ben')
})

/** Shows the safety words of somebody in the menu, and returns them. */
async function readSafetyWords(page: Page, label: string): Promise<string> {
  const menu = page.getByRole('dialog', { name: 'This room' })
  if (!(await menu.isVisible())) await page.getByRole('button', { name: 'More', exact: true }).click()
  const row = menu
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: label, exact: true }) })
  // The button, by which the row is found, goes: the words are found by what they look like.
  const words = menu.getByRole('status').filter({ hasText: /^\w+( · \w+){4}$/ })
  const before = await words.count()
  await row.getByRole('button').click()
  await waitUntil(async () => (await words.count()) === before + 1, 'no words are shown')
  return (await words.allTextContents()).join('\n')
}

test('each has safety words of their own, which the other sees, too', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  await waitUntilVisible(room.people(ann.page).filter({ hasText: 'Ben' }), 'Ben is not here')
  const own = await readSafetyWords(ann.page, 'Show your own words')
  expect(await readSafetyWords(ben.page, 'Show the words of Ann')).toBe(own)
  const both = await readSafetyWords(ann.page, 'Show the words of Ben')
  expect(both.startsWith(`${own}\n`)).toBe(true)
  expect(new Set(both.split('\n')).size).toBe(2)
})
