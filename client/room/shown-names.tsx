import { createSignal, type JSX } from 'solid-js'
import type { ShownName } from './look-alikes.ts'

/** What the page says about names that the server can't read. */
export interface EncryptedNames {
  /** Returns the alias of the room, where a name looks like another's or like what the page says; undefined elsewhere. */
  animalOf(shown: ShownName): string | undefined
  /** Draws the mark of a participant. */
  renderMark(participantId: string): JSX.Element
  /** Draws the alias of the room beside a name. */
  renderAnimal(shown: ShownName): JSX.Element
}

/** Absent in a room whose names the server compares, and until it is loaded (`encrypted-names.tsx`). */
export const [encryptedNames, setEncryptedNames] = createSignal<EncryptedNames>()

/** A name as it stands in a sentence, with the alias of the room where it looks like another. */
export function sayName(shown: ShownName): string {
  const animal = encryptedNames()?.animalOf(shown)
  return animal ? `${shown.name} (${animal})` : shown.name
}

/**
 * Somebody's name, isolated from the text around it, so that no letter of it changes what is beside it. Where names are
 * encrypted, with a mark before it, and in a frame the alias of the room where the name looks like another.
 */
export function PersonName(props: { person: ShownName; class?: string }) {
  return (
    <>
      {encryptedNames()?.renderMark(props.person.participantId)}
      <bdi translate="no" class={props.class}>
        {props.person.name}
      </bdi>
      {encryptedNames()?.renderAnimal(props.person)}
    </>
  )
}
