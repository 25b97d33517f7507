import { createContext, createMemo, type JSX, Show, useContext } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { loadOnce } from '../ui/lazy.tsx'
import { findLookAlikes, keyOfName, PLAIN_NAME_RULES, type ShownName } from './look-alikes.ts'
import { chooseMark, MARK_SHAPES } from './participant-mark.ts'
import type { RoomState } from './room-state.ts'

/** What the page says about names. The server compares names that it can read, and these are not compared by anybody else. */
interface ShownNames {
  /** Whether names are encrypted in this room: then whoever has one has a mark beside it. */
  areEncrypted(): boolean
  /** The alias of the room, where a name looks like another's or like what the page says; undefined elsewhere. */
  animalOf(shown: ShownName): string | undefined
}

const NONE: ReadonlySet<string> = new Set()
const Names = createContext<ShownNames>({ areEncrypted: () => false, animalOf: () => undefined })

const loadedRules = loadOnce(async () => (await import('./name-rules.ts')).makeNameRules())

/** Compares all names that a room shows. */
export function NamesProvider(props: { state: Readonly<RoomState>; children: JSX.Element }) {
  const areEncrypted = () => props.state.room?.keys === 2
  const lookAlikes = createMemo<ReadonlySet<string>>(
    () => (areEncrypted() ? findLookAlikes(listNames(props.state), loadedRules() ?? PLAIN_NAME_RULES) : NONE),
    NONE,
    // A message by somebody known changes nothing for all the others.
    { equals: (one, other) => one.size === other.size && [...one].every((key) => other.has(key)) },
  )
  const animalOf = (shown: ShownName) => (lookAlikes().has(keyOfName(shown)) ? shown.animal : undefined)
  return <Names.Provider value={{ areEncrypted, animalOf }}>{props.children}</Names.Provider>
}

/** Reads what the page says about names. */
export function useNames(): ShownNames {
  return useContext(Names)
}

/** A name as it stands in a sentence, with the alias of the room where it looks like another. */
export function sayName(names: ShownNames, shown: ShownName): string {
  const animal = names.animalOf(shown)
  return animal ? `${shown.name} (${animal})` : shown.name
}

/** Every name on the page: of those present, and of those who said something. */
function* listNames({ me, participants, messages }: Readonly<RoomState>): Generator<ShownName> {
  for (const { participantId, alias: name, animal } of me ? [me, ...participants] : participants)
    yield { participantId, name, animal }
  for (const { participantId, sender: name, animal } of messages) yield { participantId, name, animal }
}

/**
 * Somebody's name, isolated from the text around it, so that no letter of it changes what is beside it. Where names are
 * encrypted, with a mark before it, and in a frame the alias of the room where the name looks like another.
 */
export function PersonName(props: { person: ShownName; class?: string }) {
  const names = useNames()
  return (
    <>
      <Show when={names.areEncrypted()}>
        <ParticipantMark participantId={props.person.participantId} />
      </Show>
      <bdi class={props.class}>{props.person.name}</bdi>
      <Show when={names.animalOf(props.person)}>
        {(animal) => (
          <span class="badge badge-animal">
            <span class="visually-hidden">{roomTexts.toldApartBy} </span>
            {animal()}
          </span>
        )}
      </Show>
    </>
  )
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
