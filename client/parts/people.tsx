import { For, Show } from 'solid-js'
import type { Participant } from '../../protocol/participant.ts'
import type { RoomState } from '../state/room-state.ts'
import { roomWords } from '../words/en/room.ts'
import { Icon } from './icon.tsx'

const say = roomWords

/** Who is here. Those whom the room no longer names one by one are counted. */
export function People(props: { state: RoomState }) {
  // Oneself comes last: who else is here is what one looks for.
  const isMe = (person: Participant) => person.participantId === props.state.me?.participantId
  const others = () => props.state.participants.filter((person) => !isMe(person))
  const me = () => props.state.participants.filter(isMe)
  const notes = (person: Participant) =>
    [
      isMe(person) && say.you.toLowerCase(),
      person.role === 'host' && say.host,
      person.role === 'facilitator' && say.facilitator,
    ]
      .filter(Boolean)
      .join(' · ')
  const unnamed = () => props.state.present - props.state.participants.length
  return (
    <>
      <h2 class="people-title">
        <Show when={props.state.room?.locked}>
          <Icon name="lock" size={16} />
          <span class="unseen">{say.locked}</span>
        </Show>
        {say.here(Math.max(props.state.present, props.state.participants.length))}
      </h2>
      {/* On a phone it scrolls sideways: keys must reach what is out of sight. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list. */}
      <ul class="people-list" role="list" tabindex="0" aria-label={say.participants}>
        <For each={others().concat(me())}>
          {(person) => (
            <li class="person">
              <bdi class="person-name">{person.alias}</bdi>
              <Show when={notes(person)}>{(notes) => <span class="person-note">{notes()}</span>}</Show>
            </li>
          )}
        </For>
        <Show when={unnamed() > 0}>
          <li class="person person-note">{say.more(unnamed())}</li>
        </Show>
      </ul>
    </>
  )
}
