import '../../styles/door.css'
import { createComputed, createEffect, createSignal, For, on, onCleanup, Show, untrack } from 'solid-js'
import { atTheDoorTexts } from '#i18n/at-the-door.ts'
import { announce } from '../../ui/announcer.tsx'
import { sentenceFor } from '../../ui/form-submission.ts'
import { chime } from '../chime.ts'
import { letIn, turnAway } from '../door-commands.ts'
import { isNotificationOn } from '../notification-preferences.ts'
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
  const told = new Set<string>()
  createEffect(() => {
    const fresh = state.waiting.filter(({ participantId }) => !told.has(participantId))
    for (const { participantId } of fresh) told.add(participantId)
    if (fresh.length === 0) return
    announce(t.knocked(untrack(() => fresh.map(name))))
    if (isNotificationOn('sound') && !document.hidden) chime()
  })
  createAutomaticAdmission(props.room)

  // A row also goes because somebody stops waiting, or another host answers: the focus that was in it is not lost.
  createComputed(on(() => state.waiting, keepFocus, { defer: true }))
  onCleanup(keepFocus)

  async function answer(people: readonly WaitingPerson[], does: typeof letIn | typeof turnAway) {
    if (isBusy()) return
    setBusy(true)
    const ids = people.map(({ participantId }) => participantId)
    const { refusal } = await does(props.room, ids)
    setBusy(false)
    if (refusal) announce(sentenceFor(refusal, t.refusals), true)
  }

  /** Called before rows go: where the button with the focus goes, the next one takes it, or the box. */
  function keepFocus() {
    if (!panel.contains(document.activeElement)) return
    queueMicrotask(() => {
      if (document.activeElement !== document.body) return
      const next = panel.isConnected ? panel.querySelector('button') : document.querySelector('textarea')
      next?.focus()
    })
  }

  return (
    <section class="door" ref={panel}>
      <h2 class="door-title">{t.list}</h2>
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
                  class="button button-main"
                  aria-label={t.letInOne(name(person))}
                  aria-disabled={isBusy()}
                  onClick={() => void answer([person], letIn)}
                >
                  {t.letIn}
                </button>
              </Show>
              <button
                type="button"
                class="button button-line"
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
    </section>
  )
}
