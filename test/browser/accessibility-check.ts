import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Pixels of the smallest thing a finger is asked to hit, less what rounding takes. */
const TARGET = 43.5

/** Pixels of the smallest thing a mouse is asked to hit (WCAG 2.2, 2.5.8), less what rounding takes. */
const POINTED = 23.5

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

/** What WCAG 2.2 (1.4.12) lets a reader set. */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
  'p { margin-bottom: 2em !important }'

/**
 * Looks at the page as it is with 400 % zoom and wider text (1.4.10, 1.4.12), in a window of 320 x 180, with a mouse, and in
 * forced colours: nothing is cut off or out of reach, everything can be hit, and what is chosen can be told.
 */
export async function checkHardships(page: Page, what: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.setViewportSize({ width: 320, height: 256 })
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
  }, TEXT_SPACING)
  await page.evaluate(nextFrame)
  expect(await page.evaluate(findCut), `${what}: cut off at 400 % with wider text`).toEqual([])
  await page.evaluate(() => {
    document.adoptedStyleSheets = []
  })
  await page.setViewportSize({ width: 320, height: 180 })
  await page.evaluate(nextFrame)
  expect(await page.evaluate(findCut), `${what}: cut off at 320 x 180`).toEqual([])

  await page.setViewportSize({ width: 1024, height: 720 })
  expect(await page.evaluate(findSmallTargets, POINTED), `${what}: too small to point at`).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await page.evaluate(findUnmarked), `${what}: not to be told in forced colours`).toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
}

/** Looks whether everything on a large screen can be hit with a finger. Afterwards the page knows of no mouse any more. */
export async function checkTouch(page: Page, what: string): Promise<void> {
  const line = await page.context().newCDPSession(page)
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true)
  expect(await page.evaluate(findSmallTargets, TARGET), `${what}: too small on a large touch screen`).toEqual(
    [],
  )
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: false })
  await line.detach()
}

/** Until the page was told of its new size. */
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Names what sticks out sideways, texts that are cut off, and dialogs that can't be scrolled to their end. */
function findCut(): string[] {
  const root = document.documentElement
  const over = root.scrollWidth - root.clientWidth
  const isShown = (each: Element) =>
    each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && each.clientWidth > 1
  const texts = [...document.querySelectorAll('p, span, h1, h2, h3, label, button, legend')].filter(isShown)
  const cut = texts.filter((each) => {
    const { overflowX, textOverflow } = getComputedStyle(each)
    // What ends with dots is whole elsewhere: a quote in its message, a name in its dialog.
    const isClipped = ['hidden', 'clip'].includes(overflowX) && textOverflow !== 'ellipsis'
    return isClipped && each.scrollWidth > each.clientWidth + 2
  })
  const stuck = [...document.querySelectorAll('dialog[open], :popover-open')].filter((each) => {
    const { top, bottom } = each.getBoundingClientRect()
    const scrolls = each.scrollHeight <= each.clientHeight || getComputedStyle(each).overflowY === 'auto'
    return top < 0 || bottom > innerHeight + 1 || !scrolls
  })
  return [
    ...(over > 0 ? [`the page, by ${over} pixels`] : []),
    ...[...cut, ...stuck].map((each) => each.outerHTML.slice(0, 120)),
  ]
}

/** Names buttons without an edge, and what is chosen that looks like what is not. */
function findUnmarked(): string[] {
  const edgeOf = (each: Element) => {
    const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(each)
    return [borderTopWidth, borderTopStyle, borderTopColor, backgroundColor].join()
  }
  const shown = [...document.querySelectorAll('.button')].filter((each) => each.checkVisibility())
  const bare = shown.filter((each) => /^0px|,none,/.test(edgeOf(each)))
  const chosen = shown.filter((each) => each.matches('[aria-pressed=true]'))
  const others = new Set(shown.filter((each) => each.matches('[aria-pressed=false]')).map(edgeOf))
  const alike = chosen.filter((each) => others.has(edgeOf(each)))
  return [...bare, ...alike].map((each) => each.outerHTML.slice(0, 120))
}

/** Names what would be printed beside one part of the page, once the page is shown as on paper. */
export function findPrinted(part: Locator): Promise<string[]> {
  return part.evaluate((part) =>
    [...document.body.querySelectorAll('*')]
      .filter((each) => each.checkVisibility() && !each.contains(part) && !part.contains(each))
      .map((each) => each.outerHTML.slice(0, 90)),
  )
}

/** Looks at a room in a frame: nothing in it that axe calls a breach. */
export async function checkFrame(frame: Frame, what: string): Promise<void> {
  expect(await findBreaches(frame, EVERYTHING), what).toEqual([])
}

async function findBreaches(page: Page | Frame, runOnly: string[]): Promise<unknown[]> {
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
