import type { goToMessageTexts as English } from '../en/go-to-message.ts'

/** The texts on the way to a message, in Brazilian Portuguese. */
export const goToMessageTexts: typeof English = {
  loading: 'Carregando as mensagens até lá…',
  gone: 'Essa mensagem é de antes de você chegar, ou não existe mais.',
  failed: 'Não foi possível carregar essa mensagem. Confira sua conexão e tente de novo.',
}
