import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilVisible } from '../support/browser.ts'
import { createRoomByApi, createVisitors, fakeRefusal, room } from '../support/visitors.ts'

const visitors = createVisitors()

/** Has the next call to an address be refused for so many seconds: too many wrong tries. */
async function refuseOnce(page: Page, address: string, seconds: number) {
  await page.route(address, (route) => route.fulfill(fakeRefusal('too-many-attempts', seconds)), { times: 1 })
}

/** Makes the page record every text that a screen reader announces. */
function recordAnnouncements(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.title = ''
    const said = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement
      return element?.closest('[aria-hidden=true]')
        ? null
        : element?.closest('[role=status], [role=alert], [aria-live]')
    }
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        if ([target, ...addedNodes].some((node) => said(node))) document.title += '|'
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

/** Waits out what the page counts down, and checks that a screen reader announces it as often as it has to. */
async function waitOut(page: Page, button: string) {
  await recordAnnouncements(page)
  const line = page.locator('.submit-wait')
  await waitUntilVisible(
    line.filter({ hasText: /again in [23] s/ }),
    'the page does not show how long to wait',
  )
  const way = page.getByRole('button', { name: button, exact: true })
  expect(await way.getAttribute('aria-disabled')).toBe('true')
  await waitUntilVisible(line.filter({ hasText: /again in 1 s/ }), 'the wait does not count down')
  await waitUntilVisible(
    page.getByText('You can try again now.'),
    'the page does not show that the wait is over',
  )
  await waitUntil(
    async () => (await way.getAttribute('aria-disabled')) === 'false',
    'the button does not work again',
  )
  expect(await line.isVisible()).toBe(false)
  expect(await page.getByRole('alert').count()).toBe(0)
  // The alert comes, it goes, and that it is over is said: a few changes, and none a second.
  expect((await page.title()).length).toBeLessThan(6)
}

test('after too many tries the page of a password counts down, and lets in when that is over', async () => {
  const host = await visitors.open()
  const visitor = await visitors.open()
  const address = await createRoomByApi(host, { password: 'correct horse' })
  await visitor.page.goto(address)
  const box = await waitUntilVisible(
    visitor.page.getByLabel('Password', { exact: true }),
    'nobody asks for the password',
  )
  await refuseOnce(visitor.page, '**/join', 3)
  await box.fill('correct horse')
  await box.press('Enter')
  await waitOut(visitor.page, 'Enter')
  await visitor.page.getByRole('button', { name: 'Enter', exact: true }).click()
  await waitUntilVisible(room.box(visitor.page), 'the right password does not let in once the wait is over')
  // The browser prints the refusal.
  visitor.problems.splice(0)
})

test('logging in counts down as well', async () => {
  const { page, problems } = await visitors.open()
  await page.goto('/login')
  await page.getByLabel('Email').fill('ada@example.com')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await refuseOnce(page, '**/api/session', 3)
  await page.getByLabel('Password', { exact: true }).press('Enter')
  await waitOut(page, 'Log in')
  problems.splice(0)
})
