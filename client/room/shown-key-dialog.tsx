import { shownKeyWords } from '../i18n/en/shown-key.ts'
import { Dialog } from '../ui/dialog.tsx'

const say = shownKeyWords

/** Says, once and before anything is said, that the link has shown its key to the server, and what to do about it. */
export function ShownKeyDialog(props: { onClose: () => void }) {
  return (
    <Dialog title={say.title} text={say.text} onClose={props.onClose}>
      {(close) => (
        <>
          <p class="dialog-text">{say.advice}</p>
          <div class="dialog-ways">
            <button type="button" class="button button-line" onClick={close}>
              {say.stay}
            </button>
            <a class="button button-main" href="/">
              {say.anew}
            </a>
          </div>
        </>
      )}
    </Dialog>
  )
}
