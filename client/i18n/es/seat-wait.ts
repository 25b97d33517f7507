import type { seatWaitTexts as English } from '../en/seat-wait.ts'

/** The texts for a person who waits for a seat, in Spanish. */
export const seatWaitTexts: typeof English = {
  waiting:
    'Deja esta página abierta: vuelve a buscar por sí sola y te deja entrar cuando haya un lugar libre.',
  looking: 'Buscando un lugar…',
  full: 'Sigue llena. Esta página sigue buscando y te deja entrar cuando haya un lugar libre.',
  free: 'Alguien ha salido: ahora hay un lugar para ti.',
  'room-not-found': 'La sala ya no existe.',
  'room-closed': 'La sala ya se ha cerrado.',
  again: 'Reintentar',
  enter: 'Entrar',
}
