import { createSignal, Show } from 'solid-js'
import type { Participant } from '../../protocol/participant.ts'
import { removeParticipant } from '../state/remove-participant.ts'
import type { RoomModel } from '../state/room-model.ts'
import { toolWords } from '../words/en/room-tools.ts'
import { announce } from './announcer.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { Switch } from './switch.tsx'

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
    <AskDialog
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
    </AskDialog>
  )
}
