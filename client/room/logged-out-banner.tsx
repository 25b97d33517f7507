import { roomTexts } from '#i18n/room.ts'
import { uiTexts } from '#i18n/ui.ts'
import { logInAddress } from '../app/auth-redirect.ts'

/** Explains to a facilitator whose session has ended what that means here, and leads back through the log-in. */
export function LoggedOutBanner() {
  return (
    <p class="banner-text" role="alert">
      {roomTexts.loggedOut} <a href={logInAddress()}>{uiTexts.logInAgain}</a>
    </p>
  )
}
