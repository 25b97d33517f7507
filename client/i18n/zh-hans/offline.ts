import type { offlineTexts as English } from '../en/offline.ts'

/** The texts of the page that is shown where the network is away, in simplified Chinese. */
export const offlineTexts: typeof English = {
  page: '没有网络 · private-chat',
  title: '没有网络连接',
  text: '房间里的内容从不保存在此设备上，所以没有网络时没有可显示的内容。网络恢复后，此页面会自动打开。',
  again: '重试',
}
