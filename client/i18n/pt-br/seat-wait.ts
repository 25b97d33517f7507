import type { seatWaitTexts as English } from '../en/seat-wait.ts'

/** The texts for a person who waits for a seat, in Brazilian Portuguese. */
export const seatWaitTexts: typeof English = {
  waiting:
    'Deixe esta página aberta: ela procura de novo sozinha e deixa você entrar quando houver um lugar livre.',
  looking: 'Procurando um lugar…',
  full: 'Continua cheia. Esta página continua procurando e deixa você entrar quando houver um lugar livre.',
  free: 'Alguém saiu: agora há um lugar para você.',
  'room-not-found': 'A sala não existe mais.',
  'room-closed': 'A sala já fechou.',
  again: 'Tentar de novo',
  enter: 'Entrar',
}
