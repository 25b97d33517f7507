import type { notFoundTexts as English } from '../en/not-found.ts'

/** The texts for an address that does not exist, in Brazilian Portuguese. */
export const notFoundTexts: typeof English = {
  page: 'Não encontrado · private-chat',
  title: 'Não há nada aqui',
  text: 'O endereço pode estar errado, ou o que havia aqui se queimou.',
  way: 'Ir para o início',
}
