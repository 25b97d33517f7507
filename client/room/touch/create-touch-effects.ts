import { createEffect, onCleanup } from 'solid-js'
import { followPageHeight } from '../../browser/page-height.ts'
import { devicePreferences } from '../device/device-preferences.ts'
import { breaksLine } from './breaks-line.ts'

/** What a room does on a device that is touched: it fits what is seen beside the keyboard, whose Enter begins a new line. */
export function createTouchEffects(): void {
  const isKeyboardOpen = followPageHeight()
  const box = document.querySelector<HTMLTextAreaElement>('.composer-text')
  if (!box) return
  const enterSends = () => devicePreferences().enterSends
  createEffect(() => {
    box.enterKeyHint = enterSends() ? 'send' : 'enter'
  })
  // Before the box hears of it, which would send.
  const keepLine = (event: KeyboardEvent) => {
    const isBreak = breaksLine(event, { isOnScreen: isKeyboardOpen(), enterSends: enterSends() })
    if (event.target === box && isBreak) event.stopPropagation()
  }
  addEventListener('keydown', keepLine, true)
  onCleanup(() => removeEventListener('keydown', keepLine, true))
}
