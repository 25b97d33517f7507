import type { inviteTexts as English } from '../en/invite.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ weekday: 'short', hour: 'numeric', minute: '2-digit' })

/** The texts of a room in which nobody else is yet, in Brazilian Portuguese. */
export const inviteTexts: typeof English = {
  aloneText: (capacity) =>
    capacity === 2
      ? 'Envie este link para a pessoa com quem você quer conversar. Ele deixa entrar mais uma pessoa.'
      : 'Envie este link para as pessoas com quem você quer conversar.',
  aloneFull:
    'Todos os lugares desta sala estão ocupados. Quem tem um e se ausentou pode voltar por este link.',
  early: 'Você chegou primeiro. As outras pessoas usam o mesmo link.',
  alonePassword: 'Elas também vão precisar da senha.',
  waits: (until) => `O pavio é aceso quando mais alguém chegar. A sala espera até: ${formatTime(until)}.`,
  fixed: 'A sala termina quando o tempo acaba.',
  sliding: (lifetime) => `A sala se queima ${formatDuration(lifetime)} depois da última mensagem.`,
}
