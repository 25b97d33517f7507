import type { roomTimeTexts as English } from '../en/room-time.ts'
import { formatNumber, pickPlural } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

const minutesOrHour = (minutes: number) =>
  minutes === 60
    ? '1 hora'
    : pickPlural(minutes, { one: '1 minuto', other: `${formatNumber(minutes)} minutos` })

/** The texts about the end of a room and when it comes, in Brazilian Portuguese. */
export const roomTimeTexts: typeof English = {
  sayTime: formatTimeOfDay,
  open: 'Mudar a hora do fim',
  title: 'Quando a sala termina',
  burns: (endsAt) => `Fim da sala: ${formatTimeOfDay(endsAt)}.`,
  closes: (endsAt) => `Fecha: ${formatTimeOfDay(endsAt)}.`,
  later: 'Mais tempo',
  earlier: 'Menos tempo',
  addStep: (minutes) => `+ ${minutesOrHour(minutes)}`,
  takeStep: (minutes) => `− ${minutesOrHour(minutes)}`,
  endAt: 'Terminar às',
  endAtHint: 'No seu fuso horário. Uma hora que já passou hoje vale para amanhã.',
  set: 'Definir o fim',
  done: 'Pronto',
  moved: (endsAt) => `Novo fim da sala: ${formatTimeOfDay(endsAt)}.`,
  errors: {
    missing: 'Escolha uma hora primeiro.',
    early: 'Escolha uma hora a pelo menos um minuto daqui.',
    late: 'Uma sala vive no máximo 24 horas: escolha uma hora mais cedo.',
  },
  refusals: {
    'not-allowed': 'Só um anfitrião pode fazer isso.',
    'not-signed-in': 'Sua sessão terminou. Feche isto e entre de novo: o botão está acima da caixa de texto.',
    'invalid-request': 'A sala não pode terminar nessa hora. Escolha outra.',
  },
}
