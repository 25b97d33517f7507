import { Show } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import type { Failure } from '../ui/form-submission.ts'
import { logInAddress } from './auth-redirect.ts'

/**
 * Why something was not done. Whoever was logged out meanwhile, such as from another device, gets the way back in.
 * @param props.keeps what is typed here is nowhere else: then the way in opens beside it
 */
export function FailureText(props: { failure: Failure | null; keeps?: boolean }) {
  return (
    <Show when={props.failure}>
      {(failure) => (
        <p class="field-wrong" role="alert">
          {failure().text}
          <Show when={failure().isLoggedOut}>
            {' '}
            <a href={logInAddress()} target={props.keeps ? '_blank' : undefined} rel="noopener">
              {accountTexts.logInAgain}
            </a>
          </Show>
        </p>
      )}
    </Show>
  )
}
