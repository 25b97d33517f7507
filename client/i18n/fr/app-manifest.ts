import type { appManifestTexts as English } from '../en/app-manifest.ts'

/** What systems show of the installed app, in French: before it is installed, and on its icon. */
export const appManifestTexts: typeof English = {
  description: 'Des salons de discussion qui se consument tout seuls.',
  newRoom: 'Nouveau salon',
  screenshot: 'Un salon : ce qui s’y est dit, et le temps qui reste',
}
