import type { doorPromptTexts as English } from '../en/door-prompt.ts'

/** The texts for somebody who waits at a door, in simplified Chinese. Nothing of the room is known there, not even who is in it. */
export const doorPromptTexts: typeof English = {
  title: '你在门外',
  text: '主持人会让你进来。请不要关闭此页面：一获允许，你就会进入房间。',
  byItself: '只要有主持人在场，主持人的页面会自动让你进来。请不要关闭此页面。',
  nobody: '房间里现在没有人。主持人来了就会看到你在这里。',
  offline: '你已离线。恢复连接后会继续等待。',
  stop: '不再等待',
}
