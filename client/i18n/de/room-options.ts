import { CAPACITY, LIFETIME, PASSWORD } from '../../../protocol/limits.ts'
import type { roomOptionsTexts as English } from '../en/room-options.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The texts of a room's options, in German: in the lobby they are loaded once somebody opens them. */
export const roomOptionsTexts: typeof English = {
  who: 'Wer kommen darf',
  rules: 'Tür und Regeln',
  whoSome: 'Bis zu …',
  upToLabel: 'Wie viele Personen',
  people: 'Personen',
  capacityError: `Wähle eine ganze Zahl von ${formatNumber(CAPACITY.min)} bis ${formatNumber(CAPACITY.max)}.`,
  lifetime: 'Wie lange er besteht',
  lifetimeShort: { 60: '1 min', 600: '10 min', 3600: '60 min', 86400: '24 h' },
  lifetimeOwn: 'Andere …',
  ownLabel: 'Wie lange',
  unitLabel: 'Einheit',
  units: { seconds: 'Sekunden', minutes: 'Minuten', hours: 'Stunden' },
  lifetimeError: `Wähle eine Zeit zwischen ${formatDuration(LIFETIME.min)} und ${formatDuration(LIFETIME.max)}.`,
  sliding: 'Reden hält ihn am Leben',
  slidingHint: 'Jede Nachricht zündet die Lunte neu an.',
  passwordHint: 'Optional. Ohne das Passwort öffnet der Link nichts. Gib es den anderen getrennt vom Link.',
  passwordError: `Nimm ${PASSWORD.min} bis ${PASSWORD.max} Zeichen, oder lass das leer.`,
}
