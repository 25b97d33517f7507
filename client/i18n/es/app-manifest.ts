import type { appManifestTexts as English } from '../en/app-manifest.ts'

/** What systems show of the installed app, in Spanish: before it is installed, and on its icon. */
export const appManifestTexts: typeof English = {
  description: 'Salas de chat que se queman solas.',
  newRoom: 'Sala nueva',
  screenshot: 'Una sala: lo que se ha dicho y el tiempo que queda',
}
