import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Pixels of the smallest thing a finger is asked to hit, less what rounding takes. */
const TARGET = 43.5

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What depends on colours, on sizes, and on which of the words there is room for: the rest is checked at a desktop's size. */
const ON_A_PHONE = [
  ...['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
  ...['button-name', 'link-name', 'label', 'region', 'heading-order', 'aria-hidden-focus'],
]

/**
 * Looks at the page as it is: nothing that axe calls a breach of WCAG 2.2 AA, light at a desktop's size and dark on a phone;
 * at 320 pixels nothing sticks out sideways, and everything can be hit with a finger.
 */
export async function checkAccessibility(page: Page, what: string): Promise<void> {
  // What lies under the pointer shows its buttons: a test that looks at those moves the pointer itself.
  await page.mouse.move(0, 0)
  for (const [colorScheme, viewport, rules] of [
    ['light', { width: 1280, height: 800 }, EVERYTHING],
    ['dark', { width: 360, height: 740 }, ON_A_PHONE],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(viewport)
    // A colour on its way from one theme to the other has the contrast of neither.
    await page.evaluate(() => {
      for (const each of document.getAnimations()) each.finish()
    })
    expect(await findBreaches(page, rules), `${what}, ${colorScheme}`).toEqual([])
  }
  await page.setViewportSize({ width: 320, height: 568 })
  const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(await page.evaluate(over), `${what}: pixels that stick out sideways at 320`).toBeLessThanOrEqual(0)
  expect(await page.evaluate(findSmallTargets, TARGET), `${what}: too small for a finger`).toEqual([])
  await page.setViewportSize({ width: 1024, height: 720 })
}

/** Fails where axe finds that something on the page, as it is now, can't be hit because something else lies over it. */
export async function checkTargets(page: Page, what: string): Promise<void> {
  expect(await findBreaches(page, ['target-size']), what).toEqual([])
}

async function findBreaches(page: Page, runOnly: string[]): Promise<unknown[]> {
  // Evaluated, not added to the page: the policy of the page lets no other script in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run({
      runOnly,
      // What passed would be written down element by element, which takes longer than finding out.
      resultTypes: ['violations'],
    })
    return violations.map(({ id, nodes }) => [
      id,
      ...nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    ])
  }, runOnly)
}

function findSmallTargets(least: number): string[] {
  // A switch is hit anywhere in its row, a choice anywhere in its label. Links within a text are as high as the text.
  const all = document.querySelectorAll<HTMLElement>(
    'button:not(.switch-button), .switch, .strip-choice, .check, .input, select, textarea, summary, a.button, .brand',
  )
  return [...all]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .filter((each) => {
      const { width, height } = each.getBoundingClientRect()
      return width < least || height < least
    })
    .map((each) => `${each.outerHTML.slice(0, 90)} ${JSON.stringify(each.getBoundingClientRect())}`)
}
