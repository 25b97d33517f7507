import type { disappearingTexts as English } from '../en/disappearing.ts'
import { formatDuration, formatNumber, pickPlural } from '../index.ts'
import { formatRoughDuration } from '../rough-duration.ts'

const FAILURES: Partial<Record<string, string>> = {
  'message-not-found': 'Ya no está: se acabó su tiempo.',
  'not-allowed': 'Ya lo han leído todas las personas que podían.',
  'slow-down': 'Fue mucho de una vez. Espera e inténtalo de nuevo.',
  unreachable: 'No se puede conectar con la sala. Inténtalo de nuevo.',
}

/** The texts of messages that disappear and of those that are read once, in Spanish. */
export const disappearingTexts: typeof English = {
  after: 'Desaparece después de',
  never: 'Nunca',
  once: 'Leer una vez',
  notOnce: 'No',
  staysHint: 'Para todos los mensajes que envíes, hasta que lo quites encima del cuadro de texto.',
  onceHint:
    'Solo para el próximo mensaje: está oculto hasta que alguien lo revela, y desaparece pasado ese tiempo. En una hora, como mucho, ya no está para nadie.',
  honest: 'Quien lo lee puede copiarlo.',
  tooMany: (most) =>
    `Los mensajes que se leen una vez son para salas de hasta ${formatNumber(most)} personas.`,
  noFiles: 'Los archivos no se pueden leer una sola vez. Envía o quita primero los que has adjuntado.',
  filesOnce: 'Los archivos no se pueden leer una sola vez. Quita primero “Leer una vez”.',
  choose: 'Usar',
  cancel: 'Cancelar',
  duration: formatDuration,
  chosen: {
    expires: (seconds) => `Desaparece después de ${formatDuration(seconds)}`,
    burn: (seconds) => `Leer una vez, durante ${formatDuration(seconds)}`,
  },
  remove: { expires: 'Que no desaparezca', burn: 'Que no se lea una sola vez' },
  sentOnce: (person) => [person, ' envió un mensaje para leer una vez.'],
  wasRead: (person) => [person, ' envió un mensaje que ya leíste. Aquí ya no está.'],
  shownFor: (seconds) => `Cuando lo reveles, lo verás durante ${formatDuration(seconds)}.`,
  reveal: 'Revelar',
  sayFailure: (code) => FAILURES[code] ?? 'No funcionó. Inténtalo de nuevo.',
  goneIn: (seconds) => `Se va en ${formatRoughDuration(seconds)}`,
  readBy: (read, of) =>
    of === 0
      ? 'Para leer una vez. No había nadie más aquí.'
      : `Para leer una vez: ${pickPlural(read, {
          one: `lo ha leído ${formatNumber(read)} de ${formatNumber(of)}.`,
          other: `lo han leído ${formatNumber(read)} de ${formatNumber(of)}.`,
        })}`,
  disappearsIn: (seconds) => `Desaparece en ${formatRoughDuration(seconds)}`,
}
