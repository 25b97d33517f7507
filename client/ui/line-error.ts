import { commonTexts } from '#i18n/common.ts'
import { ALIAS_MAX } from '../../protocol/limits.ts'
import { lineFault } from '../../protocol/text.ts'

/**
 * What is wrong with a name or a title as it is typed, for a person; null where nothing is. That it is too long is said
 * at once, with how much, since nothing cuts it; all else once it was tried.
 * @param max characters it may have
 */
export function lineError(raw: string, tried: boolean, max = ALIAS_MAX): string | null {
  const fault = lineFault(raw, max)
  return fault && (tried || fault.is === 'long') ? commonTexts.lineWrong(fault, max) : null
}
