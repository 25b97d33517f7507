import { roomTexts } from '#i18n/room.ts'
import { inviteAddress } from '../../browser/invite-address.ts'

/** The invite link in full, to be seen and selected: a click selects all of it. */
export function InviteLink() {
  return (
    <input
      class="invite-link-input"
      aria-label={roomTexts.inviteLink}
      readonly
      value={inviteAddress()}
      onFocus={(event) => event.currentTarget.select()}
    />
  )
}
