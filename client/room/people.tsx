import { createMemo, For, Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { Icon } from '../ui/icon.tsx'
import { Lazy, loadOnce } from '../ui/lazy.tsx'
import { RoleBadge } from './messages/sender.tsx'
import type { RoomModel } from './room-model.ts'
import type { NamedParticipant } from './room-state.ts'
import { PersonName } from './shown-names.tsx'

const t = roomTexts

const signs = loadOnce(() => import('./room-parts.ts'))

/** Who is here. Those whom the room no longer names one by one are counted. A name opens what one can do with its person. */
export function People(props: { room: RoomModel; onOpen: (person: NamedParticipant) => void }) {
  const { state } = props.room
  // Oneself comes last, also in a large room of which the room names others: who else is here is what one looks for.
  const named = createMemo(() => {
    const { me, participants } = state
    const byId = new Map(participants.map((person) => [person.participantId, person]))
    if (!me) return byId
    byId.delete(me.participantId)
    return byId.set(me.participantId, me)
  })
  const unnamed = () => state.present - named().size
  return (
    <>
      <h2 class="people-title">
        <Show when={state.room?.locked}>
          <Icon name="lock" size={16} />
          <span class="visually-hidden">{t.locked}</span>
        </Show>
        {t.here(Math.max(state.present, named().size))}
      </h2>
      {/* On a phone it scrolls sideways: keys must reach what is out of sight. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list. */}
      <ul class="people-list" role="list" tabindex="0" aria-label={t.participants}>
        {/* By id: who is muted or renamed keeps their line, and with it the focus. */}
        <For each={[...named().keys()]}>
          {(id) => {
            const person = createMemo<NamedParticipant>(
              (was) => named().get(id) ?? was,
              named().get(id) as NamedParticipant,
            )
            const isMe = id === state.me?.participantId
            const name = () => (
              <PersonName person={{ ...person(), name: person().alias }} class="person-name" />
            )
            return (
              <li class="person">
                {isMe ? (
                  <>
                    {name()}
                    <span class="badge badge-own">{t.you.toLowerCase()}</span>
                  </>
                ) : (
                  <button
                    type="button"
                    class="person-open"
                    aria-haspopup="dialog"
                    onClick={() => props.onOpen(person())}
                  >
                    {name()}
                  </button>
                )}
                <RoleBadge role={person().role} />
                <Show when={person().muted ?? person().hand}>
                  {signs()?.PersonSigns({
                    room: props.room,
                    get person() {
                      return person()
                    },
                  })}
                </Show>
              </li>
            )
          }}
        </For>
        <Show when={unnamed() > 0}>
          <li class="person person-note">{t.more(unnamed())}</li>
        </Show>
      </ul>
      {/* Two need no order of speaking. */}
      <Show when={state.room && state.room.capacity !== 2}>
        <Lazy load={() => import('./room-parts.ts')} failed={null}>
          {({ Hands }) => <Hands room={props.room} />}
        </Lazy>
      </Show>
    </>
  )
}
