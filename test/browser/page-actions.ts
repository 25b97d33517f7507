import type { Locator, Page } from 'playwright-core'
import { type Visitor, waitUntil, waitUntilVisible } from '../support/browser.ts'

/** Makes the page believe that nobody (or somebody) looks at it: a browser without a window always reports that it is visible. */
export function lookAway(page: Page, away = true): Promise<void> {
  return page.evaluate((hidden) => {
    const override = (name: string, value: unknown) =>
      Object.defineProperty(document, name, { configurable: true, get: () => value })
    override('hidden', hidden)
    override('visibilityState', hidden ? 'hidden' : 'visible')
    document.dispatchEvent(new Event('visibilitychange'))
  }, away)
}

/** Makes the page believe that another window has the focus (or this one again), while it can be seen. */
export function leaveWindow(page: Page, away = true): Promise<void> {
  return page.evaluate((left) => {
    Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => !left })
    window.dispatchEvent(new Event(left ? 'blur' : 'focus'))
  }, away)
}

/** Has something copied, and returns what is on the clipboard then: a page writes there after the click. */
export async function readCopied(page: Page, copy: () => Promise<void>): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await copy()
  let copied = ''
  await waitUntil(async () => {
    copied = await page.evaluate(() => navigator.clipboard.readText())
    return copied !== ''
  }, 'nothing is copied')
  return copied
}

/**
 * Looks from now on whether something comes into a part of the page, also where it is gone before anybody asks.
 * @param selector what comes, within the part
 * @returns whether it has been there
 */
export async function watchFor(part: Locator, selector: string): Promise<() => Promise<boolean>> {
  const watch = await part.evaluateHandle((root, selector) => {
    const noted = { isSeen: false }
    const look = () => {
      noted.isSeen ||= root.querySelector(selector) !== null
    }
    new MutationObserver(look).observe(root, { subtree: true, childList: true, attributes: true })
    look()
    return noted
  }, selector)
  return () => watch.evaluate(({ isSeen }) => isSeen)
}

/** Takes what a visitor has met. The page is left first: what the browser prints of it is then no longer on its way. */
export async function takeProblems({ page, problems, readAnswers }: Visitor): Promise<string[]> {
  await readAnswers()
  await page.goto('about:blank')
  return problems.splice(0)
}

/** Waits until what was written last is kept in the tab, as a reload needs it. @param what such as `draft` */
export function seeKept(page: Page, what: 'draft' | 'outbox' | 'poll'): Promise<void> {
  return waitUntil(
    () =>
      page.evaluate(
        (start) => Object.keys(sessionStorage).some((key) => key.startsWith(start)),
        `private-chat.${what}.`,
      ),
    `nothing is kept of the ${what}`,
  )
}

/** Opens what can be chosen on this device, from the room's menu. */
export async function openDeviceChoices(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'On this device' }).click()
}

/** Waits until something has the focus. @param why what it would mean if it never had */
export function seeFocus(target: Locator, why: string): Promise<void> {
  return waitUntil(() => target.evaluate((each) => each === document.activeElement), why)
}

/** What Tab passes until it comes to what is called for, which has the focus then. */
export async function tabTo(page: Page, role: string, name: string): Promise<void> {
  const target = page.getByRole(role as 'button', { name, exact: true })
  await waitUntilVisible(target, `there is no ${role} "${name}" to come to`)
  const passed: string[] = []
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await target.evaluateAll((all) => all.some((each) => each === document.activeElement))
    if (focused) return
    passed.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 20) ?? ''))
    await page.keyboard.press('Tab')
  }
  throw new Error(`sixty Tabs do not lead to the ${role} "${name}"; they pass ${passed.join(' | ')}`)
}

/** Stands in for what a browser without a window can't show or play, and keeps what was asked of it. */
export async function recordSigns(
  page: Page,
): Promise<() => Promise<{ shown: unknown[]; played: number; asked: number }>> {
  await page.addInitScript(() => {
    const signs = { shown: [] as unknown[], played: 0, asked: 0 }
    class Notice {
      static permission = 'default'
      static async requestPermission() {
        signs.asked += 1
        Notice.permission = 'granted'
        return Notice.permission
      }
      constructor(title: string, options: NotificationOptions) {
        signs.shown.push({ title, ...options })
      }
      close() {}
    }
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (...when) {
      signs.played += 1
      start.apply(this, when)
    }
    Object.assign(window, { signs, Notification: Notice })
  })
  return () => page.evaluate(() => window.signs)
}

/** Keeps what the page gives a screen reader to read of a room, which lies where nothing else of the page can look. */
export async function recordReadings(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    window.readings = []
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function (options) {
      const tree = attach.call(this, options)
      const keep = (changes: MutationRecord[]) => {
        const added = changes.flatMap(({ addedNodes }) => [...addedNodes])
        window.readings.push(
          ...added
            .filter((node) => node.parentElement?.ariaLive === 'polite')
            .map((node) => node.textContent ?? ''),
        )
      }
      new MutationObserver(keep).observe(tree, { childList: true, subtree: true })
      return tree
    }
  })
  return () => page.evaluate(() => window.readings)
}
