import type { lobbyNoticeTexts as English } from '../en/lobby-notice.ts'

/** Why somebody was sent to the lobby, in Brazilian Portuguese. */
export const lobbyNoticeTexts: typeof English = {
  dismiss: 'Fechar este aviso',
  destroyed: {
    title: 'A sala não existe mais',
    text: 'Tudo o que foi dito nela foi excluído. Você pode abrir uma nova aqui mesmo.',
  },
  ended: {
    title: 'A sala fechou',
    text: 'Ninguém mais pode escrever nela. O que foi dito fica guardado por um tempo para quem a organizou e depois é excluído.',
  },
  erased: {
    title: 'Sua conta foi excluída',
    text: 'As salas dela, e tudo o que foi dito nelas, se foram junto.',
  },
  left: {
    title: 'Você saiu da sala',
    text: 'Seu lugar está livre de novo. Com um link aberto você pode voltar enquanto houver lugar.',
  },
  errors: {
    'room-not-found': {
      title: 'Essa sala não existe',
      text: 'Ela se queimou, ou o link está incompleto. Peça um link novo, ou abra sua própria sala.',
    },
    'room-full': {
      title: 'Essa sala está cheia',
      text: 'Todos os lugares estão ocupados. Peça o link de uma sala maior, ou abra uma em Opções.',
    },
    'room-closed': {
      title: 'Essa sala está fechada',
      text: 'Ninguém mais pode entrar. Você pode abrir sua própria sala aqui.',
    },
    removed: {
      title: 'Removeram você dessa sala',
      text: 'Um anfitrião removeu você, ou não deixou você entrar. Você pode abrir sua própria sala aqui.',
    },
    'turned-away': {
      title: 'Sua entrada foi recusada',
      text: 'Um anfitrião dessa sala não deixou você entrar. Você pode abrir sua própria sala aqui.',
    },
    'not-shared': {
      title: 'Não foi possível receber o que você compartilhou',
      text: 'O aplicativo não conseguiu guardar isso no seu dispositivo. Crie uma sala e cole ou anexe lá.',
    },
  },
}
