import type { embedTexts as English } from '../en/embed.ts'

/** The texts of a room in a frame of another site, in Brazilian Portuguese. */
export const embedTexts: typeof English = {
  page: 'private-chat',
  caution:
    'O site em volta desta moldura conhece o link que abriu aqui, com a chave, e pode usá-lo como qualquer pessoa que o tenha.',
  way: 'Abrir private-chat em uma aba',
  over: {
    destroyed: { title: 'A sala não existe mais', text: 'Tudo o que foi dito nela foi excluído.' },
    ended: {
      title: 'A sala fechou',
      text: 'Ninguém mais pode escrever nela. O que foi dito fica guardado por um tempo para quem a organizou e depois é excluído.',
    },
    removed: {
      title: 'Removeram você desta sala',
      text: 'Um anfitrião removeu você, ou não deixou você entrar.',
    },
    'turned-away': {
      title: 'Sua entrada foi recusada',
      text: 'Um anfitrião desta sala não deixou você entrar.',
    },
    left: {
      title: 'Você saiu da sala',
      text: 'Seu lugar está livre de novo. Para voltar, recarregue a página em volta desta moldura.',
    },
    missing: {
      title: 'Esta sala não existe',
      text: 'O endereço nesta moldura não é de nenhuma sala, ou não está completo.',
    },
  },
}
