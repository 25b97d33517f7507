import type { takenBackTexts as English } from '../en/taken-back.ts'

/** The texts of taking back somebody's message, and of what stands in the place of one that is gone, in simplified Chinese. */
export const takenBackTexts: typeof English = {
  ask: {
    title: '撤回？',
    text: (name) => `${name} 的这条消息会对所有人消失，原处会注明它已撤回。`,
    confirm: '撤回',
  },
  line: {
    you: '你撤回了一条消息。',
    by: (person) => [person, ' 撤回了一条消息。'],
    byHost: (person) => ['主持人撤回了 ', person, ' 的一条消息。'],
    yoursByHost: '主持人撤回了你的一条消息。',
    disappeared: '一条消息已消失。',
    yoursDisappeared: '你的消息已消失。',
  },
}
