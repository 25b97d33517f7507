import { createUniqueId, type JSX, onMount, Show } from 'solid-js'
import { Announcer } from './announcer.tsx'

/** Something that stands before everything else until it is closed: by Escape, a click beside it, or `close`. */
export function Dialog(props: {
  title: string
  text?: string
  class?: string
  onClose: () => void
  children: (close: () => void) => JSX.Element
}) {
  const id = createUniqueId()
  let dialog!: HTMLDialogElement
  onMount(() => dialog.showModal())
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does by keyboard what a click beside the dialog does.
    <dialog
      ref={dialog}
      class={`dialog ${props.class ?? ''}`}
      aria-labelledby={`${id}-title`}
      aria-describedby={props.text ? `${id}-text` : undefined}
      onClose={() => props.onClose()}
      onClick={(event) => event.target === dialog && dialog.close()}
    >
      <h2 id={`${id}-title`}>{props.title}</h2>
      <Show when={props.text}>
        <p class="dialog-text" id={`${id}-text`}>
          {props.text}
        </p>
      </Show>
      {props.children(() => dialog.close())}
      {/* What lies behind an open dialog is not read out. */}
      <Announcer />
    </dialog>
  )
}
