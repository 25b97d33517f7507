import { createSignal, onMount, Show } from 'solid-js'
import { roomWords } from '../words/en/room.ts'

/** Asks before the room is destroyed. Escape, a click beside it and "Keep it" all keep the room. */
export function AskDialog(props: {
  /** Destroys the room; answers with why not, or null. */
  onYes: () => Promise<string | null>
  onClose: () => void
}) {
  const say = roomWords.ask
  let dialog!: HTMLDialogElement
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<string | null>(null)
  onMount(() => dialog.showModal())

  async function yes() {
    if (busy()) return
    setBusy(true)
    setFailure(null)
    const code = await props.onYes()
    setBusy(false)
    if (code === null) dialog.close()
    else setFailure(say.failures[code] ?? say.failures.other)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does by keyboard what a click beside the dialog does.
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="ask-title"
      aria-describedby="ask-text"
      onClose={() => props.onClose()}
      onClick={(event) => event.target === dialog && dialog.close()}
    >
      <h2 id="ask-title">{say.title}</h2>
      <p id="ask-text">{say.text}</p>
      <Show when={failure()}>
        <p class="field-wrong" role="alert">
          {failure()}
        </p>
      </Show>
      <div class="dialog-ways">
        <button type="button" class="button button-line" onClick={() => dialog.close()}>
          {say.no}
        </button>
        <button type="button" class="button button-ember" aria-disabled={busy()} onClick={yes}>
          {busy() ? say.busy : say.yes}
        </button>
      </div>
    </dialog>
  )
}
