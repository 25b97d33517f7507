import type { votesTexts as English } from '../en/votes.ts'
import { formatCount, formatNumber } from '../index.ts'

const countVotes = (votes: number) => formatCount(votes, { one: 'Stimme', other: 'Stimmen' })

/** The texts of questions and polls, in German. */
export const votesTexts: typeof English = {
  title: 'Mehr Möglichkeiten',
  ask: 'Frage stellen',
  makePoll: 'Umfrage machen',
  disappear: 'Nachrichten verschwinden lassen',
  questions: 'Fragen',
  cancel: 'Abbrechen',
  send: 'Senden',
  yourQuestion: 'Deine Frage',
  askHint: 'Andere können dafür stimmen, damit die Hosts sehen, was die meisten wissen wollen.',
  noQuestion: 'Schreib zuerst die Frage.',
  tooLong: 'Das ist zu lang für eine Nachricht. Kürze es.',
  choices: 'Optionen',
  choice: (number: number) => `Option ${formatNumber(number)}`,
  addChoice: 'Option hinzufügen',
  removeChoice: (number: number) => `Option ${formatNumber(number)} entfernen`,
  choiceFaults: {
    empty: 'Schreib eine Option: Eine Umfrage hat mindestens zwei.',
    long: 'Eine Option hat höchstens 200 Zeichen.',
    unseen: 'Nimm nur sichtbare Zeichen.',
    same: 'Diese Option gibt es schon.',
  },
  perPerson: 'Jede Person hat',
  oneChoice: 'Eine Stimme',
  severalChoices: 'Mehrere',
  question: 'Frage',
  answered: 'Beantwortet',
  answeredOne: (question: string) => `Beantwortet: ${question}`,
  voteUp: (votes: number) => `Dafür stimmen, ${countVotes(votes)}`,
  poll: 'Umfrage',
  pollClosed: 'Umfrage, beendet',
  votes: countVotes,
  total: (votes: number, isClosed: boolean) =>
    isClosed ? `Endergebnis: ${countVotes(votes)}.` : `${countVotes(votes)}.`,
  several: 'Du kannst mehrere wählen.',
  asServerCounts: 'Gezählt vom Server: Die Optionen kann er nicht lesen.',
  takeBack: 'Meine Stimme zurücknehmen',
  closePoll: 'Umfrage beenden',
  closed: 'Die Umfrage ist beendet.',
  waiting: 'Deine Stimme ist unterwegs.',
  notLoaded: 'Hier kannst du nicht abstimmen: Diesem Browser fehlt der Schlüssel dazu.',
  failures: {
    'voting-closed': 'Deine Stimme kam zu spät: Die Abstimmung ist beendet.',
    'too-many-reactions': 'Deine Stimme wurde nicht gezählt: Du kannst höchstens acht Optionen wählen.',
    'message-not-found': 'Deine Stimme wurde nicht gezählt: Die Nachricht wurde nicht gefunden.',
  },
  failed: 'Deine Stimme wurde nicht gezählt. Wähle noch einmal.',
  noQuestions: 'Noch keine Fragen.',
  earlier: 'Auch in früheren Nachrichten suchen',
}
