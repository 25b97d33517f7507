import { logInAddress } from '../state/way-in.ts'
import { roomWords } from '../words/en/room.ts'

/** Says to a facilitator whose session has ended what that means here, and leads back through the log-in. */
export function LoggedOutBanner() {
  return (
    <p class="banner-text" role="alert">
      {roomWords.loggedOut} <a href={logInAddress()}>{roomWords.logInAgain}</a>
    </p>
  )
}
