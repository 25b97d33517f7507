import type { personDialogTexts as English } from '../en/person-dialog.ts'
import { formatNumber, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts of the dialog about one person, in Spanish. */
export const personDialogTexts: typeof English = {
  role: {
    host: 'Anfitrión de esta sala.',
    facilitator: 'Organiza esta sala.',
    participant: '',
  },
  muted: (until) =>
    until === null
      ? 'En silencio hasta que un anfitrión le permita hablar.'
      : `En silencio hasta: ${formatTime(until)}`,
  ignore: 'Ignorar',
  ignoreHint: 'Lo que dice se oculta, solo en este dispositivo. No recibe ningún aviso.',
  stopIgnoring: 'Dejar de ignorar',
  ignored: (alias) => `Ahora ignoras a ${alias}.`,
  notIgnored: (alias) => `Ya no ignoras a ${alias}.`,
  actions: {
    'make-host': 'Hacer anfitrión',
    'take-role': 'Quitar el rol',
    mute: 'Silenciar',
    unmute: 'Dejar hablar',
    'lower-hand': 'Bajar la mano',
    remove: 'Expulsar',
  },
  muteFor: '¿Cuánto tiempo en silencio?',
  minutes: (minutes) => `${formatNumber(minutes)} minutos`,
  untilTold: 'Hasta nuevo aviso',
  back: 'Atrás',
  close: 'Cerrar',
  done: {
    'make-host': (alias) => `${alias} ahora es anfitrión.`,
    'take-role': (alias) => `${alias} ya no es anfitrión.`,
    mute: (alias) => `${alias} está en silencio.`,
    unmute: (alias) => `${alias} puede hablar de nuevo.`,
    'lower-hand': (alias) => `Bajaste la mano de ${alias}.`,
  },
  refusals: {
    'not-allowed': 'Solo un anfitrión puede hacerlo.',
    'last-host': 'Una sala necesita un anfitrión: da primero el rol a otra persona.',
    'participant-not-found': 'Ya salió.',
    'not-signed-in':
      'Se cerró tu sesión. Cierra esto y vuelve a iniciarla: el botón está encima del cuadro de texto.',
  },
}
