import type { transcriptTexts as English } from '../en/transcript.ts'

/** The texts of a transcript that is read on the page, in German. */
export const transcriptTexts: typeof English = {
  read: 'Lesen',
  print: 'Drucken',
  close: 'Schließen',
  nothing: 'Es wurde nichts gesagt.',
  of: (title) => `Mitschrift von „${title}“`,
}
