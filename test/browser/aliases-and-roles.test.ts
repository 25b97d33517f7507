import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, room, sendMessage } from '../support/visitors.ts'

const visitors = createVisitors()

/** Takes another name by the menu. */
async function renameParticipant(page: Page, alias: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  const menu = page.getByRole('dialog', { name: 'This room' })
  await menu.getByRole('textbox', { name: 'Your name' }).fill(alias)
  await menu.getByRole('button', { name: 'Change name' }).click()
  await waitUntilVisible(menu.getByText(`You are ${alias} now.`), 'nothing shows that the name is another')
  await page.keyboard.press('Escape')
}

test('a role stands in a frame of its own, a new name in the log, and no name is cut, on a phone', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open({ viewport: { width: 360, height: 720 } })
  const long = `W${'wW'.repeat(15)}`
  const address = await createRoom(ann.page, long)
  await enterRoom(ben.page, address, 'Ben')
  await sendMessage(ann.page, 'from the host')
  await sendMessage(ben.page, 'from a visitor')
  const sent = (page: Page, text: string) => room.message(page, text).locator('.message-head')
  const ofHost = await waitUntilVisible(sent(ben.page, 'from the host'), 'the host’s message does not arrive')
  const badge = await waitUntilVisible(
    ofHost.getByText('host', { exact: true }),
    'nothing shows that this is the host’s message',
  )
  const frame = await badge.evaluate((span) => [span.closest('bdi'), getComputedStyle(span).borderTopStyle])
  expect(frame).toEqual([null, 'solid'])
  const ofVisitor = await waitUntilVisible(sent(ann.page, 'from a visitor'), 'the visitor’s does not arrive')
  expect(await ofVisitor.getByText('host', { exact: true }).count()).toBe(0)
  const isWhole = await ofHost.locator('bdi').evaluate((name) => {
    const { width } = name.getBoundingClientRect()
    return name.scrollWidth <= Math.ceil(width) && width < innerWidth - 60
  })
  expect(isWhole, 'a long name is cut').toBe(true)

  await renameParticipant(ben.page, 'Bea')
  for (const { page } of [ann, ben]) {
    await waitUntilVisible(room.log(page).getByText('Ben is now Bea'), 'the log does not show the new name')
    expect(await sent(page, 'from a visitor').textContent()).not.toContain('Bea')
    expect(await room.log(page).getByRole('article').count()).toBe(2)
  }

  await ann.page.getByRole('button', { name: 'Leave', exact: true }).click()
  await waitUntil(async () => (await room.people(ben.page).count()) === 1, 'the host is still here')
  expect(await badge.isVisible(), 'who left has lost the role').toBe(true)
})
