import type { LineFault } from '../../../protocol/text.ts'
import type { commonTexts as English } from '../en/common.ts'
import { formatCount, formatNumber } from '../index.ts'

export type { Notice } from '../en/common.ts'

/** The texts of every page, in German. */
export const commonTexts: typeof English = {
  brand: 'private-chat',
  darkTheme: 'Zum dunklen Design wechseln',
  lightTheme: 'Zum hellen Design wechseln',
  name: 'Dein Name',
  lineError: (fault: LineFault, max: number) =>
    fault.is === 'long'
      ? `Das sind ${formatNumber(fault.length)} Zeichen. Höchstens ${formatNumber(max)} gehen: Kürze es.`
      : fault.is === 'unseen'
        ? 'Darin ist etwas, das man nicht sehen kann. Tippe es neu ein.'
        : fault.is === 'marks'
          ? 'Ein Buchstabe hat zu viele Akzente oder Zeichen.'
          : `Gib 1 bis ${formatNumber(max)} sichtbare Zeichen ein.`,
  password: 'Passwort',
  days: (days: number, hours: number) =>
    `${formatCount(days, { one: 'Tag', other: 'Tage' })}${hours > 0 ? ` ${hours} h` : ''}`,
}
