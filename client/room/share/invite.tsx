import { onCleanup, Show } from 'solid-js'
import type { Room } from '../../../protocol/room.ts'
import { roomWords } from '../../i18n/en/room.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { isFull } from '../is-full.ts'
import { InviteLink } from './invite-link.tsx'

const say = roomWords

/** What the first one in a room sees: the link, large, and whom to send it to; or, invited by a facilitator, that others come. */
export function Invite(props: { room: Room; early: boolean; onShare: () => void }) {
  let section!: HTMLElement
  // It goes when somebody comes; a focus that was in it must not fall off the page.
  onCleanup(() => {
    if (section.contains(document.activeElement))
      document.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true })
  })
  return (
    <section ref={section} class="invite" aria-labelledby="invite-title">
      <h2 id="invite-title" class="invite-title">
        {say.alone}
      </h2>
      <p class="invite-text">
        {props.early ? say.early : isFull(props.room) ? say.aloneFull : say.aloneText(props.room.capacity)}
        <Show when={props.room.passwordRequired}> {say.alonePassword}</Show>
      </p>
      <div class="invite-link">
        <InviteLink />
        <CopyButton class="button-main" label={say.copyLink} text={location.href} said={say.linkCopied} />
      </div>
      <button type="button" class="button button-quiet invite-more" onClick={() => props.onShare()}>
        <Icon name="qr" />
        {say.qrCode}
      </button>
      <p class="invite-burn">
        {props.room.expiry === 'sliding' ? say.sliding(props.room.lifetime) : say.fixed}
      </p>
    </section>
  )
}
