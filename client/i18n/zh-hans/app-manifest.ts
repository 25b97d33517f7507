import type { appManifestTexts as English } from '../en/app-manifest.ts'

/** What systems show of the installed app, in simplified Chinese: before it is installed, and on its icon. */
export const appManifestTexts: typeof English = {
  description: '会自行焚毁的聊天房间。',
  newRoom: '新房间',
  screenshot: '一个房间：说过的话和剩余时间',
}
