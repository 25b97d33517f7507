import type { Page } from 'playwright-core'
import { afterEach, expect } from 'vitest'

/**
 * For the tests of a file, pages that a browser translates while they are used. After each test every text on them is what it should
 * be. It is called after `createVisitors`, so that it looks before everybody leaves.
 * @returns has a page translated from now on, until it is loaded again
 */
export function createTranslator(): (page: Page) => Promise<void> {
  const translated: Page[] = []
  afterEach(async ({ task }) => {
    const pages = translated.splice(0)
    if (task.result?.state === 'fail') return
    for (const page of pages) expect(await page.evaluate(() => window.findStale?.() ?? [])).toEqual([])
  })
  return async (page) => {
    translated.push(page)
    await translatePage(page)
  }
}

/**
 * Does to a page what a browser's translator does: puts two elements in the place of each text, now and of what comes, but
 * where it is told not to. The texts stay what they are, so that everything can be found. `findStale` names those that the page has
 * changed or taken away since, and that are still seen as they were.
 */
function translatePage(page: Page): Promise<void> {
  return page.evaluate(() => {
    const replaced = new Map<Text, { font: HTMLElement; text: string }>()
    const unwanted = new Set<Text>()
    const isLeft = (element: Element | null) =>
      element === null || element.closest('[translate=no], script, style, textarea, title, .katex') !== null
    const wrap = (text: Text) => {
      const parent = text.parentElement
      if (!text.data.trim() || isLeft(parent) || parent?.closest('font')) return
      const font = document.createElement('font')
      font.append(document.createElement('font'))
      font.firstElementChild?.append(text.data)
      replaced.set(text, { font, text: text.data })
      text.replaceWith(font)
      // Whoever takes a text away asks first where it stands.
      const gone = {
        get() {
          unwanted.add(text)
          return null
        },
      }
      Object.defineProperties(text, { parentNode: gone, remove: { value: () => unwanted.add(text) } })
    }
    const wrapAll = (root: Node) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const found: Text[] = []
      while (texts.nextNode()) if (texts.currentNode instanceof Text) found.push(texts.currentNode)
      if (root instanceof Text) found.push(root)
      found.forEach(wrap)
    }
    wrapAll(document.body)
    new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes) {
        for (const node of addedNodes) if (node.isConnected) wrapAll(node)
        if (target instanceof Text && target.isConnected) wrap(target)
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
    window.findStale = () =>
      [...replaced].flatMap(([node, { font, text }]) => {
        if (!font.isConnected) return []
        const place = font.parentElement?.outerHTML.replace(/<\/?font>/g, '').slice(0, 120)
        if (node.data !== text) return [`“${text}” should be “${node.data}” in ${place}`]
        if (unwanted.has(node)) return [`“${text}” should be gone from ${place}`]
        return 'data' in font ? [`“${text}” should be “${font.data}” in ${place}`] : []
      })
  })
}
