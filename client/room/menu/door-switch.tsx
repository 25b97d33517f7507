import { roomToolsTexts } from '#i18n/room-tools.ts'
import { joinSentences } from '../../i18n/index.ts'
import { announce } from '../../ui/announcer.tsx'
import { sentenceFor } from '../../ui/form-submission.ts'
import { Switch } from '../../ui/switch.tsx'
import { letIn, setDoor } from '../door-commands.ts'
import type { RoomModel } from '../room-model.ts'

const t = roomToolsTexts.door

/** For a host: whether whoever comes by the link waits at the door. Opening it lets in those who wait. */
export function DoorSwitch(props: { room: RoomModel }) {
  const { state } = props.room
  const hint = () => {
    if (props.room.door() === null) return t.noLink
    return joinSentences([t.hint, state.room?.history === 'from-join' && t.fromJoin])
  }
  async function knock(isClosed: boolean) {
    const waiting = state.waiting.map(({ participantId }) => participantId)
    const set = await setDoor(props.room, isClosed ? 'knock' : 'open')
    const { refusal } = set.ok && !isClosed && waiting.length > 0 ? await letIn(props.room, waiting) : set
    if (!refusal) return
    announce(sentenceFor(refusal, { ...roomToolsTexts.refusals, ...t.refusals }), true)
  }
  return <Switch label={t.label} hint={hint()} on={state.room?.door === 'knock'} onSwitch={knock} />
}
