import { inviteLinkTexts } from '#i18n/invite-link.ts'
import { InviteLinkForm } from '../../lobby/invite-link-form.tsx'
import { NoticePage } from '../../ui/notice-page.tsx'

/** The invite link came without its key, or with a damaged one: nothing was joined, and the whole one may be pasted here. */
export function InviteLinkPrompt() {
  return (
    <NoticePage title={inviteLinkTexts.title} text={inviteLinkTexts.text}>
      <InviteLinkForm />
    </NoticePage>
  )
}
