import type { ignoredMessageTexts as English } from '../en/ignored-message.ts'

/** The texts of a message of somebody who is ignored, in Brazilian Portuguese. */
export const ignoredMessageTexts: typeof English = {
  hidden: ': oculta porque você ignora esta pessoa',
  show: 'Mostrar',
  showOf: (alias) => `Mostrar o que ${alias} disse`,
}
