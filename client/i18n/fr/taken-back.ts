import type { takenBackTexts as English } from '../en/taken-back.ts'
import type { Parts } from '../index.ts'

/** The texts of taking back somebody's message, and of what stands in the place of one that is gone, in French. */
export const takenBackTexts: typeof English = {
  ask: {
    title: 'Retirer ce message ?',
    text: (name: string) =>
      `Ce message envoyé par ${name} disparaîtra pour tout le monde. Une ligne dira qu’il a été retiré.`,
    confirm: 'Retirer',
  },
  line: {
    you: 'Vous avez retiré un message.',
    by: <T>(person: T): Parts<T> => [person, ' a retiré un message.'],
    byHost: <T>(person: T): Parts<T> => ['Un hôte a retiré un message envoyé par ', person, '.'],
    yoursByHost: 'Un hôte a retiré un de vos messages.',
    disappeared: 'Un message a disparu.',
    yoursDisappeared: 'Votre message a disparu.',
  },
}
