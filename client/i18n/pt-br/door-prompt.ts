import type { doorPromptTexts as English } from '../en/door-prompt.ts'

/** The texts for somebody who waits at a door, in Brazilian Portuguese. Nothing of the room is known there, not even who is in it. */
export const doorPromptTexts: typeof English = {
  title: 'Você está à porta',
  text: 'Um anfitrião vai deixar você entrar. Deixe esta página aberta: você entra assim que isso acontecer.',
  byItself:
    'A página de um anfitrião deixa você entrar automaticamente, assim que houver um aqui. Deixe esta página aberta.',
  nobody: 'Não há ninguém na sala agora. Quando um anfitrião chegar, vai encontrar você aqui.',
  offline: 'Você está sem conexão. Quando ela voltar, você continua esperando.',
  stop: 'Parar de esperar',
}
