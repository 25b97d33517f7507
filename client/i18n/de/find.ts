import type { findTexts as English } from '../en/find.ts'
import { formatCount } from '../index.ts'

/** The texts of the search in a room, in German. */
export const findTexts: typeof English = {
  title: 'In diesem Raum suchen',
  query: 'Gesuchte Wörter',
  hint: 'In allem, was hier gesagt wurde, soweit du es lesen darfst. Wonach du suchst, bleibt in diesem Browser.',
  found: (count: number, progress: 'reading' | 'failing' | 'done') => {
    const messages = count > 0 ? formatCount(count, { one: 'Nachricht', other: 'Nachrichten' }) : 'Nichts'
    if (progress === 'done') return `${messages} gefunden.`
    return progress === 'reading'
      ? `${messages} bisher gefunden. Die Suche geht weiter nach oben …`
      : `${messages} bisher gefunden. Ältere Nachrichten sind gerade nicht lesbar; es wird noch einmal versucht.`
  },
  list: 'Gefundene Nachrichten',
  more: 'Mehr zeigen',
}
