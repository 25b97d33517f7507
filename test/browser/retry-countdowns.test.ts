import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil, waitUntilVisible } from '../support/browser.ts'
import { createRoomByApi, createVisitors, fakeRefusal, room } from '../support/visitors.ts'

const visitors = createVisitors()

/** Has the next call to an address be refused for so many seconds: too many wrong tries. */
async function refuseOnce(page: Page, address: string, seconds: number) {
  await page.route(address, (route) => route.fulfill(fakeRefusal('too-many-attempts', seconds)), { times: 1 })
}

/**
 * Makes the page record how often a screen reader announces something, in its title; and every second that it counts down, with
 * whether the button waits: each is there for that second alone.
 */
function recordWait(page: Page, button: string): Promise<void> {
  return page.evaluate((button) => {
    document.title = ''
    window.waits = []
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
      const line = document.querySelector('.submit-wait')
      const way = [...document.querySelectorAll('button')].find((each) => each.textContent === button)
      if (line?.checkVisibility()) window.waits.push(`${line.textContent} ${way?.ariaDisabled}`)
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  }, button)
}

/** Waits out what the page counts down after an Enter, and checks that a screen reader announces it as often as it has to. */
async function waitOut(page: Page, box: Locator, button: string) {
  await recordWait(page, button)
  await box.press('Enter')
  const line = page.locator('.submit-wait')
  const way = page.getByRole('button', { name: button, exact: true })
  await waitUntilVisible(
    page.getByText('You can try again now.'),
    'the page does not show that the wait is over',
  )
  await waitUntil(
    async () => (await way.getAttribute('aria-disabled')) === 'false',
    'the button does not work again',
  )
  expect(await line.isVisible()).toBe(false)
  const waits = await page.evaluate(() => window.waits)
  expect(waits, 'how long to wait is not shown').toContainEqual(
    expect.stringMatching(/again in [23] s.* true$/),
  )
  expect(waits, 'the wait does not count down').toContainEqual(expect.stringMatching(/again in 1 s.* true$/))
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
  await waitOut(visitor.page, box, 'Enter')
  await visitor.page.getByRole('button', { name: 'Enter', exact: true }).click()
  await waitUntilVisible(room.box(visitor.page), 'the right password does not let in once the wait is over')
  // The browser prints the refusal.
  visitor.problems.splice(0)
})

test('logging in counts down as well', async () => {
  const { page, problems } = await visitors.open()
  await page.goto('/login')
  await page.getByLabel('Email').fill('ada@example.com')
  const box = page.getByLabel('Password', { exact: true })
  await box.fill('not the password')
  await refuseOnce(page, '**/api/session', 3)
  await waitOut(page, box, 'Log in')
  problems.splice(0)
})
