import type { goToMessageTexts as English } from '../en/go-to-message.ts'

/** The texts on the way to a message, in simplified Chinese. */
export const goToMessageTexts: typeof English = {
  loading: '正在加载到那里的消息…',
  gone: '那条消息早于你进来，或已不存在。',
  failed: '未能加载那条消息。请检查网络连接后重试。',
}
