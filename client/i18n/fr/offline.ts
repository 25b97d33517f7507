import type { offlineTexts as English } from '../en/offline.ts'

/** The texts of the page that is shown where the network is away, in French. */
export const offlineTexts: typeof English = {
  page: 'Pas de connexion · private-chat',
  title: 'Pas de connexion',
  text: 'Ce qui se dit dans les salons n’est jamais enregistré sur cet appareil : sans connexion, il n’y a donc rien à afficher. Dès qu’elle revient, cette page s’ouvre toute seule.',
  again: 'Réessayer',
}
