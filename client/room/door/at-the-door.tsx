import { createSignal, For, onMount, Show, untrack } from 'solid-js'
import { atTheDoorTexts } from '#i18n/at-the-door.ts'
import { isAway } from '../../browser/is-away.ts'
import { announce } from '../../ui/announcer.tsx'
import { sentenceFor } from '../../ui/form-submission.ts'
import { keepFocus } from '../../ui/keep-focus.ts'
import { chime } from '../chime.ts'
import { createGathering } from '../create-gathering.ts'
import { devicePreferences } from '../device/device-preferences.ts'
import { letIn, turnAway } from '../door-commands.ts'
import { groupPeople } from '../group-people.ts'
import type { RoomModel } from '../room-model.ts'
import type { WaitingPerson } from '../room-state.ts'
import { PersonName, sayName } from '../shown-names.tsx'
import { createAutomaticAdmission } from './create-automatic-admission.ts'

const t = atTheDoorTexts

/** For a host: who waits at the door, to be let in or turned away. */
export function AtTheDoor(props: { room: RoomModel }) {
  const { state } = props.room
  const [isBusy, setBusy] = createSignal(false)
  let panel!: HTMLElement
  const shown = (person: WaitingPerson) => ({ ...person, name: person.alias })
  const name = (person: WaitingPerson) => sayName(shown(person))
  const isReadable = ({ participantId }: WaitingPerson) =>
    state.room?.keys !== 2 || props.room.getPublicKey?.(participantId) !== undefined

  // Each of them is read out once, and heard where a sound is wanted.
  createGathering(
    () => state.waiting,
    ({ participantId }) => participantId,
    (fresh) => {
      const { named, others } = groupPeople(fresh)
      announce(t.knocked(named.map(name), others))
      if (untrack(devicePreferences).sound && !isAway()) void chime()
    },
  )

  // A row goes once it is answered, here or by another host, and where somebody stops waiting. The next button of the same
  // kind takes the focus: who turns people away one after the other lets nobody in by mistake.
  onMount(() =>
    keepFocus(panel, (lost) => {
      if (!panel.isConnected) return document.querySelector('textarea')
      const turnsAway = lost.matches('.door-row > :last-child')
      return panel.querySelector<HTMLElement>(turnsAway ? '.door-row > :last-child' : '.door-row > .button')
    }),
  )
  createAutomaticAdmission(props.room)

  async function answer(people: readonly WaitingPerson[], does: typeof letIn | typeof turnAway) {
    if (isBusy()) return
    setBusy(true)
    const ids = people.map(({ participantId }) => participantId)
    const { refusal } = await does(props.room, ids)
    setBusy(false)
    if (refusal) announce(sentenceFor(refusal, t.refusals), true)
  }

  return (
    <section class="door" ref={panel}>
      <h2 class="door-title">{t.list}</h2>
      <Show when={state.waiting.length > 1}>
        <div class="door-all">
          <button
            type="button"
            class="button button-line"
            aria-disabled={isBusy()}
            onClick={() => void answer(state.waiting.filter(isReadable), letIn)}
          >
            {t.letInAll}
          </button>
          <button
            type="button"
            class="button button-quiet"
            aria-disabled={isBusy()}
            onClick={() => void answer(state.waiting, turnAway)}
          >
            {t.turnAwayAll}
          </button>
        </div>
      </Show>
      {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list. */}
      <ul class="door-list" role="list" aria-label={t.list}>
        <For each={state.waiting}>
          {(person) => (
            <li class="door-row">
              <span class="door-name">
                <PersonName person={shown(person)} />
              </span>
              <Show when={isReadable(person)} fallback={<span class="door-name">{t.noKey}</span>}>
                <button
                  type="button"
                  class="button button-line"
                  aria-label={t.letInOne(name(person))}
                  aria-disabled={isBusy()}
                  onClick={() => void answer([person], letIn)}
                >
                  {t.letIn}
                </button>
              </Show>
              <button
                type="button"
                class="button button-quiet"
                aria-label={t.turnAwayOne(name(person))}
                aria-disabled={isBusy()}
                onClick={() => void answer([person], turnAway)}
              >
                {t.turnAway}
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
