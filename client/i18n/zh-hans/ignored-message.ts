import type { ignoredMessageTexts as English } from '../en/ignored-message.ts'

/** The texts of a message of somebody who is ignored, in simplified Chinese. */
export const ignoredMessageTexts: typeof English = {
  hidden: '：已隐藏，因为你忽略了此人',
  show: '显示',
  showOf: (alias) => `显示 ${alias} 说的话`,
}
