import type { takenBackTexts as English } from '../en/taken-back.ts'
import type { Parts } from '../index.ts'

/** The texts of taking back somebody's message, and of what stands in the place of one that is gone, in German. */
export const takenBackTexts: typeof English = {
  ask: {
    title: 'Zurücknehmen?',
    text: (name: string) =>
      `Diese Nachricht von ${name} verschwindet für alle. Eine Zeile sagt, dass sie zurückgenommen wurde.`,
    confirm: 'Zurücknehmen',
  },
  line: {
    you: 'Du hast eine Nachricht zurückgenommen.',
    by: <T>(person: T): Parts<T> => [person, ' hat eine Nachricht zurückgenommen.'],
    byHost: <T>(person: T): Parts<T> => ['Ein Host hat eine Nachricht von ', person, ' zurückgenommen.'],
    yoursByHost: 'Ein Host hat eine Nachricht von dir zurückgenommen.',
    disappeared: 'Eine Nachricht ist verschwunden.',
    yoursDisappeared: 'Deine Nachricht ist verschwunden.',
  },
}
