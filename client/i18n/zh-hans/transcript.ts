import type { transcriptTexts as English } from '../en/transcript.ts'

/** The texts of a transcript that is read on the page, in simplified Chinese. */
export const transcriptTexts: typeof English = {
  read: '阅读',
  print: '打印',
  close: '关闭',
  nothing: '没有人说过话。',
  of: (title) => `${title} 的聊天记录`,
}
