import type { attachTexts as English } from '../en/attach.ts'

/** The names of the buttons that put files beside the message box, in Brazilian Portuguese. */
export const attachTexts: typeof English = {
  attach: 'Anexar um arquivo',
  record: 'Gravar uma mensagem de voz',
}
