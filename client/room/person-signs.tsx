import { Show } from 'solid-js'
import { personSignsTexts } from '#i18n/person-signs.ts'
import { Icon } from '../ui/icon.tsx'
import type { RoomModel } from './room-model.ts'
import type { NamedParticipant } from './room-state.ts'
import { serverNow } from './server-now.ts'

const t = personSignsTexts

const HAND =
  'M7 12V6.5a1.5 1.5 0 0 1 3 0V11 4.5a1.5 1.5 0 0 1 3 0V11 6a1.5 1.5 0 0 1 3 0v6 -2.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1.5A5.5 5.5 0 0 1 7.500 18.500L4.500 14.500a1.600 1.600 0 0 1 2.500-2z'

/** A hand, drawn. */
export function HandIcon() {
  return <Icon path={HAND} size={18} />
}

/** Beside a name: that somebody is muted, and that their hand is up. */
export function PersonSigns(props: { room: RoomModel; person: NamedParticipant }) {
  return (
    <>
      <Show when={(props.person.muted ?? 0) > serverNow(props.room)}>
        <span class="badge badge-own">{t.muted}</span>
      </Show>
      <Show when={props.person.hand}>
        <span class="person-hand">
          <HandIcon />
          <span class="visually-hidden">{t.hand}</span>
        </span>
      </Show>
    </>
  )
}
