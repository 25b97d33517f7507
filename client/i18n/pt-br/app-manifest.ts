import type { appManifestTexts as English } from '../en/app-manifest.ts'

/** What systems show of the installed app, in Brazilian Portuguese: before it is installed, and on its icon. */
export const appManifestTexts: typeof English = {
  description: 'Salas de conversa que se queimam sozinhas.',
  newRoom: 'Nova sala',
  screenshot: 'Uma sala: o que foi dito e o tempo que resta',
}
