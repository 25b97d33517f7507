/** What is looked at of a key. */
type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey'>

/** Where somebody types, and what they chose. */
interface Keyboard {
  /** Whether a keyboard on the screen takes a part of the page. */
  isOnScreen: boolean
  /** Whether Enter sends also there. */
  enterSends: boolean
}

/**
 * Returns whether a key of a keyboard on the screen begins a new line. Such a keyboard has no Shift to hold, so Enter breaks the line there and
 * a button sends. On Android its keys have no place (`code`); elsewhere it shows by what it takes of the page. A keyboard of a device's own has places and
 * takes nothing: there Enter sends.
 */
export function breaksLine(
  { key, code, ctrlKey, metaKey }: PressedKey,
  { isOnScreen, enterSends }: Keyboard,
): boolean {
  if (key !== 'Enter' || ctrlKey || metaKey || enterSends) return false
  return isOnScreen || code === '' || code === 'Unidentified'
}
