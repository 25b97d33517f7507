import type { appManifestTexts as English } from '../en/app-manifest.ts'

/** What systems show of the installed app, in Japanese: before it is installed, and on its icon. */
export const appManifestTexts: typeof English = {
  description: 'ひとりでに燃え尽きるチャットルーム。',
  newRoom: '新しいルーム',
  screenshot: 'ルーム：やり取りと残り時間',
}
