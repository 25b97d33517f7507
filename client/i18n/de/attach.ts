import type { attachTexts as English } from '../en/attach.ts'

/** The names of the buttons that put files beside the message box, in German. */
export const attachTexts: typeof English = {
  attach: 'Datei anhängen',
  record: 'Sprachnachricht aufnehmen',
}
