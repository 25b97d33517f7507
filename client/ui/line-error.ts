import { commonTexts } from '#i18n/common.ts'
import { ALIAS_MAX } from '../../protocol/limits.ts'
import { lineFault } from '../../protocol/text.ts'

/**
 * Returns what is wrong with a name or a title, for a person; null where nothing is. A text that is too long is an error
 * while it is typed, because nothing cuts it; anything else is one once somebody tried to submit it.
 * @param max characters it may have
 */
export function lineError(raw: string, tried: boolean, max = ALIAS_MAX): string | null {
  const fault = lineFault(raw, max)
  return fault && (tried || fault.is === 'long') ? commonTexts.lineError(fault, max) : null
}
