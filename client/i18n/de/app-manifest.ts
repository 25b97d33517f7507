import type { appManifestTexts as English } from '../en/app-manifest.ts'

/** What systems show of the installed app, in German: before it is installed, and on its icon. */
export const appManifestTexts: typeof English = {
  description: 'Chaträume, die von selbst abbrennen.',
  newRoom: 'Neuer Raum',
  screenshot: 'Ein Raum: was gesagt wurde, und die Zeit, die noch bleibt',
}
