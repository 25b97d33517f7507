import type { entryRefusedTexts as English } from '../en/entry-refused.ts'

/** The texts for a person whom a room refuses, in Brazilian Portuguese. */
export const entryRefusedTexts: typeof English = {
  again: 'Tentar de novo',
  back: 'Voltar a entrar',
  lobby: 'Abrir minha própria sala',
  refused: {
    'seat-lost': {
      title: 'Seu lugar está livre de novo',
      text: 'Você se ausentou por um tempo, saiu em outra aba ou sua sessão terminou. Se houver um lugar, você pode voltar: o que estava escrevendo está guardado.',
    },
    unreachable: {
      title: 'Não foi possível conectar à sala',
      text: 'Seu dispositivo não conseguiu conectar ao servidor. Confira a conexão e tente de novo.',
    },
    'room-locked': {
      title: 'Esta sala está trancada',
      text: 'Ninguém mais pode entrar agora. Peça ao anfitrião para destrancar e tente de novo.',
    },
    'room-not-found': {
      title: 'Esta sala não existe',
      text: 'Ela se queimou, ou o link está incompleto. Peça um link novo.',
    },
    'room-closed': { title: 'Esta sala está fechada', text: 'Ninguém mais pode entrar.' },
    'room-not-open': {
      title: 'Esta sala ainda não está aberta',
      text: 'Você chegou cedo. Tente de novo quando ela abrir.',
    },
    removed: {
      title: 'Removeram você',
      text: 'Um anfitrião desta sala removeu você, ou não deixou você entrar.',
    },
    'link-closed': {
      title: 'Este link não vale mais',
      text: 'Peça um novo.',
    },
    'wrong-link': {
      title: 'Este link está incompleto',
      text: 'Falta uma parte dele. Peça o link inteiro e abra esse.',
    },
    'too-many-requests': {
      title: 'Um momento',
      text: 'Chegaram solicitações demais da sua rede. Espere um minuto e tente de novo.',
    },
    'slow-down': {
      title: 'Um momento',
      text: 'Foi muita coisa de uma vez. Espere um momento e tente de novo.',
    },
    busy: { title: 'A sala está muito ocupada', text: 'Espere um momento e tente de novo.' },
    'wrong-origin': {
      title: 'O servidor não conhece este endereço',
      text: 'Ele acha que é de outro site. Se está atrás de um proxy, quem o administra precisa configurar PUBLIC_ORIGIN.',
    },
    'cookies-blocked': {
      title: 'Seu navegador não guarda cookies aqui',
      text: 'É um cookie que diz à sala qual lugar é seu, e você ainda não ocupou nenhum. Permita os cookies deste site nas configurações ao lado do endereço e tente de novo. Se uma janela anônima não permitir, abra o link em uma normal.',
    },
    'no-key': {
      title: 'Você entrou sem uma chave',
      text: 'Não chegou nenhuma que abra esta sala. Peça um link novo, ou volte à porta.',
    },
  },
  full: {
    title: 'Esta sala está cheia',
    text: 'Todos os lugares estão ocupados. Se alguém sair, haverá um para você.',
  },
  embedBlocked: {
    title: 'Seu navegador não guarda cookies nesta moldura',
    text: 'É um cookie que diz à sala qual lugar é seu, e você ainda não ocupou nenhum. Em uma aba própria, a sala consegue guardá-lo.',
  },
  openTab: 'Abrir em uma aba',
  other: {
    title: 'Não funcionou',
    text: 'Algo deu errado do nosso lado. Tente de novo.',
  },
}
