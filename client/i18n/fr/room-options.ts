import { CAPACITY, LIFETIME, PASSWORD } from '../../../protocol/limits.ts'
import type { roomOptionsTexts as English } from '../en/room-options.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The texts of a room's options, in French: in the lobby they are loaded once somebody opens them. */
export const roomOptionsTexts: typeof English = {
  who: 'Qui peut venir',
  rules: 'Porte et règles',
  whoSome: 'Jusqu’à…',
  upToLabel: 'Combien de personnes',
  people: 'personnes',
  capacityError: `Choisissez un nombre entier de ${formatNumber(CAPACITY.min)} à ${formatNumber(CAPACITY.max)}.`,
  lifetime: 'Combien de temps il dure',
  lifetimeShort: { 60: '1 min', 600: '10 min', 3600: '60 min', 86400: '24 h' },
  lifetimeOwn: 'Autre…',
  ownLabel: 'Durée',
  unitLabel: 'Unité',
  units: { seconds: 'secondes', minutes: 'minutes', hours: 'heures' },
  lifetimeError: `Choisissez une durée de ${formatDuration(LIFETIME.min)} à ${formatDuration(LIFETIME.max)}.`,
  sliding: 'Parler le maintient en vie',
  slidingHint: 'Chaque message rallume la mèche.',
  passwordHint: 'Facultatif. Sans lui, le lien n’ouvre rien. Donnez-le aux autres séparément du lien.',
  passwordError: `Utilisez de ${PASSWORD.min} à ${PASSWORD.max} caractères, ou laissez vide.`,
}
