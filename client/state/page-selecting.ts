import { onCleanup, onMount } from 'solid-js'

/**
 * Watches whether somebody selects text within an element: with a mouse as long as its button is down; a finger lifts
 * before it drags the ends of a selection, so that after a touch the selection itself counts.
 * @returns asks whether that is so now
 */
export function createSelecting(element: () => HTMLElement): () => boolean {
  let pressed = false
  let byTouch = false

  const press = ({ pointerType, button }: PointerEvent) => {
    pressed = button === 0
    byTouch = pointerType !== 'mouse'
  }
  const release = () => {
    pressed = false
  }

  onMount(() => {
    const target = element()
    target.addEventListener('pointerdown', press)
    // The button may go up anywhere, also outside of the window.
    addEventListener('pointerup', release)
    addEventListener('pointercancel', release)
    onCleanup(() => {
      target.removeEventListener('pointerdown', press)
      removeEventListener('pointerup', release)
      removeEventListener('pointercancel', release)
    })
  })

  return () => {
    if (!pressed && !byTouch) return false
    const selection = getSelection()
    return selection?.type === 'Range' && element().contains(selection.anchorNode)
  }
}
