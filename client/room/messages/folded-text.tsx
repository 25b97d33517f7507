import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { foldedTexts } from '#i18n/folded-text.ts'
import type { Fold } from './fold-text.ts'

/**
 * A text that may be higher than a message should be: it is laid out once it comes near the screen, and what is over
 * forty lines there waits behind a button.
 */
export function FoldedText(props: {
  fold: Fold
  odd: boolean
  onUnfold: (() => void) | undefined
  /** The text up to its end, or all of it. */
  children: (end: number | null) => JSX.Element
}) {
  const [open, setOpen] = createSignal(false)
  const [clipped, setClipped] = createSignal(false)
  const over = () => props.fold.end !== null || clipped()
  let box!: HTMLDivElement
  let inner!: HTMLDivElement

  onMount(() => {
    // It reports what was laid out anyway; to ask for a height would lay out what nobody sees.
    const measure = new ResizeObserver(([entry]) => {
      if (!open()) setClipped((entry?.contentRect.height ?? 0) > box.clientHeight)
    })
    measure.observe(inner)
    onCleanup(() => measure.disconnect())
  })

  function toggle(event: MouseEvent & { currentTarget: HTMLButtonElement }) {
    const button = event.currentTarget
    const top = () => button.getBoundingClientRect().top
    const before = top()
    props.onUnfold?.()
    setOpen(!open())
    if (open()) return
    // What is folded goes from above the button, which stays where it is, or comes into sight.
    button.closest('.log')?.scrollBy(0, top() - before)
    button.scrollIntoView({ block: 'nearest' })
  }

  return (
    <>
      <div
        ref={box}
        class="message-text message-long"
        classList={{ 'message-odd': props.odd, 'message-folded': over() && !open(), 'message-whole': open() }}
        style={{ '--lines': `${props.fold.lines}` }}
        dir="auto"
      >
        <div ref={inner}>{props.children(open() ? null : props.fold.end)}</div>
      </div>
      <Show when={over()}>
        <button
          type="button"
          class="button button-quiet message-unfold"
          aria-expanded={open()}
          onClick={toggle}
        >
          {open() ? foldedTexts.showLess : foldedTexts.showAll}
        </button>
      </Show>
    </>
  )
}
