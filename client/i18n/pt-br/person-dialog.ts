import type { personDialogTexts as English } from '../en/person-dialog.ts'
import { formatNumber, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts of the dialog about one person, in Brazilian Portuguese. */
export const personDialogTexts: typeof English = {
  role: {
    host: 'Anfitrião desta sala.',
    facilitator: 'Organiza esta sala.',
    participant: '',
  },
  muted: (until) =>
    until === null ? 'Em silêncio até um anfitrião deixar falar.' : `Em silêncio até ${formatTime(until)}.`,
  ignore: 'Ignorar',
  ignoreHint: 'O que esta pessoa diz fica recolhido, só neste dispositivo. Ela não é avisada.',
  stopIgnoring: 'Deixar de ignorar',
  ignored: (alias) => `Agora você ignora ${alias}.`,
  notIgnored: (alias) => `Você não ignora mais ${alias}.`,
  actions: {
    'make-host': 'Tornar anfitrião',
    'take-role': 'Tirar a função',
    mute: 'Silenciar',
    unmute: 'Deixar falar',
    'lower-hand': 'Baixar a mão',
    remove: 'Remover',
  },
  muteFor: 'Silenciar por quanto tempo?',
  minutes: (minutes) => `${formatNumber(minutes)} minutos`,
  untilTold: 'Até nova ordem',
  back: 'Voltar',
  close: 'Fechar',
  done: {
    'make-host': (alias) => `${alias} agora é anfitrião.`,
    'take-role': (alias) => `${alias} não é mais anfitrião.`,
    mute: (alias) => `${alias} está em silêncio.`,
    unmute: (alias) => `${alias} pode falar de novo.`,
    'lower-hand': (alias) => `A mão de ${alias} está abaixada.`,
  },
  refusals: {
    'not-allowed': 'Só um anfitrião pode fazer isso.',
    'last-host': 'Uma sala precisa de um anfitrião: dê essa função a outra pessoa primeiro.',
    'participant-not-found': 'Esta pessoa já saiu.',
    'not-signed-in': 'Sua sessão terminou. Feche isto e entre de novo: o botão está acima da caixa de texto.',
  },
}
