import { For, Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import type { Participant } from '../../protocol/participant.ts'
import { Icon } from '../ui/icon.tsx'
import { RoleBadge } from './messages/sender.tsx'
import type { RoomState } from './room-state.ts'
import { PersonName } from './shown-names.tsx'

const t = roomTexts

/** Who is here. Those whom the room no longer names one by one are counted. */
export function People(props: { state: RoomState }) {
  const isMe = (person: Participant) => person.participantId === props.state.me?.participantId
  // Oneself comes last, also in a large room of which the room names others: who else is here is what one looks for.
  const named = () => {
    const { me, participants } = props.state
    const others = participants.filter((person) => !isMe(person))
    return me ? [...others, me] : others
  }
  const unnamed = () => props.state.present - named().length
  return (
    <>
      <h2 class="people-title">
        <Show when={props.state.room?.locked}>
          <Icon name="lock" size={16} />
          <span class="visually-hidden">{t.locked}</span>
        </Show>
        {t.here(Math.max(props.state.present, named().length))}
      </h2>
      {/* On a phone it scrolls sideways: keys must reach what is out of sight. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list. */}
      <ul class="people-list" role="list" tabindex="0" aria-label={t.participants}>
        <For each={named()}>
          {(person) => (
            <li class="person">
              <PersonName person={{ ...person, name: person.alias }} class="person-name" />
              <Show when={isMe(person)}>
                <span class="badge badge-own">{t.you.toLowerCase()}</span>
              </Show>
              <RoleBadge role={person.role} />
            </li>
          )}
        </For>
        <Show when={unnamed() > 0}>
          <li class="person person-note">{t.more(unnamed())}</li>
        </Show>
      </ul>
    </>
  )
}
