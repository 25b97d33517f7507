import { Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import type { Role } from '../../../protocol/participant.ts'
import type { RoomMessage } from '../room-state.ts'
import { PersonName } from '../shown-names.tsx'

/** Whether a role is shown beside a name: who only takes part has none. */
const isShown = (role: Role | undefined) => role === 'host' || role === 'facilitator'

/** A role, in a frame: a name is letters, and draws none. */
export function RoleBadge(props: { role: Role | undefined }) {
  return (
    <Show when={isShown(props.role)}>
      <span class="badge">{props.role === 'host' ? roomTexts.host : roomTexts.facilitator}</span>
    </Show>
  )
}

/** Who says something: a name, or in a frame that it is oneself, and the role beside it. */
export function Sender(props: {
  /** Absent where it is oneself. */
  message: RoomMessage | undefined
  /** The sender's, where it is known. */
  role: Role | undefined
}) {
  return (
    <>
      <Show when={props.message} fallback={<span class="badge badge-own">{roomTexts.you}</span>}>
        {(message) => <PersonName person={{ ...message(), name: message().sender }} class="message-sender" />}
      </Show>
      <RoleBadge role={props.role} />
    </>
  )
}
