import type { inviteTexts as English } from '../en/invite.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ weekday: 'short', hour: 'numeric', minute: '2-digit' })

/** The texts of a room in which nobody else is yet, in Spanish. */
export const inviteTexts: typeof English = {
  aloneText: (capacity) =>
    capacity === 2
      ? 'Envía este enlace a la persona con quien quieres hablar. Deja entrar a una persona más.'
      : 'Envía este enlace a las personas con quienes quieres hablar.',
  aloneFull:
    'Todos los lugares de esta sala están ocupados. Quienes tienen uno y se ausentaron pueden volver con este enlace.',
  early: 'Llegaste primero. Los demás usan el mismo enlace.',
  alonePassword: 'También necesitarán la contraseña.',
  waits: (until) =>
    `Hasta ${formatTime(until)} la sala espera a alguien más: cuando llegue, se enciende la mecha.`,
  fixed: 'La sala termina cuando se acaba el tiempo.',
  sliding: (lifetime) => `La sala se quema ${formatDuration(lifetime)} después del último mensaje.`,
}
