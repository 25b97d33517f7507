import type { ignoredMessageTexts as English } from '../en/ignored-message.ts'

/** The texts of a message of somebody who is ignored, in French. */
export const ignoredMessageTexts: typeof English = {
  /** Stands behind a name. */
  hidden: ' : caché, car vous ignorez cette personne',
  show: 'Afficher',
  showOf: (alias: string) => `Afficher ce que dit ${alias}`,
}
