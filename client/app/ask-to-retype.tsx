import { render } from 'solid-js/web'
import { languageTexts } from '#i18n/language.ts'
import { uiTexts } from '#i18n/ui.ts'
import { ok } from '../../protocol/refusal.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

/**
 * Asks whether the language is to be changed although secrets that were typed will have to be typed again: nothing secret is
 * stored, so nothing carries them over.
 * @returns whether it is
 */
export function askToRetype(): Promise<boolean> {
  const place = document.body.appendChild(document.createElement('div'))
  return new Promise((resolve) => {
    const dispose = render(
      () => (
        <ConfirmDialog
          title={languageTexts.retype.title}
          text={languageTexts.retype.text}
          confirmLabel={languageTexts.retype.confirmLabel}
          cancelLabel={uiTexts.cancel}
          onConfirm={async () => ok(true)}
          onDone={resolve}
          onClose={() => {
            resolve(false)
            dispose()
            place.remove()
          }}
        />
      ),
      place,
    )
  })
}
