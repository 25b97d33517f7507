import { createEffect, createMemo, onCleanup, Show } from 'solid-js'
import { encryptedNamesTexts } from '#i18n/encrypted-names.ts'
import { loadOnce } from '../ui/lazy.tsx'
import { findLookAlikes, keyOfName, PLAIN_NAME_RULES, type ShownName } from './look-alikes.ts'
import { chooseMark, MARK_SHAPES } from './participant-mark.ts'
import type { RoomState } from './room-state.ts'
import { setEncryptedNames } from './shown-names.tsx'

const NONE: ReadonlySet<string> = new Set()

/** The table of letters that look alike is larger than the page: only a room in which nobody else compares names loads it. */
const loadedRules = loadOnce(async () => (await import('./name-rules.ts')).makeNameRules())

/** Compares the names of a room whose names are encrypted, and shows what tells people apart. */
export function createEncryptedNames(state: Readonly<RoomState>): void {
  const areEncrypted = createMemo(() => state.room?.keys === 2)
  const lookAlikes = createMemo<ReadonlySet<string>>(
    () => (areEncrypted() ? findLookAlikes(listNames(state), loadedRules() ?? PLAIN_NAME_RULES) : NONE),
    NONE,
    // A message by somebody known changes nothing for all the others.
    { equals: (one, other) => one.size === other.size && [...one].every((key) => other.has(key)) },
  )
  const animalOf = (shown: ShownName) => (lookAlikes().has(keyOfName(shown)) ? shown.animal : undefined)
  const names = {
    animalOf,
    renderMark: (participantId: string) => <ParticipantMark participantId={participantId} />,
    renderAnimal: (shown: ShownName) => <Animal animal={animalOf(shown)} />,
  }
  createEffect(() => setEncryptedNames(areEncrypted() ? names : undefined))
  onCleanup(() => setEncryptedNames(undefined))
}

/** Every name on the page: of those present, and of those who said something. */
function* listNames({ me, participants, messages }: Readonly<RoomState>): Generator<ShownName> {
  for (const { participantId, alias: name, animal } of me ? [me, ...participants] : participants)
    yield { participantId, name, animal }
  for (const { participantId, sender: name, animal } of messages) yield { participantId, name, animal }
}

/** The mark of a participant. It only helps the eye: the name beside it says who it is. */
function ParticipantMark(props: { participantId: string }) {
  const mark = createMemo(() => chooseMark(props.participantId))
  return (
    <svg class={`mark mark-${mark().colour}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={MARK_SHAPES[mark().shape]} />
    </svg>
  )
}

/** The alias of the room, in a frame: a name is letters, and draws none. */
function Animal(props: { animal: string | undefined }) {
  return (
    <Show when={props.animal}>
      {(animal) => (
        <span class="badge badge-animal">
          <span class="visually-hidden">{encryptedNamesTexts.toldApartBy} </span>
          {animal()}
        </span>
      )}
    </Show>
  )
}
