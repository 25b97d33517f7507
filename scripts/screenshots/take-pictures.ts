import type { Page } from 'playwright-core'

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]

/**
 * Takes the pictures of what a page shows now: light and dark, for a phone and for a desktop; where a dialog is higher than the window
 * another of its end.
 * @param path of the pictures, without their theme, width and ending
 */
export async function takePictures(page: Page, path: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // What stands still at the top of the window would be in the middle of a picture of the whole page.
    await page.evaluate(() => scrollTo(0, 0))
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const size of SIZES) {
      await page.setViewportSize(size)
      const take = (part: string) =>
        page.screenshot({
          path: `${path}.${colorScheme}.${size.width}${part}.png`,
          fullPage: true,
          animations: 'disabled',
        })
      await take('')
      if (await page.evaluate(scrollDialog, { toEnd: true })) {
        await take('-end')
        await page.evaluate(scrollDialog, { toEnd: false })
      }
    }
  }
}

/** Scrolls the dialog that is open. @returns whether there is one that can be scrolled. Runs in the page. */
function scrollDialog({ toEnd }: { toEnd: boolean }): boolean {
  const dialog = document.querySelector('dialog[open]')
  if (!dialog || dialog.scrollHeight <= dialog.clientHeight + 1) return false
  dialog.scrollTop = toEnd ? dialog.scrollHeight : 0
  return true
}
