import type { Receipt } from './make-receipt.ts'

/** Before the receipt, so that no other name of a tab is taken for one. */
const MARK = 'private-chat receipt '

/**
 * Passes a receipt to the page that this tab shows next. It is the name of the tab meanwhile, which a browser holds in memory and
 * clears for another site: so it is in no storage and no address. Not in a frame, whose name is the page's around it.
 */
export function passReceipt(receipt: Receipt): void {
  if (parent === window) window.name = MARK + JSON.stringify(receipt)
}

/** Takes the receipt that the page before passed, once; null where there is none. */
export function takeReceipt(): Receipt | null {
  if (!window.name.startsWith(MARK)) return null
  const passed = window.name.slice(MARK.length)
  window.name = ''
  try {
    return JSON.parse(passed)
  } catch {
    return null
  }
}
