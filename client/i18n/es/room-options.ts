import { CAPACITY, LIFETIME, PASSWORD } from '../../../protocol/limits.ts'
import type { roomOptionsTexts as English } from '../en/room-options.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The texts of a room's options, in Spanish: in the lobby they are loaded once somebody opens them. */
export const roomOptionsTexts: typeof English = {
  who: 'Quién puede venir',
  rules: 'Puerta y reglas',
  whoSome: 'Hasta…',
  upToLabel: 'Cuántas personas',
  people: 'personas',
  capacityError: `Elige un número entero de ${formatNumber(CAPACITY.min)} a ${formatNumber(CAPACITY.max)}.`,
  lifetime: 'Cuánto dura',
  lifetimeShort: { 60: '1 min', 600: '10 min', 3600: '60 min', 86400: '24 h' },
  lifetimeOwn: 'Otro…',
  ownLabel: 'Cuánto tiempo',
  unitLabel: 'Unidad',
  units: { seconds: 'segundos', minutes: 'minutos', hours: 'horas' },
  lifetimeError: `Elige un tiempo de ${formatDuration(LIFETIME.min)} a ${formatDuration(LIFETIME.max)}.`,
  sliding: 'Hablar la mantiene viva',
  slidingHint: 'Cada mensaje vuelve a encender la mecha.',
  passwordHint: 'Opcional. Sin ella el enlace no abre nada. Dásela a los demás por separado del enlace.',
  passwordError: `Usa de ${PASSWORD.min} a ${PASSWORD.max} caracteres, o déjalo vacío.`,
}
