import type { attachTexts as English } from '../en/attach.ts'

/** The names of the buttons that put files beside the message box, in French. */
export const attachTexts: typeof English = {
  attach: 'Joindre un fichier',
  record: 'Enregistrer un message vocal',
}
