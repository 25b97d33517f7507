import { For, Show, untrack } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import type { PublicKey } from '../../crypto/participant-pair.ts'
import type { RoomModel } from '../room-model.ts'
import type { NamedParticipant } from '../room-state.ts'
import { PersonName, sayName } from '../shown-names.tsx'
import { createSafetyWords } from './create-safety-words.ts'
import { SafetyWordLine } from './safety-word-line.tsx'

const t = roomToolsTexts.safetyOfPeople

/**
 * The five words of each who is here, one's own first. They belong to a person and stay, so they are compared once; they
 * cost a moment, so they come when asked for.
 */
export function ParticipantSafetyWords(props: { room: RoomModel }) {
  const { state } = props.room
  // As of now: the rows would change under the finger, and words that were shown would go.
  const people = untrack(() => listWithSelf(state.me, state.participants))
  return (
    <div class="safety">
      <p class="menu-words">{t.text}</p>
      {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list. */}
      <ul class="menu-participants" role="list" aria-label={t.list}>
        <For each={people}>
          {(person) => (
            <WordsOfPerson
              person={person}
              isSelf={person.participantId === state.me?.participantId}
              roomId={state.room?.roomId ?? ''}
              publicKey={props.room.getPublicKey?.(person.participantId)}
            />
          )}
        </For>
      </ul>
    </div>
  )
}

/** Oneself first, by the entry in the list where there is one: that has the name and the alias. */
function listWithSelf(
  me: NamedParticipant | null,
  participants: readonly NamedParticipant[],
): NamedParticipant[] {
  const isSelf = ({ participantId }: NamedParticipant) => participantId === me?.participantId
  const self = participants.find(isSelf) ?? me
  return [...(self ? [self] : []), ...participants.filter((person) => !isSelf(person))]
}

function WordsOfPerson(props: {
  person: NamedParticipant
  isSelf: boolean
  roomId: string
  publicKey: PublicKey | undefined
}) {
  let line!: HTMLParagraphElement
  const named = () => ({ ...props.person, name: props.person.alias })
  const derive = async () => {
    const { deriveParticipantSafetyWords } = await import('../../crypto/participant-safety-words.ts')
    return props.publicKey ? deriveParticipantSafetyWords(props.publicKey, props.roomId) : []
  }
  const words = createSafetyWords(derive, () => {
    if (document.activeElement === document.body) line.focus()
  })
  return (
    <li>
      <div class="menu-row">
        <span class="menu-words menu-person">
          <PersonName person={named()} />{' '}
          <Show when={props.isSelf}>
            <span class="badge badge-own">{t.you}</span>
          </Show>
        </span>
        <Show when={props.publicKey} fallback={<span class="menu-since">{t.noKey}</span>}>
          <Show when={words.numbers().length === 0}>
            <button
              type="button"
              class="button button-quiet"
              aria-label={props.isSelf ? t.showOwn : t.showOf(sayName(named()))}
              onClick={() => void words.showWords()}
            >
              {t.show}
            </button>
          </Show>
        </Show>
      </div>
      <SafetyWordLine ref={(it) => (line = it)} text={words.text()} numbers={words.numbers()} />
    </li>
  )
}
