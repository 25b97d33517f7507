import type { roomKeysTexts as English } from '../en/room-keys.ts'
import { formatDuration } from '../index.ts'

/** The texts about the keys of a room and its invite link, in Brazilian Portuguese. */
export const roomKeysTexts: typeof English = {
  newLink: {
    label: 'Novo link',
    title: 'Criar um novo link?',
    text: 'O link antigo não abre mais nada. Quem está aqui fica.',
    password: 'Senha para o novo link (opcional)',
    passwordHint: 'Quem entra precisa dela além do link. Envie por um caminho diferente do link.',
    tooShort: (min) => `Use ${min} caracteres ou mais.`,
    confirmLabel: 'Criar link',
    cancelLabel: 'Manter o atual',
    done: 'Há um novo link.',
  },
  seat: {
    held: (seconds) =>
      `O lugar é liberado depois de um minuto de ausência. Espere ${formatDuration(seconds)}, ou o link vai dizer que a sala está cheia.`,
    free: 'A outra pessoa está ausente há um minuto: um novo link libera o lugar dela e a deixa entrar de novo.',
  },
  close: {
    label: 'Fechar o link',
    title: 'Fechar o link?',
    text: 'O link não abre mais nada, e mais ninguém pode entrar. Quem está aqui fica.',
    confirmLabel: 'Fechar o link',
    cancelLabel: 'Deixar aberto',
    done: 'O link está fechado.',
  },
  reopen: {
    label: 'Abrir de novo',
    title: 'Abrir a sala de novo?',
    text: 'O link está fechado. Um novo deixa alguém entrar outra vez, com tudo o que foi dito.',
    confirmLabel: 'Criar link',
  },
  remove: {
    text: 'A pessoa sai na hora e não pode ler o que for dito a partir daí. O que ela disse fica.',
    link: 'O link muda junto: o que ela tem não abre mais nada.',
    password: 'Senha do link',
    passwordHint: 'O novo link a mantém.',
    done: (alias) => `Você removeu ${alias}, e o link mudou.`,
  },
}
