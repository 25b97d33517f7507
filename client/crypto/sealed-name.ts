import { ALIAS_MAX } from '../../protocol/limits.ts'
import { cleanAlias } from '../../protocol/text.ts'

/**
 * Reads the name in a card or an envelope. The server never saw it, so its rules are applied here.
 * @returns the name, or null where it is one that no page lets anybody choose: the alias is shown then. Undefined where it
 * is no name at all
 */
export function readSealedName(value: unknown): string | null | undefined {
  if (value === null) return null
  if (typeof value !== 'string' || !value.isWellFormed() || [...value].length > ALIAS_MAX) return undefined
  return cleanAlias(value)
}
