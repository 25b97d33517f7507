import { uiTexts } from '#i18n/ui.ts'
import { Icon } from './icon.tsx'

const HIDDEN =
  'M4 4l16 16M9.5 5.9A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6.3 7.7A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.2-1'

/** Shows the password in a box, or hides it again. */
export function ShowPasswordButton(props: { isShown: boolean; onToggle: () => void }) {
  const label = () => (props.isShown ? uiTexts.hidePassword : uiTexts.showPassword)
  return (
    <button
      type="button"
      class="button button-quiet button-icon"
      aria-label={label()}
      title={label()}
      onClick={() => props.onToggle()}
    >
      <Icon name={props.isShown ? undefined : 'eye'} path={HIDDEN} />
    </button>
  )
}
