import type { attachTexts as English } from '../en/attach.ts'

/** The names of the buttons that put files beside the message box, in simplified Chinese. */
export const attachTexts: typeof English = {
  attach: '添加文件',
  record: '录制语音消息',
}
