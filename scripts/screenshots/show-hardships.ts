import type { Page } from 'playwright-core'
import type { Studio } from './open-studio.ts'

/** What WCAG 2.2 (1.4.12) lets a reader set. */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
  'p { margin-bottom: 2em !important }'

/** The lobby, a room and its menu where little is seen, colours are forced, and words are wider. */
export async function showHardships({ open, keep }: Studio): Promise<void> {
  const [ada, ben] = [await open('Ada'), await open('Ben')]
  const takeAll = async (page: Page, name: string) => {
    await page.setViewportSize({ width: 320, height: 180 })
    await keep(page, `${name}-320x180`)
    // 1280 by 1024 pixels at 400 %.
    await page.setViewportSize({ width: 320, height: 256 })
    await keep(page, `${name}-400-percent`)
    for (const forced of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: forced })
      for (const size of [
        { width: 360, height: 740 },
        { width: 1280, height: 800 },
      ]) {
        await page.setViewportSize(size)
        await keep(page, `${name}-forced-${forced}-${size.width}`)
      }
    }
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
    await page.setViewportSize({ width: 360, height: 740 })
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [sheet]
    }, TEXT_SPACING)
    await keep(page, `${name}-text-spacing`)
    await page.evaluate(() => {
      document.adoptedStyleSheets = []
    })
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await ada.page.goto('/')
  await takeAll(ada.page, '70-lobby')
  await ada.click('Options')
  await ada.click('Anyone with the link')
  await takeAll(ada.page, '71-lobby-options')
  await ada.createRoom()
  await ben.page.goto(ada.page.url())
  await ben.seeRoom()
  await ada.say('The key is with the neighbour on the left.')
  await ben.say('Thanks! *Which* bell? And is there anything that I should bring?')
  await ada.say('`The upper one.`\n- bread\n- milk')
  await takeAll(ada.page, '72-room')
  await ada.openMenu()
  await takeAll(ada.page, '73-menu')
  await ada.closeDialogs()
  await ada.page.keyboard.press('Tab')
  await ada.page.keyboard.press('Tab')
  await keep(ada.page, '74-focus-room')
}
