import { createSignal, Show } from 'solid-js'
import { roomKeysTexts } from '#i18n/room-keys.ts'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import { PASSWORD } from '../../../protocol/limits.ts'
import { ok } from '../../../protocol/refusal.ts'
import { joinSentences } from '../../i18n/index.ts'
import { announce } from '../../ui/announcer.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { removeForGood } from '../keys/rotation-commands.ts'
import { removeParticipant } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'
import type { NamedParticipant } from '../room-state.ts'
import { sayName } from '../shown-names.tsx'

const t = roomToolsTexts.remove

/**
 * Asks before somebody is removed, and offers to lock the room first: only that keeps them out, so it is what happens
 * unless the host chooses otherwise.
 */
export function RemoveDialog(props: {
  room: RoomModel
  participant: NamedParticipant
  onRemoved: () => void
  onClose: () => void
}) {
  const [locks, setLocks] = createSignal(true)
  const [password, setPassword] = createSignal('')
  const [asks, setAsks] = createSignal(false)
  const name = () => sayName({ ...props.participant, name: props.participant.alias })
  const rotates = () => props.room.door() !== undefined
  const isLocked = () => props.room.state.room?.locked ?? false
  const text = () => {
    if (!rotates()) return joinSentences([t.text, isLocked() ? t.locked : t.sameLink])
    const { text, link } = roomKeysTexts.remove
    return joinSentences([text, props.room.door() !== null && link])
  }
  return (
    <ConfirmDialog
      title={t.title(name())}
      text={text()}
      confirmLabel={t.confirmLabel}
      cancelLabel={t.cancelLabel}
      sentences={roomToolsTexts.refusals}
      onConfirm={async () => {
        if (rotates()) {
          const reply = await removeForGood(props.room, props.participant.participantId, password())
          if (reply.refusal?.code === 'password-required') setAsks(true)
          return reply.ok ? ok(false) : reply
        }
        const lockFirst = locks() && !isLocked()
        const reply = await removeParticipant(props.room, props.participant.participantId, lockFirst)
        return reply.ok ? ok(lockFirst) : reply
      }}
      onDone={(lockedFirst) => {
        const who = name()
        props.onRemoved()
        announce(rotates() ? roomKeysTexts.remove.done(who) : t.done(who, lockedFirst === true), true)
      }}
      onClose={props.onClose}
    >
      <Show when={asks()}>
        <PasswordField
          label={roomKeysTexts.remove.password}
          hint={roomKeysTexts.remove.passwordHint}
          kind="shared"
          maxlength={PASSWORD.max}
          value={password()}
          onInput={setPassword}
        />
      </Show>
      <Show when={!rotates() && !isLocked()}>
        <Switch label={t.lock} hint={t.lockHint} on={locks()} onSwitch={setLocks} />
      </Show>
    </ConfirmDialog>
  )
}
