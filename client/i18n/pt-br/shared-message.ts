import type { sharedMessageTexts as English } from '../en/shared-message.ts'
import { formatList, pickPlural } from '../index.ts'

/** The texts about something that was shared to the app, in Brazilian Portuguese. */
export const sharedMessageTexts: typeof English = {
  title: 'Sua primeira mensagem',
  text: 'Ela vai estar na caixa de texto da sala que você criar. Nada foi enviado ainda.',
  pictures: (names) =>
    `${pickPlural(names.length, { one: 'Imagem', other: 'Imagens' })}: ${formatList(names)}`,
  discard: 'Descartar',
  lost: {
    title: 'O que você compartilhou não está mais aqui',
    text: 'Nunca fica guardado e só espera alguns minutos. Compartilhe de novo.',
  },
  lostOnTheWay: 'O que você compartilhou não chegou aqui. Copie de novo e cole na caixa de texto.',
}
