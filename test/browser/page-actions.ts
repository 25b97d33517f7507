import type { Page } from 'playwright-core'

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

/** What Tab passes until it comes to what is called for, which has the focus then. */
export async function tabTo(page: Page, role: string, name: string): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 60; presses += 1) {
    const target = page.getByRole(role as 'button', { name, exact: true })
    const focused = await target.evaluateAll((all) => all.some((each) => each === document.activeElement))
    if (focused) return
    passed.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 20) ?? ''))
    await page.keyboard.press('Tab')
  }
  throw new Error(`sixty Tabs do not lead to the ${role} "${name}"; they pass ${passed.join(' | ')}`)
}
