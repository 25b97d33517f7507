import type { transcriptTexts as English } from '../en/transcript.ts'

/** The texts of a transcript that is read on the page, in Spanish. */
export const transcriptTexts: typeof English = {
  read: 'Leer',
  print: 'Imprimir',
  close: 'Cerrar',
  nothing: 'No se dijo nada.',
  of: (title) => `Transcripción de ${title}`,
}
