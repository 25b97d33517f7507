import { Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import type { Role } from '../../../protocol/participant.ts'

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
export function Sender(props: { alias: string; mine: boolean; role: Role | undefined }) {
  return (
    <>
      <Show when={props.mine} fallback={<bdi class="message-sender">{props.alias}</bdi>}>
        <span class="badge badge-own">{roomTexts.you}</span>
      </Show>
      <RoleBadge role={props.role} />
    </>
  )
}
