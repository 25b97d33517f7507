import type { appManifestTexts as English } from '../en/app-manifest.ts'

/** What systems show of the installed app, in Arabic. */
export const appManifestTexts: typeof English = {
  description: 'غرف محادثة تحترق من تلقاء نفسها.',
  newRoom: 'غرفة جديدة',
  screenshot: 'غرفة: ما قيل فيها والوقت المتبقي',
}
