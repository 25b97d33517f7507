import { createSignal, Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { shownKeyTexts } from '#i18n/shown-key.ts'
import { announce } from '../ui/announcer.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { mayRotate } from './may-rotate.ts'
import type { RoomModel } from './room-model.ts'
import type { RoomTools } from './room-tools.tsx'

const t = shownKeyTexts

/** Warns, once and before any message, that the invite link has shown its key to the server, and what to do about it. */
export function ShownKeyDialog(props: { room: RoomModel; onClose: () => void }) {
  const [tools, setTools] = createSignal<typeof RoomTools>()
  const mayRenew = () => props.room.door() !== undefined && mayRotate(props.room.state)
  // One dialog closes before the next one opens.
  let next = () => props.onClose()

  async function renew(close: () => void) {
    try {
      const { RoomTools } = await import('./room-tools.tsx')
      next = () => {
        // The warning was read: a reload need not show it again.
        history.replaceState(null, '')
        setTools(() => RoomTools)
      }
      close()
    } catch {
      announce(roomTexts.notLoaded, true)
    }
  }

  return (
    <Show when={tools()} fallback={warning()} keyed>
      {(Tools) => (
        <Tools
          room={props.room}
          tool="new-link"
          draft=""
          hasFiles={false}
          onDraft={() => {}}
          onClose={props.onClose}
        />
      )}
    </Show>
  )

  function warning() {
    return (
      <Dialog title={t.title} text={t.text} onClose={() => next()}>
        {(close) => (
          <>
            <p class="dialog-text">{t.advice}</p>
            <Show when={mayRenew()}>
              <p class="dialog-text">{t.renew}</p>
            </Show>
            <div class="dialog-actions">
              <button type="button" class="button button-line" onClick={close}>
                {t.stay}
              </button>
              <Show when={mayRenew()}>
                <button type="button" class="button button-line" onClick={() => void renew(close)}>
                  {t.newLink}
                </button>
              </Show>
              <a class="button button-main" href="/">
                {t.newRoom}
              </a>
            </div>
          </>
        )}
      </Dialog>
    )
  }
}
