import { onCleanup, Show } from 'solid-js'
import { inviteTexts } from '#i18n/invite.ts'
import { roomTexts } from '#i18n/room.ts'
import type { Room } from '../../../protocol/room.ts'
import { inviteAddress } from '../../browser/invite-address.ts'
import { joinSentences } from '../../i18n/index.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { isFull } from '../is-full.ts'
import { InviteLink } from './invite-link.tsx'

const t = roomTexts

/** What the first one in a room sees: the invite link, large, and whom to send it to; or, invited by a facilitator, that others come. */
export function Invite(props: {
  room: Room
  early: boolean
  /** Whether there is no invite link. */
  isClosed: boolean
  onNewLink: () => void
  onShare: () => void
}) {
  let section!: HTMLElement
  // It goes when somebody comes; a focus that was in it must not fall off the page.
  onCleanup(() => {
    if (section.contains(document.activeElement))
      document.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true })
  })
  return (
    <section ref={section} class="invite" aria-labelledby="invite-title">
      <h2 id="invite-title" class="invite-title">
        {t.alone}
      </h2>
      <p class="invite-text">
        {props.early
          ? inviteTexts.early
          : isFull(props.room)
            ? inviteTexts.aloneFull
            : inviteTexts.aloneText(props.room.capacity)}
        <Show when={props.room.passwordRequired}> {inviteTexts.alonePassword}</Show>
      </p>
      <Show when={props.isClosed}>
        <button type="button" class="button button-main" onClick={() => props.onNewLink()}>
          {t.newLink}
        </button>
      </Show>
      <Show when={!props.isClosed}>
        <div class="invite-link">
          <InviteLink />
          <CopyButton
            class="button-main"
            label={t.copyLink}
            text={inviteAddress()}
            announcement={t.linkCopied}
          />
        </div>
        <button type="button" class="button button-quiet invite-more" onClick={() => props.onShare()}>
          <Icon name="qr" />
          {t.qrCode}
        </button>
      </Show>
      <p class="invite-burn">
        {joinSentences([
          props.room.startedAt === null && inviteTexts.waits(props.room.expiresAt),
          props.room.expiry === 'sliding' ? inviteTexts.sliding(props.room.lifetime) : inviteTexts.fixed,
        ])}
      </p>
    </section>
  )
}
