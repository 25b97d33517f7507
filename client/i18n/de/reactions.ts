import type { reactionsTexts as English } from '../en/reactions.ts'
import { formatCount, formatList } from '../index.ts'

/** The texts of reactions, in German. */
export const reactionsTexts: typeof English = {
  title: 'Reagieren',
  emoji: 'Emoji',
  names: [
    ...['Daumen hoch', 'Daumen runter', 'Herz', 'Freudentränen', 'Lächeln', 'Staunen', 'Trauer', 'Ärger'],
    ...['Feier', 'Danke', 'Applaus', 'Feuer', 'Augen', 'Nachdenken', 'hundert', 'Häkchen'],
    ...['Kreuz', 'Stern', 'Rakete', 'Idee', 'Winken', 'Stärke', 'Handschlag', 'Kaffee'],
  ],
  words: {
    yes: 'Ja',
    no: 'Nein',
    thanks: 'Danke',
    agreed: 'Passt',
    later: 'Später',
    done: 'Erledigt',
    'on-it': 'Bin dran',
    'plus-one': '+1',
  },
  counted: (shown: string, count: number, isMine: boolean) =>
    isMine ? `${shown} ${count}, auch von dir` : `${shown} ${count}`,
  others: (count: number) => formatCount(count, { one: 'weitere Reaktion', other: 'weitere Reaktionen' }),
  reactions: 'Reaktionen',
  you: 'du',
  somebody: 'jemand, der gegangen ist',
  who: (names: readonly string[]) => formatList([...names]),
  asServerCounts: 'Gezählt vom Server: Lesen kann er sie nicht.',
  notLoaded: 'Hier kannst du nicht reagieren: Diesem Browser fehlt der Schlüssel dazu.',
  failures: {
    'voting-closed': 'Deine Reaktion wurde nicht angenommen: Diese Nachricht nimmt keine mehr an.',
    'too-many-reactions':
      'Deine Reaktion wurde nicht angenommen: Eine Nachricht hat höchstens acht von dir und 24 verschiedene.',
    'message-not-found': 'Deine Reaktion wurde nicht angenommen: Die Nachricht ist nicht mehr da.',
  },
  failed: 'Deine Reaktion wurde nicht angenommen. Versuche es noch einmal.',
}
