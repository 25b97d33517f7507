import type { ignoredMessageTexts as English } from '../en/ignored-message.ts'

/** The texts of a message of somebody who is ignored, in German. */
export const ignoredMessageTexts: typeof English = {
  /** Stands behind a name. */
  hidden: ': verborgen, weil du diese Person ignorierst',
  show: 'Zeigen',
  showOf: (alias: string) => `Zeigen, was ${alias} gesagt hat`,
}
