import type { inviteLinkTexts as English } from '../en/invite-link.ts'

/** The texts of a form that asks for an invite link, in German. */
export const inviteLinkTexts: typeof English = {
  title: 'Dieser Link ist unvollständig',
  text: 'Der Teil nach dem # fehlt oder ist beschädigt. Er ist der Schlüssel: Ohne ihn kann niemand lesen, was hier gesagt wird, auch nicht der Server. Bitte um den ganzen Link, oder füge ihn unten ein.',
  label: 'Ganzer Link',
  hint: 'Von https:// bis zum letzten Zeichen.',
  open: 'Raum öffnen',
  notWhole:
    'Der Schlüssel nach dem # fehlt oder ist unvollständig. Kopiere den Link noch einmal, bis zum letzten Zeichen.',
  noRoom:
    'Den Raum zu diesem Link gibt es nicht: Er ist abgebrannt, oder der Link ist beschädigt. Bitte um einen neuen.',
  unreachable:
    'Der Raum ist nicht erreichbar. Prüfe deine Verbindung, warte einen Moment und versuche es noch einmal.',
  noLink: 'Darin steht kein Link zu einem Raum. Füge den ganzen Link ein.',
}
