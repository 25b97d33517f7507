import { logInAddress } from '../account/auth-redirect.ts'
import { roomWords } from '../i18n/en/room.ts'

/** Says to a facilitator whose session has ended what that means here, and leads back through the log-in. */
export function LoggedOutBanner() {
  return (
    <p class="banner-text" role="alert">
      {roomWords.loggedOut} <a href={logInAddress()}>{roomWords.logInAgain}</a>
    </p>
  )
}
