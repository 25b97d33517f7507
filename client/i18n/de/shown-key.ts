import type { shownKeyTexts as English } from '../en/shown-key.ts'

/** The texts about the key in an invite link that was opened, in German. */
export const shownKeyTexts: typeof English = {
  title: 'Der Server hat den Schlüssel dieses Raums gesehen',
  text: 'Irgendetwas zwischen der Absenderin oder dem Absender und dir hat das # im Link durch %23 ersetzt. Deshalb hat dein Browser den Schlüssel mit der Adresse mitgesendet. Wer diesen Server betreibt, könnte lesen, was hier gesagt wird.',
  advice:
    'Wenn dir das wichtig ist, sag hier nichts Geheimes: Mach einen neuen Raum und schick seinen Link auf einem anderen Weg, zum Beispiel als QR-Code.',
  renew:
    'Oder sieh nach, wer hier ist, und mach einen neuen Link: Wer nur den alten kennt, kann nicht lesen, was ab dann gesagt wird.',
  newLink: 'Neuer Link',
  stay: 'In diesem Raum bleiben',
  newRoom: 'Neuen Raum machen',
  wrong:
    'Der Schlüssel in diesem Link ist beschädigt: Niemand hier kann lesen, was du schreibst, und du kannst die anderen nicht lesen. Öffne den ganzen Link.',
}
