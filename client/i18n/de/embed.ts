import type { embedTexts as English } from '../en/embed.ts'

/** The texts of a room in a frame of another site, in German. */
export const embedTexts: typeof English = {
  page: 'private-chat',
  caution:
    'Die Website um diesen Rahmen herum kennt den Link, den sie hier geöffnet hat, samt seinem Schlüssel, und kann ihn nutzen wie alle, die ihn haben.',
  way: 'private-chat in einem Tab öffnen',
  over: {
    destroyed: { title: 'Der Raum ist weg', text: 'Alles, was darin gesagt wurde, ist gelöscht.' },
    ended: {
      title: 'Der Raum ist geschlossen',
      text: 'Niemand kann mehr darin schreiben. Was gesagt wurde, wird noch eine Weile für die Moderation aufbewahrt und dann gelöscht.',
    },
    removed: {
      title: 'Du wurdest aus diesem Raum entfernt',
      text: 'Ein Host hat dich entfernt oder nicht hereingelassen.',
    },
    'turned-away': {
      title: 'Du wurdest nicht hereingelassen',
      text: 'Ein Host dieses Raums hat dich abgewiesen.',
    },
    left: {
      title: 'Du hast den Raum verlassen',
      text: 'Dein Platz ist wieder frei. Um zurückzukommen, lade die Seite um diesen Rahmen herum neu.',
    },
    missing: {
      title: 'Diesen Raum gibt es nicht',
      text: 'Die Adresse in diesem Rahmen gehört zu keinem Raum, oder sie ist nicht vollständig.',
    },
  },
}
