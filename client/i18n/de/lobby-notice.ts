import type { lobbyNoticeTexts as English } from '../en/lobby-notice.ts'

/** Why somebody was sent to the lobby, in German. */
export const lobbyNoticeTexts: typeof English = {
  dismiss: 'Hinweis schließen',
  destroyed: {
    title: 'Der Raum ist weg',
    text: 'Alles, was darin gesagt wurde, ist gelöscht. Einen neuen kannst du gleich hier öffnen.',
  },
  ended: {
    title: 'Der Raum ist geschlossen',
    text: 'Niemand kann mehr darin schreiben. Was gesagt wurde, wird noch eine Weile für die Moderation aufbewahrt und dann gelöscht.',
  },
  erased: {
    title: 'Dein Konto ist gelöscht',
    text: 'Seine Räume sind mit ihm gelöscht, und alles, was darin gesagt wurde.',
  },
  left: {
    title: 'Du hast den Raum verlassen',
    text: 'Dein Platz ist wieder frei. Mit einem Link, der noch gilt, kannst du zurückkommen, solange ein Platz frei ist.',
  },
  errors: {
    'room-not-found': {
      title: 'Diesen Raum gibt es nicht',
      text: 'Er ist abgebrannt, oder der Link ist unvollständig. Bitte um einen neuen Link, oder öffne einen eigenen Raum.',
    },
    'room-full': {
      title: 'Dieser Raum ist voll',
      text: 'Alle Plätze sind besetzt. Bitte um den Link zu einem größeren Raum, oder öffne selbst einen, unter „Optionen“.',
    },
    'room-closed': {
      title: 'Dieser Raum ist geschlossen',
      text: 'Niemand kann mehr hinein. Hier kannst du einen eigenen Raum öffnen.',
    },
    removed: {
      title: 'Du wurdest aus diesem Raum entfernt',
      text: 'Ein Host hat dich entfernt oder nicht hereingelassen. Hier kannst du einen eigenen Raum öffnen.',
    },
    'turned-away': {
      title: 'Du wurdest nicht hereingelassen',
      text: 'Ein Host dieses Raums hat dich abgewiesen. Hier kannst du einen eigenen Raum öffnen.',
    },
    'not-shared': {
      title: 'Was du geteilt hast, konnte nicht übernommen werden',
      text: 'Die App konnte es nicht auf deinem Gerät behalten. Erstelle einen Raum und füge es dort ein.',
    },
  },
}
