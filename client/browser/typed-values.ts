import type { SafeStorage } from '../net/safe-storage.ts'
import { TYPED_VALUES, tabStorage } from './browser-storage.ts'

/**
 * What is typed and no secret: addresses, names and prose. Whatever else is typed once more, because it may be a password that is
 * shown, a recovery code, or an invite link with its key: a browser writes what a tab stores to the disk.
 */
const STORABLE = ':is([type="email"], [autocomplete="nickname"], [type="text"]:not([spellcheck="false"]))'

/** What may be a secret: a box for text that is none of those. What can't be typed into, such as the room's own link, is not lost. */
const SECRET = `:is([type="text"], [type="password"]):not(${STORABLE}, [readonly])`

const listBoxes = (which: string) => [...document.querySelectorAll<HTMLInputElement>(`#app input${which}`)]

/** Returns whether something was typed that may be a secret, so that it is stored nowhere. */
export function hasTypedSecrets(): boolean {
  return listBoxes(SECRET).some(({ value }) => value !== '')
}

/** Stores in this tab what stands in the boxes of a form, so that it stands there again once the page is loaded in another language. */
export function storeTypedValues(storage: SafeStorage = tabStorage): void {
  storage.writeItem(TYPED_VALUES, JSON.stringify(listBoxes(STORABLE).map(({ value }) => value)))
}

/** Puts into the boxes of a form what stood there before the page was loaded again, and keeps it no longer. */
export function restoreTypedValues(storage: SafeStorage = tabStorage): void {
  const text = storage.readItem(TYPED_VALUES) ?? '[]'
  // First: what can't be read must not come again with every page.
  storage.writeItem(TYPED_VALUES, null)
  const stored: string[] = JSON.parse(text)
  const boxes = listBoxes(STORABLE)
  // Another form is shown by now.
  if (boxes.length !== stored.length) return
  for (const [place, box] of boxes.entries()) {
    const value = stored[place]
    if (!value || box.value === value) continue
    box.value = value
    box.dispatchEvent(new Event('input'))
  }
}
