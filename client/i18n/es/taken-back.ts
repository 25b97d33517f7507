import type { takenBackTexts as English } from '../en/taken-back.ts'

/** The texts of taking back somebody's message, and of what stands in the place of one that is gone, in Spanish. */
export const takenBackTexts: typeof English = {
  ask: {
    title: '¿Retirar el mensaje?',
    text: (name) => `Este mensaje de ${name} desaparece para todos. Una línea dice que se retiró.`,
    confirm: 'Retirar',
  },
  line: {
    you: 'Retiraste un mensaje.',
    by: (person) => [person, ' retiró un mensaje.'],
    byHost: (person) => ['Un anfitrión retiró un mensaje de ', person, '.'],
    yoursByHost: 'Un anfitrión retiró un mensaje tuyo.',
    disappeared: 'Un mensaje desapareció.',
    yoursDisappeared: 'Tu mensaje desapareció.',
  },
}
