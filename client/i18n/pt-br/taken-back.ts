import type { takenBackTexts as English } from '../en/taken-back.ts'

/** The texts of taking back somebody's message, and of what stands in the place of one that is gone, in Brazilian Portuguese. */
export const takenBackTexts: typeof English = {
  ask: {
    title: 'Retirar a mensagem?',
    text: (name) => `Esta mensagem de ${name} some para todos. Uma linha diz que foi retirada.`,
    confirm: 'Retirar',
  },
  line: {
    you: 'Você retirou uma mensagem.',
    by: (person) => [person, ' retirou uma mensagem.'],
    byHost: (person) => ['Um anfitrião retirou uma mensagem de ', person, '.'],
    yoursByHost: 'Um anfitrião retirou uma mensagem sua.',
    disappeared: 'Uma mensagem desapareceu.',
    yoursDisappeared: 'Sua mensagem desapareceu.',
  },
}
