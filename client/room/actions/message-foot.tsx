import { Show } from 'solid-js'
import { loadOnce } from '../../ui/lazy.tsx'
import { timeParts } from '../disappearing/load-time-parts.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { ChangeState } from './change-state.tsx'
import { isReactedHere } from './reacted-here.ts'

// Few messages have them.
const reactions = loadOnce(() => import('./reactions.tsx'))

/** Below a message: when it disappears, how a change of it fares, and the reactions to it. */
export function MessageFoot(props: { room: RoomModel; message: RoomMessage }) {
  const hasReactions = () => {
    const { kind, seq, reactions = {} } = props.message
    const told = props.room.state.changes[seq]?.reactions ?? reactions
    return kind === undefined && (isReactedHere(seq) || Object.keys(told).length > 0)
  }
  return (
    <>
      <Show when={props.message.expires !== undefined && timeParts()} keyed>
        {({ DisappearsIn }) => <DisappearsIn room={props.room} message={props.message} />}
      </Show>
      <ChangeState room={props.room} message={props.message} />
      <Show when={hasReactions() && reactions()} keyed>
        {({ Reactions }) => <Reactions room={props.room} message={props.message} />}
      </Show>
    </>
  )
}
