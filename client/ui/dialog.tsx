import { createUniqueId, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { Announcer } from './announcer.tsx'
import { keepFocus } from './keep-focus.ts'

/** Stands before everything else on the page until it is closed: by Escape, a click beside it, or `close`. */
export function Dialog(props: {
  title: string
  text?: string
  class?: string
  onClose: () => void
  children: (close: () => void) => JSX.Element
}) {
  const id = createUniqueId()
  let dialog!: HTMLDialogElement
  // A browser tells of the close with the next frame: another dialog may stand here by then.
  let isGone = false
  onCleanup(() => {
    isGone = true
  })
  onMount(() => {
    dialog.showModal()
    keepFocus(dialog, () => dialog.querySelector<HTMLElement>('button, input, textarea'))
  })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does by keyboard what a click beside the dialog does.
    <dialog
      ref={dialog}
      class={`dialog ${props.class ?? ''}`}
      aria-labelledby={`${id}-title`}
      aria-describedby={props.text ? `${id}-text` : undefined}
      onClose={() => isGone || props.onClose()}
      onClick={(event) => event.target === dialog && dialog.close()}
    >
      <h2 id={`${id}-title`}>{props.title}</h2>
      <Show when={props.text}>
        <p class="dialog-text" id={`${id}-text`}>
          {props.text}
        </p>
      </Show>
      {props.children(() => dialog.close())}
      {/* A screen reader reads nothing that lies behind an open dialog, other announcers included. */}
      <Announcer />
    </dialog>
  )
}
