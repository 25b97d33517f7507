import { onCleanup } from 'solid-js'

/**
 * Keeps the focus within a part of the page: where the element that has it goes, such as a button that was pressed and is not
 * needed any more, another takes it. Without this a keyboard would start again at the top of the page.
 * @param part what is watched until the owner is cleaned up
 * @param findNext returns what takes the focus of what is lost; `part` may be gone from the page by then
 */
export function keepFocus(part: HTMLElement, findNext: (lost: Element) => HTMLElement | null): void {
  let last: EventTarget | null = null
  const isLost = () => document.activeElement === null || document.activeElement === document.body
  function restore() {
    if (!(last instanceof Element) || last.isConnected) return
    const lost = last
    last = null
    if (isLost()) findNext(lost)?.focus()
  }
  const enter = ({ target }: FocusEvent) => {
    last = target
  }
  // Some browsers report that an element loses the focus as it is removed: that is no choice of who uses the page.
  const leave = ({ target }: FocusEvent) =>
    queueMicrotask(() => {
      if (target === last && target instanceof Node && target.isConnected) last = null
    })
  const observer = new MutationObserver(restore)
  observer.observe(part, { childList: true, subtree: true })
  part.addEventListener('focusin', enter)
  part.addEventListener('focusout', leave)
  onCleanup(() => {
    observer.disconnect()
    part.removeEventListener('focusin', enter)
    part.removeEventListener('focusout', leave)
    // It goes from the page after this.
    queueMicrotask(restore)
  })
}
