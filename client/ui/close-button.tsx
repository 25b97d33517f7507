import { uiTexts } from '#i18n/ui.ts'
import { Icon } from './icon.tsx'

/** Closes a dialog, from its corner. */
export function CloseButton(props: { onClose: () => void }) {
  return (
    <button
      type="button"
      class="button button-quiet button-icon menu-close"
      aria-label={uiTexts.close}
      onClick={() => props.onClose()}
    >
      <Icon path="M6 6l12 12M18 6L6 18" />
    </button>
  )
}
