import type { offlineTexts as English } from '../en/offline.ts'

/** The texts of the page that is shown where the network is away, in Spanish. */
export const offlineTexts: typeof English = {
  page: 'Sin conexión · private-chat',
  title: 'No hay conexión',
  text: 'Lo que se dice en las salas nunca se guarda en este dispositivo, así que sin conexión no hay nada que mostrar. Cuando vuelva, esta página se abrirá sola.',
  again: 'Reintentar',
}
