import type { JSX } from 'solid-js'
import { render } from 'solid-js/web'

/** What somebody may use before the page’s script runs. */
const USED = 'a, button, input, summary'

/**
 * Puts a page in the place of what its document has shown until now, in one step: what was typed, unfolded and focused
 * meanwhile is so in the page, too, and a button that was pressed is pressed again. Both have the same elements, because the
 * build renders the same page into the document.
 * @param early the element that holds what the document shows
 */
export function takeOver(early: Element, page: () => JSX.Element): void {
  const root = document.createElement('div')
  root.id = early.id
  render(page, root)
  const elements = root.querySelectorAll<HTMLElement>(USED)
  let focus = () => {}
  let press = () => {}
  early.querySelectorAll<HTMLElement>(USED).forEach((old, index) => {
    const element = elements[index]
    if (!element) return
    const [{ parentElement: before }, { parentElement: after }] = [old, element]
    if (before instanceof HTMLDetailsElement && after instanceof HTMLDetailsElement) after.open = before.open
    // `public/theme.js` notes it.
    if ('pressed' in old.dataset) press = () => element.click()
    if (old === document.activeElement) focus = () => element.focus({ preventScroll: true })
    if (!(old instanceof HTMLInputElement && element instanceof HTMLInputElement)) return
    if (old.value) {
      element.value = old.value
      element.dispatchEvent(new Event('input'))
    }
    element.setSelectionRange(old.selectionStart, old.selectionEnd)
  })
  // The focus goes from one to the other while both are there: otherwise the keyboard of a phone would close.
  early.before(root)
  focus()
  early.remove()
  press()
}
