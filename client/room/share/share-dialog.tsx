import { onMount, Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import type { Room } from '../../../protocol/room.ts'
import { inviteAddress } from '../../browser/invite-address.ts'
import { joinSentences } from '../../i18n/index.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { isFull } from '../is-full.ts'
import type { RoomModel } from '../room-model.ts'
import { InviteLink } from './invite-link.tsx'
import { drawQrCode } from './qr-code.ts'

const t = roomToolsTexts.share

/** Light modules around a code without which many readers don't find it. */
const MARGIN = 4

/** The ways to bring somebody in: the invite link, the system's share sheet, and a code for another phone's camera. */
export function ShareDialog(props: { room: RoomModel; onClose: () => void }) {
  const inviteLink = inviteAddress()
  // No event reports who takes a seat or gives it back before they connect.
  onMount(() => void props.room.refreshRoom())
  const { state } = props.room
  const code = drawQrCode(inviteLink)

  async function share() {
    try {
      await navigator.share({ url: inviteLink })
    } catch {
      // Thought better of, or not possible here: the invite link and the code are still there.
    }
  }

  return (
    <Dialog
      title={t.title}
      text={who(state.room, state.me?.role !== 'participant')}
      class="share"
      onClose={props.onClose}
    >
      {(close) => (
        <>
          <CloseButton onClose={close} />
          <Show when={state.room?.passwordRequired}>
            <p class="dialog-text">{t.password}</p>
          </Show>
          <div class="share-actions">
            <InviteLink />
            <CopyButton
              class="button-main"
              label={roomTexts.copyLink}
              text={inviteLink}
              announcement={roomTexts.linkCopied}
            />
            <Show when={'share' in navigator}>
              <button type="button" class="button button-line" onClick={share}>
                <Icon path="M12 14V3.5M8 7l4-4 4 4M6 11v9h12v-9" />
                {t.system}
              </button>
            </Show>
          </div>
          <Show when={code} fallback={<p class="dialog-text">{t.tooLong}</p>}>
            {(code) => (
              <figure class="share-figure">
                <svg
                  class="share-code"
                  role="img"
                  aria-label={t.code}
                  viewBox={`${-MARGIN} ${-MARGIN} ${code().size + 2 * MARGIN} ${code().size + 2 * MARGIN}`}
                  shape-rendering="crispEdges"
                >
                  <path d={code().path} />
                </svg>
                <figcaption>{t.scan}</figcaption>
              </figure>
            )}
          </Show>
        </>
      )}
    </Dialog>
  )
}

/** Whom the invite link lets in, as things stand: seats count, and not who is here. */
function who(room: Room | null, manages: boolean): string {
  if (room?.locked) return t.locked
  if (room && isFull(room)) return joinSentences([t.full, manages && room.present < room.seats && t.free])
  return room?.capacity === 2 ? t.two : t.some
}
