import { createEffect, createSignal, on, Show, untrack } from 'solid-js'
import { roomKeysTexts } from '#i18n/room-keys.ts'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import { PASSWORD } from '../../../protocol/limits.ts'
import { refused } from '../../../protocol/refusal.ts'
import { announce } from '../../ui/announcer.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { closeLink, makeNewLink } from '../keys/rotation-commands.ts'
import type { RoomModel } from '../room-model.ts'
import { createPartnerSeat } from './create-partner-seat.ts'
import { findAwayPartner } from './find-away-partner.ts'

const t = roomKeysTexts

/** Asks before another invite link takes the place of the one there is, and for its password. */
export function NewLinkDialog(props: { room: RoomModel; onDone: () => void; onClose: () => void }) {
  const [password, setPassword] = createSignal('')
  const [error, setError] = createSignal<string>()
  const { seat, left } = createPartnerSeat(props.room)
  // Read out as it changes, and not with each second.
  createEffect(on(seat, (now) => now && announce(now === 'held' ? t.seat.held(untrack(left)) : t.seat.free)))
  let isDone = false
  const isOpen = () => props.room.door() !== null
  return (
    <ConfirmDialog
      title={isOpen() ? t.newLink.title : t.reopen.title}
      text={isOpen() ? t.newLink.text : t.reopen.text}
      confirmLabel={isOpen() ? t.newLink.confirmLabel : t.reopen.confirmLabel}
      cancelLabel={t.newLink.cancelLabel}
      sentences={roomToolsTexts.refusals}
      onConfirm={async () => {
        setError(undefined)
        if (password() !== '' && password().length < PASSWORD.min) {
          setError(t.newLink.tooShort(PASSWORD.min))
          return refused('internal')
        }
        const partner = await findAwayPartner(props.room)
        const remove = partner?.wait === 0 ? [partner.participantId] : []
        const reply = await makeNewLink(props.room, password(), remove)
        isDone = reply.ok
        return reply
      }}
      onDone={() => announce(t.newLink.done, true)}
      // This dialog closes before the one with the new link opens.
      onClose={() => (isDone ? props.onDone() : props.onClose())}
    >
      <Show when={seat() !== null}>
        <p class="dialog-text">{seat() === 'held' ? t.seat.held(left()) : t.seat.free}</p>
      </Show>
      <PasswordField
        label={t.newLink.password}
        hint={t.newLink.passwordHint}
        kind="shared"
        maxlength={PASSWORD.max}
        value={password()}
        onInput={setPassword}
        error={error()}
      />
    </ConfirmDialog>
  )
}

/** Asks before the invite link is closed. */
export function CloseLinkDialog(props: { room: RoomModel; onClose: () => void }) {
  return (
    <ConfirmDialog
      title={t.close.title}
      text={t.close.text}
      confirmLabel={t.close.confirmLabel}
      cancelLabel={t.close.cancelLabel}
      sentences={roomToolsTexts.refusals}
      onConfirm={() => closeLink(props.room)}
      onDone={() => announce(t.close.done, true)}
      onClose={props.onClose}
    />
  )
}

/** What the menu offers about the invite link of a room whose keys rotate. */
export function LinkActions(props: { room: RoomModel; onNewLink: () => void; onCloseLink: () => void }) {
  return (
    <div class="menu-part">
      <button type="button" class="button button-line menu-wide" onClick={props.onNewLink}>
        {props.room.door() === null ? t.reopen.label : t.newLink.label}
      </button>
      <Show when={props.room.door()}>
        <button type="button" class="button button-quiet menu-wide" onClick={props.onCloseLink}>
          {t.close.label}
        </button>
      </Show>
    </div>
  )
}
