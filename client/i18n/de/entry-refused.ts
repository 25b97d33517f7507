import type { entryRefusedTexts as English } from '../en/entry-refused.ts'

/** The texts for a person whom a room refuses, in German. */
export const entryRefusedTexts: typeof English = {
  again: 'Erneut versuchen',
  back: 'Wieder hineingehen',
  lobby: 'Einen eigenen Raum öffnen',
  refused: {
    'seat-lost': {
      title: 'Dein Platz ist wieder frei',
      text: 'Du warst eine Weile weg, hast in einem anderen Tab den Raum verlassen oder wurdest abgemeldet. Wenn ein Platz frei ist, kannst du wieder hinein: Was du gerade schriebst, ist noch da.',
    },
    unreachable: {
      title: 'Der Raum ist nicht erreichbar',
      text: 'Dein Gerät hat den Server nicht erreicht. Prüfe die Verbindung und versuche es dann noch einmal.',
    },
    'room-locked': {
      title: 'Dieser Raum ist abgeschlossen',
      text: 'Gerade kann niemand hinein. Bitte den Host, ihn aufzuschließen, und versuche es dann noch einmal.',
    },
    'room-not-found': {
      title: 'Diesen Raum gibt es nicht',
      text: 'Er ist abgebrannt, oder der Link ist unvollständig. Bitte um einen neuen Link.',
    },
    'room-closed': { title: 'Dieser Raum ist geschlossen', text: 'Niemand kann mehr hinein.' },
    'room-not-open': {
      title: 'Dieser Raum ist noch nicht offen',
      text: 'Du bist früh dran. Versuche es noch einmal, wenn er öffnet.',
    },
    removed: {
      title: 'Du wurdest entfernt',
      text: 'Ein Host dieses Raums hat dich entfernt oder nicht hereingelassen.',
    },
    'link-closed': {
      title: 'Dieser Link gilt nicht mehr',
      text: 'Bitte um einen neuen.',
    },
    'wrong-link': {
      title: 'Dieser Link ist unvollständig',
      text: 'Ein Teil davon fehlt. Bitte um den ganzen Link und öffne den.',
    },
    'too-many-requests': {
      title: 'Einen Moment',
      text: 'Aus deinem Netz kamen zu viele Anfragen. Warte eine Minute und versuche es dann noch einmal.',
    },
    'slow-down': {
      title: 'Einen Moment',
      text: 'Das war viel auf einmal. Warte kurz und versuche es dann noch einmal.',
    },
    busy: {
      title: 'In diesem Raum ist viel los',
      text: 'Warte kurz und versuche es dann noch einmal.',
    },
    'wrong-origin': {
      title: 'Der Server kennt diese Adresse nicht',
      text: 'Er hält sie für die einer anderen Website. Steht er hinter einem Proxy, muss dort, wo er betrieben wird, PUBLIC_ORIGIN gesetzt werden.',
    },
    'cookies-blocked': {
      title: 'Dein Browser speichert hier keine Cookies',
      text: 'An einem Cookie erkennt der Raum, welcher Platz deiner ist, und du hast noch keinen. Erlaube Cookies für diese Website in den Einstellungen neben der Adresse und versuche es dann noch einmal. Erlaubt ein privates Fenster keine, öffne den Link in einem normalen.',
    },
    'no-key': {
      title: 'Du wurdest ohne Schlüssel hereingelassen',
      text: 'Es kam keiner mit, der diesen Raum öffnet. Bitte um einen neuen Link, oder komm noch einmal an die Tür.',
    },
  },
  full: {
    title: 'Dieser Raum ist voll',
    text: 'Alle Plätze sind besetzt. Sobald jemand geht, ist einer für dich frei.',
  },
  embedBlocked: {
    title: 'Dein Browser speichert in diesem Rahmen keine Cookies',
    text: 'An einem Cookie erkennt der Raum, welcher Platz deiner ist, und du hast noch keinen. In einem eigenen Tab kann der Raum eines speichern.',
  },
  openTab: 'In einem Tab öffnen',
  other: {
    title: 'Das hat nicht geklappt',
    text: 'Bei uns ist etwas schiefgegangen. Bitte versuche es noch einmal.',
  },
}
