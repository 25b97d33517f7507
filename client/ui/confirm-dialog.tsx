import { createSignal, type JSX, Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import { Dialog } from './dialog.tsx'

/** Asks before something that can't be undone. Escape, a click beside it and the first button keep things as they are. */
export function ConfirmDialog(props: {
  title: string
  text: string
  yes: string
  no: string
  /** Does it; answers with the code of why not, or null. */
  onYes: () => Promise<string | null>
  onClose: () => void
  /** What can be chosen with it. */
  children?: JSX.Element
}) {
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<string | null>(null)

  async function yes(close: () => void) {
    if (busy()) return
    setBusy(true)
    setFailure(null)
    const code = await props.onYes()
    setBusy(false)
    if (code === null) close()
    else setFailure(roomToolsTexts.failed[code] ?? roomToolsTexts.failed.other)
  }

  return (
    <Dialog title={props.title} text={props.text} onClose={props.onClose}>
      {(close) => (
        <>
          {props.children}
          <Show when={failure()}>
            <p class="field-wrong" role="alert">
              {failure()}
            </p>
          </Show>
          <div class="dialog-ways">
            <button type="button" class="button button-line" onClick={close}>
              {props.no}
            </button>
            <button
              type="button"
              class="button button-ember"
              aria-disabled={busy()}
              onClick={() => yes(close)}
            >
              {busy() ? roomToolsTexts.busy : props.yes}
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}
