import { createEffect, createMemo, onCleanup, Show } from 'solid-js'
import { encryptedNamesTexts } from '#i18n/encrypted-names.ts'
import { roomTexts } from '#i18n/room.ts'
import { translateAlias } from '../i18n/made-up-alias.ts'
import { loadOnce } from '../ui/lazy.tsx'
import { findLookAlikes, keyOfName, type ShownName } from './look-alikes.ts'
import { isPlainName, makeNameRules } from './name-rules.ts'
import { chooseMark, MARK_SHAPES } from './participant-mark.ts'
import type { RoomState } from './room-state.ts'
import { setEncryptedNames } from './shown-names.tsx'

const NONE: ReadonlySet<string> = new Set()

/** What stands beside names, in the language of the page. */
const SHOWN = { self: roomTexts.you, roles: [roomTexts.host, roomTexts.facilitator] }

const plainRules = makeNameRules(undefined, SHOWN)

/** The table of all letters that look alike is as large as the page: it is loaded where a name needs it. */
const loadedRules = loadOnce(async () =>
  makeNameRules((await import('./name-table.ts')).ALL_PROTOTYPES, SHOWN),
)

/** Compares the names of a room whose names are encrypted, and shows what tells people apart. */
export function createEncryptedNames(state: Readonly<RoomState>): void {
  const areEncrypted = createMemo(() => state.room?.keys === 2)
  const lookAlikes = createMemo<ReadonlySet<string>>(
    () => (areEncrypted() ? compareNames([...listNames(state)]) : NONE),
    NONE,
    // A message by somebody known changes nothing for all the others.
    { equals: (one, other) => one.size === other.size && [...one].every((key) => other.has(key)) },
  )
  const animalOf = (shown: ShownName) =>
    shown.animal !== undefined && lookAlikes().has(keyOfName(shown))
      ? translateAlias(shown.animal)
      : undefined
  const names = {
    animalOf,
    renderMark: (participantId: string) => <ParticipantMark participantId={participantId} />,
    renderAnimal: (shown: ShownName) => <Animal animal={animalOf(shown)} />,
  }
  createEffect(() => setEncryptedNames(areEncrypted() ? names : undefined))
  onCleanup(() => setEncryptedNames(undefined))
}

function compareNames(names: readonly ShownName[]): ReadonlySet<string> {
  const rules = names.every(({ name, animal = '' }) => isPlainName(name + animal))
    ? plainRules
    : (loadedRules() ?? plainRules)
  return findLookAlikes(names, rules)
}

/** Every name on the page: of those present, of those at the door, and of those who said something. */
function* listNames({ me, participants, waiting, messages }: Readonly<RoomState>): Generator<ShownName> {
  for (const { participantId, alias: name, animal } of [...(me ? [me] : []), ...participants, ...waiting])
    yield { participantId, name, animal: animal && translateAlias(animal) }
  for (const { participantId, sender: name, animal } of messages)
    yield { participantId, name, animal: animal && translateAlias(animal) }
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
          <span class="visually-hidden">{encryptedNamesTexts.toldApartBy}</span>
          {animal()}
        </span>
      )}
    </Show>
  )
}
