import type { LineFault } from '../../../protocol/text.ts'
import type { commonTexts as English } from '../en/common.ts'
import { formatCount, formatNumber } from '../index.ts'

export type { Notice } from '../en/common.ts'

/** The texts of every page, in French. */
export const commonTexts: typeof English = {
  brand: 'private-chat',
  darkTheme: 'Passer au thème sombre',
  lightTheme: 'Passer au thème clair',
  name: 'Votre nom',
  lineError: (fault: LineFault, max: number) =>
    fault.is === 'long'
      ? `Cela fait ${formatCount(fault.length, { one: 'caractère', other: 'caractères' })}. Le maximum est ${formatNumber(max)} : raccourcissez.`
      : fault.is === 'unseen'
        ? 'Il y a là quelque chose d’invisible. Saisissez-le de nouveau.'
        : fault.is === 'marks'
          ? 'Une lettre a trop d’accents ou de signes.'
          : `Utilisez de 1 à ${formatNumber(max)} caractères visibles.`,
  password: 'Mot de passe',
  days: (days: number, hours: number) =>
    `${formatCount(days, { one: 'jour', other: 'jours' })}${hours > 0 ? ` ${hours} h` : ''}`,
}
