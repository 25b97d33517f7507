import type { offlineTexts as English } from '../en/offline.ts'

/** The texts of the page that is shown where the network is away, in Brazilian Portuguese. */
export const offlineTexts: typeof English = {
  page: 'Sem conexão · private-chat',
  title: 'Não há conexão',
  text: 'O que é dito nas salas nunca fica guardado neste dispositivo, então sem conexão não há nada para mostrar. Quando ela voltar, esta página se abre sozinha.',
  again: 'Tentar de novo',
}
