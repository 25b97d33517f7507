import type { ignoredMessageTexts as English } from '../en/ignored-message.ts'

/** The texts of a message of somebody who is ignored, in Japanese. */
export const ignoredMessageTexts: typeof English = {
  /** Stands behind a name. */
  hidden: '：無視しているため非表示',
  show: '表示',
  showOf: (alias: string) => `${alias}さんの発言を表示`,
}
