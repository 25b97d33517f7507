import { writeMadeUpAlias } from '#i18n/animals.ts'
import { ANIMALS, randomAlias } from '../../protocol/text.ts'

/** An alias as a room makes it up for somebody who gave none. */
const MADE_UP = /^anonymous-([a-z]+)-([a-z2-9]{5})$/

/**
 * Returns an alias that was made up, such as `anonymous-wolf-x7k2p`, in the language of the page; any other as it is.
 * @param write writes it in a language
 */
export function translateAlias(alias: string, write = writeMadeUpAlias): string {
  const [, word, tail] = MADE_UP.exec(alias) ?? []
  // A newer server may know others.
  const animal = ANIMALS.find((each) => each === word)
  return animal && tail ? write(animal, tail) : alias
}

/** Makes up a name for somebody who gives none, in the language of the page. */
export function makeUpAlias(): string {
  return translateAlias(randomAlias())
}
