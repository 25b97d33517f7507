import type { doorPromptTexts as English } from '../en/door-prompt.ts'

/** The texts for somebody who waits at a door, in German. */
export const doorPromptTexts: typeof English = {
  title: 'Du stehst an der Tür',
  text: 'Ein Host lässt dich herein. Lass diese Seite offen: Sie bringt dich hinein, sobald es so weit ist.',
  byItself:
    'Die Seite eines Hosts lässt dich von selbst herein, sobald einer da ist. Lass diese Seite offen.',
  nobody: 'Gerade ist niemand im Raum. Sobald ein Host kommt, sieht er dich hier.',
  offline: 'Du bist offline. Sobald die Verbindung wieder da ist, wartest du weiter.',
  stop: 'Nicht mehr warten',
}
