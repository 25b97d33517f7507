import type { Animal } from '../../../protocol/text.ts'

/** Writes an alias that was made up, in English. @param tail five characters that tell two animals of a kind apart */
export function writeMadeUpAlias(animal: Animal, tail: string): string {
  return `anonymous-${animal}-${tail}`
}
