import { roomToolsTexts } from '#i18n/room-tools.ts'
import { Icon } from './icon.tsx'

/** Closes a dialog, from its corner. */
export function CloseButton(props: { onClose: () => void }) {
  return (
    <button
      type="button"
      class="button button-quiet button-icon menu-close"
      aria-label={roomToolsTexts.close}
      onClick={() => props.onClose()}
    >
      <Icon path="M6 6l12 12M18 6L6 18" />
    </button>
  )
}
