import { onCleanup } from 'solid-js'

/**
 * Watches whether somebody selects text within an element: with a mouse as long as its button is down; a finger lifts
 * before it drags the ends of a selection, so that after a touch the selection itself counts.
 * @returns a function that returns whether that is so now
 */
export function createSelecting(element: () => Node): () => boolean {
  let pressed = false
  const note = ({ type, pointerType }: PointerEvent) => {
    pressed = type === 'pointerdown' || pointerType !== 'mouse'
  }
  // The button may go up anywhere, also outside of the window.
  addEventListener('pointerdown', note)
  addEventListener('pointerup', note)
  onCleanup(() => {
    removeEventListener('pointerdown', note)
    removeEventListener('pointerup', note)
  })
  return () => {
    const selection = getSelection()
    return pressed && selection?.type === 'Range' && element().contains(selection.anchorNode)
  }
}
