import type { entryRulesTexts as English } from '../en/entry-rules.ts'

/** The texts of the rules about who comes in, what they see, who may end the room, when its time begins and files, in German. */
export const entryRulesTexts: typeof English = {
  door: {
    label: 'Die Tür',
    choices: { open: 'Offen', knock: 'Anklopfen' },
    hints: {
      open: 'Wer den Link hat, kommt herein, solange ein Platz frei ist.',
      knock: 'Wer den Link hat, nennt einen Namen und wartet, bis ein Host die Tür öffnet.',
    },
  },
  history: {
    label: 'Wer später kommt, sieht',
    choices: { all: 'Alles', 'from-join': 'Ab dann' },
    hints: {
      all: 'Auch was vorher gesagt wurde, ist lesbar.',
      'from-join': 'Was vorher gesagt wurde, ist nicht lesbar.',
    },
  },
  destroyBy: {
    label: 'Wer den Raum beenden darf',
    choices: { anyone: 'Alle darin', host: 'Seine Hosts' },
    hints: {
      anyone: 'Alle im Raum dürfen ihn zerstören und sein Ende verschieben.',
      host: 'Nur Hosts dürfen ihn zerstören oder sein Ende verschieben.',
    },
  },
  starts: {
    label: 'Wann die Lunte brennt',
    choices: { second: 'Sobald zwei da sind', now: 'Sofort' },
    hints: {
      second: 'Die Zeit läuft, sobald noch jemand zehn Sekunden lang da ist oder etwas sagt.',
      now: 'Die Zeit läuft, sobald du den Raum erstellst.',
    },
  },
  files: {
    label: 'Dateien und Bilder',
    choices: { on: 'An', off: 'Aus' },
    hints: {
      on: 'Alle können Dateien und Bilder senden, jeweils bis 25 MB. Sie verschwinden mit dem Raum.',
      off: 'Niemand kann Dateien oder Bilder senden.',
    },
  },
}
