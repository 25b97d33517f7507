import type { ignoredMessageTexts as English } from '../en/ignored-message.ts'
import { isolate } from '../isolate.ts'

/** The texts of a message of somebody who is ignored, in Arabic. */
export const ignoredMessageTexts: typeof English = {
  hidden: ': مخفية لأنك تتجاهل صاحبها',
  show: 'عرض',
  showOf: (alias) => `عرض ما قاله ${isolate(alias)}`,
}
