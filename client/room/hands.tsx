import { createEffect, createMemo, For, on, Show } from 'solid-js'
import { handsTexts } from '#i18n/hands.ts'
import { roomTexts } from '#i18n/room.ts'
import { announce } from '../ui/announcer.tsx'
import { createGathering } from './create-gathering.ts'
import { groupPeople } from './group-people.ts'
import { HandIcon } from './person-signs.tsx'
import { findRaisedHands } from './raised-hands.ts'
import type { RoomModel } from './room-model.ts'
import type { NamedParticipant } from './room-state.ts'
import { PersonName, sayName } from './shown-names.tsx'

const t = handsTexts

/** One's own hand, and for hosts and facilitators whose hands are up, the first at the front. */
export function Hands(props: { room: RoomModel }) {
  const { state } = props.room
  const isUp = () => state.me?.hand !== undefined
  const hands = createMemo(() => findRaisedHands(state))
  const manages = () => state.me?.role !== 'participant'
  let own!: HTMLButtonElement
  let hasLowered = false

  const others = () =>
    manages() ? hands().filter(({ participantId }) => participantId !== state.me?.participantId) : []
  createGathering(
    others,
    ({ participantId, hand }) => `${participantId} ${hand}`,
    (fresh) => {
      const { named, others } = groupPeople(fresh)
      announce(
        t.raisedBy(
          named.map((person) => sayName({ ...person, name: person.alias })),
          others,
        ),
      )
    },
  )

  async function run(change: (commands: typeof import('./room-commands.ts')) => Promise<{ ok: boolean }>) {
    const reply = await import('./room-commands.ts').then(change, () => null)
    if (!reply?.ok) announce(roomTexts.failed, true)
    return reply?.ok === true
  }
  async function raise(isUp: boolean) {
    if (await run((commands) => commands.raiseHand(props.room, isUp))) announce(isUp ? t.raised : t.lowered)
  }
  async function lower({ participantId }: NamedParticipant) {
    hasLowered = await run((commands) =>
      commands.manageParticipant(props.room, participantId, { hand: false }),
    )
    keepFocus()
  }
  /** The button that was pressed goes with its line. */
  function keepFocus() {
    if (!hasLowered || document.activeElement !== document.body) return
    hasLowered = false
    own.focus()
  }
  createEffect(on(hands, () => queueMicrotask(keepFocus)))

  return (
    <>
      <button
        ref={own}
        type="button"
        class="button button-line people-copy hand-own"
        aria-label={isUp() ? t.lower : t.raise}
        title={isUp() ? t.lower : t.raise}
        onClick={() => void raise(!isUp())}
      >
        <HandIcon />
        <span>{isUp() ? t.lower : t.raise}</span>
      </button>
      <Show when={manages() && hands().length > 0}>
        <section class="hands">
          <h3 class="menu-title">{t.list}</h3>
          {/* biome-ignore lint/a11y/noRedundantRoles: without its numbers Safari no longer takes it for a list. */}
          <ol class="hands-list" role="list" aria-label={t.list} tabindex="0">
            <For each={hands()}>
              {(person) => (
                <li class="menu-row">
                  <span class="menu-words">
                    <PersonName person={{ ...person, name: person.alias }} />
                  </span>
                  <button
                    type="button"
                    class="button button-quiet"
                    aria-label={t.lowerOne(sayName({ ...person, name: person.alias }))}
                    onClick={() => void lower(person)}
                  >
                    {t.lowerShort}
                  </button>
                </li>
              )}
            </For>
          </ol>
        </section>
      </Show>
    </>
  )
}
