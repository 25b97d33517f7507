import { getOwner, onCleanup, runWithOwner } from 'solid-js'
import { findShownList } from './shown-list.ts'

/** Has the keys of the message list loaded with the first press of Tab, and as soon as something in the list has the focus. */
export function loadMessageKeys(): void {
  const owner = getOwner()
  const list = findShownList()
  if (!list) return
  const load = (event: Event) => {
    if (event instanceof KeyboardEvent && event.key !== 'Tab') return
    stop()
    import('./create-message-keys.ts').then(
      ({ createMessageKeys }) => runWithOwner(owner, () => createMessageKeys(list)),
      // With the next press.
      start,
    )
  }
  const start = () => {
    addEventListener('keydown', load)
    list.log.addEventListener('focusin', load)
  }
  const stop = () => {
    removeEventListener('keydown', load)
    list.log.removeEventListener('focusin', load)
  }
  start()
  onCleanup(stop)
}
