import { onCleanup } from 'solid-js'

/** The key that opens the browser's own search, by which letter it is typed: in other alphabets by where it is. */
const isFind = ({ key, code }: KeyboardEvent) => (/^[a-z]$/i.test(key) ? /^f$/i.test(key) : code === 'KeyF')

/**
 * Opens the search of the room in place of the browser's own, which finds only what the page draws. While a dialog is open, so
 * also the second time, it is the browser's.
 * @param open resolves once it stands there
 */
export function createFindKey(open: () => Promise<void>): void {
  const isApple = /^(Mac|iP)/.test(navigator.platform)
  let isOpening = false
  function press(event: KeyboardEvent) {
    const [own, other] = isApple ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
    if (!own || other || event.shiftKey || event.altKey || !isFind(event)) return
    if (document.querySelector('dialog[open]')) return
    event.preventDefault()
    if (isOpening) return
    isOpening = true
    void open().finally(() => {
      isOpening = false
    })
  }
  addEventListener('keydown', press)
  onCleanup(() => removeEventListener('keydown', press))
}
