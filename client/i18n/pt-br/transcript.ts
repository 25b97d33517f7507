import type { transcriptTexts as English } from '../en/transcript.ts'

/** The texts of a transcript that is read on the page, in Brazilian Portuguese. */
export const transcriptTexts: typeof English = {
  read: 'Ler',
  print: 'Imprimir',
  close: 'Fechar',
  nothing: 'Nada foi dito.',
  of: (title) => `Transcrição de ${title}`,
}
