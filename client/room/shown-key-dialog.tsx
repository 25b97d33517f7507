import { shownKeyTexts } from '#i18n/shown-key.ts'
import { Dialog } from '../ui/dialog.tsx'

const t = shownKeyTexts

/** Warns, once and before any message, that the invite link has shown its key to the server, and what to do about it. */
export function ShownKeyDialog(props: { onClose: () => void }) {
  return (
    <Dialog title={t.title} text={t.text} onClose={props.onClose}>
      {(close) => (
        <>
          <p class="dialog-text">{t.advice}</p>
          <div class="dialog-actions">
            <button type="button" class="button button-line" onClick={close}>
              {t.stay}
            </button>
            <a class="button button-main" href="/">
              {t.newRoom}
            </a>
          </div>
        </>
      )}
    </Dialog>
  )
}
