import type { reactionsTexts as English } from '../en/reactions.ts'
import { formatCount, formatList } from '../index.ts'

/** The texts of reactions, in Spanish. */
export const reactionsTexts: typeof English = {
  title: 'Reaccionar',
  emoji: 'Emoji',
  names: [
    ...[
      'pulgar arriba',
      'pulgar abajo',
      'corazón',
      'risa con lágrimas',
      'sonrisa',
      'sorpresa',
      'tristeza',
      'enojo',
    ],
    ...['fiesta', 'gracias', 'aplauso', 'fuego', 'ojos', 'pensando', 'cien', 'marca de verificación'],
    ...['cruz', 'estrella', 'cohete', 'idea', 'saludo', 'fuerza', 'apretón de manos', 'café'],
  ],
  words: {
    yes: 'Sí',
    no: 'No',
    thanks: 'Gracias',
    agreed: 'De acuerdo',
    later: 'Luego',
    done: 'Hecho',
    'on-it': 'En ello',
    'plus-one': '+1',
  },
  counted: (shown, count, isMine) => `${shown} ${count}${isMine ? ', incluida la tuya' : ''}`,
  others: (count) => formatCount(count, { one: 'reacción más', other: 'reacciones más' }),
  reactions: 'Reacciones',
  you: 'tú',
  somebody: 'alguien que ya salió',
  who: (names) => formatList([...names]),
  asServerCounts: 'Según cuenta el servidor, que no puede leerlas.',
  notLoaded: 'Aquí no puedes reaccionar: este navegador no tiene la clave.',
  failures: {
    'voting-closed': 'Tu reacción no se registró: este mensaje ya no admite ninguna.',
    'too-many-reactions':
      'Tu reacción no se registró: un mensaje admite ocho tuyas y 24 distintas como máximo.',
    'message-not-found': 'Tu reacción no se registró: el mensaje ya no está.',
  },
  failed: 'Tu reacción no se registró. Inténtalo de nuevo.',
}
