import type { uiTexts as English } from '../en/ui.ts'
import { formatDuration } from '../index.ts'

/** The texts of forms and dialogs, in Brazilian Portuguese. */
export const uiTexts: typeof English = {
  showPassword: 'Mostrar o que é digitado',
  hidePassword: 'Ocultar o que é digitado',
  required: 'Preencha este campo.',
  busy: 'Um momento…',
  canSubmitIn: (seconds) => `Você pode tentar de novo em ${seconds} s.`,
  canSubmit: 'Você já pode tentar de novo.',
  logInAgain: 'Entrar de novo',
  cancel: 'Cancelar',
  close: 'Fechar',
  refusals: {
    'email-taken': 'Já existe uma conta com este endereço. Quer entrar?',
    'wrong-credentials': 'Este endereço e esta senha não combinam.',
    'wrong-password': 'Essa não é a senha desta conta.',
    'not-signed-in': 'Sua sessão terminou.',
    'slow-down': 'Foi muita coisa de uma vez. Espere um momento e tente de novo.',
    'too-many-requests': 'Foi muita coisa de uma vez do seu endereço. Espere um minuto e tente de novo.',
    'session-not-found': 'A sessão nesse dispositivo já terminou.',
    unreachable: 'Não foi possível conectar ao servidor. Confira sua conexão e tente de novo.',
    busy: 'O servidor está muito ocupado. Tente de novo daqui a pouco.',
  },
  fieldRefused: 'Isto não pode ser usado. Mude e tente de novo.',
  refused: 'Não funcionou. Tente de novo.',
  incident: ' Para quem administra o site: ',
  tooManyAttempts: (seconds) =>
    `Tentativas erradas demais: por ${formatDuration(Math.max(1, seconds))} toda tentativa é recusada, mesmo uma certa.`,
}
