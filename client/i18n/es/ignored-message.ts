import type { ignoredMessageTexts as English } from '../en/ignored-message.ts'

/** The texts of a message of somebody who is ignored, in Spanish. */
export const ignoredMessageTexts: typeof English = {
  hidden: ': oculto porque ignoras a esta persona',
  show: 'Mostrar',
  showOf: (alias) => `Mostrar lo que dijo ${alias}`,
}
