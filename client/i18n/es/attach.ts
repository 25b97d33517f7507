import type { attachTexts as English } from '../en/attach.ts'

/** The names of the buttons that put files beside the message box, in Spanish. */
export const attachTexts: typeof English = {
  attach: 'Adjuntar un archivo',
  record: 'Grabar un mensaje de voz',
}
