import type { transcriptTexts as English } from '../en/transcript.ts'

/** The texts of a transcript that is read on the page, in French. */
export const transcriptTexts: typeof English = {
  read: 'Lire',
  print: 'Imprimer',
  close: 'Fermer',
  nothing: 'Rien n’a été dit.',
  of: (title) => `Transcription de « ${title} »`,
}
