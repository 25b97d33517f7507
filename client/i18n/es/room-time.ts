import type { roomTimeTexts as English } from '../en/room-time.ts'
import { formatNumber, pickPlural } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

const minutesOrHour = (minutes: number) =>
  minutes === 60
    ? '1 hora'
    : pickPlural(minutes, { one: '1 minuto', other: `${formatNumber(minutes)} minutos` })

/** The texts about the end of a room and when it comes, in Spanish. */
export const roomTimeTexts: typeof English = {
  sayTime: formatTimeOfDay,
  open: 'Cambiar la hora del fin',
  title: 'Cuándo termina la sala',
  burns: (endsAt) => `Se quema: ${formatTimeOfDay(endsAt)}`,
  closes: (endsAt) => `Cierra: ${formatTimeOfDay(endsAt)}`,
  later: 'Más tiempo',
  earlier: 'Menos tiempo',
  addStep: (minutes) => `+ ${minutesOrHour(minutes)}`,
  takeStep: (minutes) => `− ${minutesOrHour(minutes)}`,
  endAt: 'Hora del fin',
  endAtHint: 'En tu zona horaria. Una hora que ya pasó hoy se entiende para mañana.',
  set: 'Fijar el fin',
  done: 'Listo',
  moved: (endsAt) => `Nuevo fin de la sala: ${formatTimeOfDay(endsAt)}`,
  errors: {
    missing: 'Elige primero una hora.',
    early: 'Elige una hora a la que falte al menos un minuto.',
    late: 'Una sala vive 24 horas como máximo: elige una hora anterior.',
  },
  refusals: {
    'not-allowed': 'Solo un anfitrión puede hacerlo.',
    'not-signed-in':
      'Se cerró tu sesión. Cierra esto y vuelve a iniciarla: el botón está encima del cuadro de texto.',
    'invalid-request': 'La sala no puede terminar a esa hora. Elige otra.',
  },
}
