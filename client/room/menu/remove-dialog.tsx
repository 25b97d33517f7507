import { createSignal, Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import type { Participant } from '../../../protocol/participant.ts'
import { ok } from '../../../protocol/refusal.ts'
import { announce } from '../../ui/announcer.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Switch } from '../../ui/switch.tsx'
import { removeParticipant } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'

const t = roomToolsTexts.remove

/**
 * Asks before somebody is removed, and offers to lock the room first: only that keeps them out, so it is what happens
 * unless the host chooses otherwise.
 */
export function RemoveDialog(props: {
  room: RoomModel
  participant: Participant
  onRemoved: () => void
  onClose: () => void
}) {
  const [locks, setLocks] = createSignal(true)
  const isLocked = () => props.room.state.room?.locked ?? false
  return (
    <ConfirmDialog
      title={t.title(props.participant.alias)}
      text={`${t.text} ${isLocked() ? t.locked : t.sameLink}`}
      confirmLabel={t.confirmLabel}
      cancelLabel={t.cancelLabel}
      sentences={roomToolsTexts.refusals}
      onConfirm={async () => {
        const lockFirst = locks() && !isLocked()
        const reply = await removeParticipant(props.room, props.participant.participantId, lockFirst)
        return reply.ok ? ok(lockFirst) : reply
      }}
      onDone={(lockedFirst) => {
        props.onRemoved()
        announce(t.done(props.participant.alias, lockedFirst === true), true)
      }}
      onClose={props.onClose}
    >
      <Show when={!isLocked()}>
        <Switch label={t.lock} hint={t.lockHint} on={locks()} onSwitch={setLocks} />
      </Show>
    </ConfirmDialog>
  )
}
