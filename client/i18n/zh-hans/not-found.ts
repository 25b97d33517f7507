import type { notFoundTexts as English } from '../en/not-found.ts'

/** The texts for an address that does not exist, in simplified Chinese. */
export const notFoundTexts: typeof English = {
  page: '未找到 · private-chat',
  title: '这里什么也没有',
  text: '可能是地址输错了，或这里的内容已焚毁。',
  way: '回到首页',
}
