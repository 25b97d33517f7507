import type { shownKeyTexts as English } from '../en/shown-key.ts'

/** The texts about the key in an invite link that was opened, in Brazilian Portuguese. */
export const shownKeyTexts: typeof English = {
  title: 'O servidor viu a chave desta sala',
  text: 'Algo entre quem enviou o link e você trocou o # do link por %23, então seu navegador enviou a chave junto com o endereço. Quem administra este servidor poderia ler o que é dito aqui.',
  advice:
    'Se isso importa para você, não diga nada secreto aqui: crie uma nova sala e envie o link dela de outro jeito, por exemplo como código QR.',
  renew:
    'Ou veja quem está aqui e crie um novo link: quem só conhece o antigo não pode ler o que for dito a partir daí.',
  newLink: 'Novo link',
  stay: 'Ficar nesta sala',
  newRoom: 'Criar uma nova sala',
  wrong:
    'A chave deste link está danificada: ninguém aqui pode ler o que você escreve, e você não pode ler os outros. Abra o link inteiro.',
}
