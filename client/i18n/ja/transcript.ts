import type { transcriptTexts as English } from '../en/transcript.ts'

/** The texts of a transcript that is read on the page, in Japanese. */
export const transcriptTexts: typeof English = {
  read: '読む',
  print: '印刷',
  close: '閉じる',
  nothing: '発言はありませんでした。',
  of: (title) => `「${title}」の記録`,
}
