import { roomTexts } from '#i18n/room.ts'
import { inviteAddress } from '../../browser/invite-address.ts'

/**
 * The invite link in full, to be seen and selected: a click selects all of it. It runs from left to right in every language, so that
 * of one that is too long for its box the beginning shows, and not the key at its end.
 */
export function InviteLink() {
  return (
    <input
      class="invite-link-input"
      aria-label={roomTexts.inviteLink}
      dir="ltr"
      readonly
      value={inviteAddress()}
      onFocus={(event) => event.currentTarget.select()}
    />
  )
}
