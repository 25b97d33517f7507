import { Show } from 'solid-js'
import { uiTexts } from '#i18n/ui.ts'
import { logInAddress } from '../app/auth-redirect.ts'
import type { Failure } from './form-submission.ts'

/** Says why something was not done. A person who was logged out meanwhile, such as from another device, can log in again. */
export function FailureText(props: {
  failure: Failure | null
  /** Whether the page holds what was typed and nothing else does: then logging in opens another tab. */
  keepsPage?: boolean
}) {
  return (
    <Show when={props.failure}>
      {(failure) => (
        <p class="field-error" role="alert">
          {failure().text}
          <Show when={failure().isLoggedOut}>
            {' '}
            <a href={logInAddress()} target={props.keepsPage ? '_blank' : undefined} rel="noopener">
              {uiTexts.logInAgain}
            </a>
          </Show>
        </p>
      )}
    </Show>
  )
}
