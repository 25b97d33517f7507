import { CAPACITY, LIFETIME, PASSWORD } from '../../../protocol/limits.ts'
import type { roomOptionsTexts as English } from '../en/room-options.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The texts of a room's options, in Brazilian Portuguese: in the lobby they are loaded once somebody opens them. */
export const roomOptionsTexts: typeof English = {
  who: 'Quem pode entrar',
  rules: 'Porta e regras',
  whoSome: 'Até…',
  upToLabel: 'Quantas pessoas',
  people: 'pessoas',
  capacityError: `Escolha um número inteiro de ${formatNumber(CAPACITY.min)} a ${formatNumber(CAPACITY.max)}.`,
  lifetime: 'Quanto tempo dura',
  lifetimeShort: { 60: '1 min', 600: '10 min', 3600: '60 min', 86400: '24 h' },
  lifetimeOwn: 'Outro…',
  ownLabel: 'Quanto tempo',
  unitLabel: 'Unidade',
  units: { seconds: 'segundos', minutes: 'minutos', hours: 'horas' },
  lifetimeError: `Escolha um tempo de ${formatDuration(LIFETIME.min)} a ${formatDuration(LIFETIME.max)}.`,
  sliding: 'A conversa a mantém viva',
  slidingHint: 'Cada mensagem acende o pavio de novo.',
  passwordHint: 'Opcional. Sem ela o link não abre nada. Passe aos outros separadamente do link.',
  passwordError: `Use de ${PASSWORD.min} a ${PASSWORD.max} caracteres, ou deixe vazio.`,
}
