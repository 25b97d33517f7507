import { createSignal, Show } from 'solid-js'
import type { Participant } from '../../../protocol/participant.ts'
import { toolWords } from '../../i18n/en/room-tools.ts'
import { announce } from '../../ui/announcer.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Switch } from '../../ui/switch.tsx'
import { removeParticipant } from '../remove-participant.ts'
import type { RoomModel } from '../room-model.ts'

const say = toolWords.remove

/**
 * Asks before somebody is removed, and offers to lock the door with it: that is what keeps them out, so it is what
 * happens where nothing else is said.
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
      title={say.title(props.participant.alias)}
      text={`${say.text} ${isLocked() ? say.locked : say.sameLink}`}
      yes={say.yes}
      no={say.no}
      onYes={async () => {
        const lockFirst = locks() && !isLocked()
        const code = await removeParticipant(props.room, props.participant.participantId, lockFirst)
        if (code !== null) return code
        props.onRemoved()
        announce(say.done(props.participant.alias, lockFirst), true)
        return null
      }}
      onClose={props.onClose}
    >
      <Show when={!isLocked()}>
        <Switch label={say.lock} hint={say.lockHint} on={locks()} onSwitch={setLocks} />
      </Show>
    </ConfirmDialog>
  )
}
