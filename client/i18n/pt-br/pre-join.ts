import type { preJoinTexts as English } from '../en/pre-join.ts'

/** The texts of what a room asks before somebody joins, in Brazilian Portuguese. */
export const preJoinTexts: typeof English = {
  passwordTitle: 'Esta sala pede uma senha',
  passwordText: 'A pessoa que enviou o link a você sabe qual é.',
  passwordWrong: 'Essa não é a senha. Confira as maiúsculas e tente de novo.',
  passwordMissing: 'Digite a senha primeiro.',
  enter: 'Entrar',
  nameTitle: 'Esse nome já está em uso',
  nameText: (taken) =>
    `“${taken}” está em uso nesta sala: alguém tem esse nome, ou tinha quando disse algo. Um nome fica com o que foi dito, mesmo que tenha sido você. Escolha outro nome e entre.`,
  nameTaken: 'Este nome já está em uso.',
  nameRefusedTitle: 'Esse nome não pode ser usado aqui',
  nameRefused: (name) =>
    `“${name}” parece uma função, parece “Você” ou o nome deste site. Escolha outro nome e entre.`,
  nameFaulty: (fault) => `Seu nome foi recusado. ${fault} Escolha outro e entre.`,
  nameStill: 'Este nome não pode ser usado aqui.',
  greetingTitle: 'Antes de entrar',
  greetingText: (isEncrypted) =>
    isEncrypted
      ? 'O que é dito nesta sala fica guardado. Cada pessoa escolhe o nome que usa aqui.'
      : 'Esta sala não é criptografada, e o que é dito nela fica guardado. Cada pessoa escolhe o nome que usa aqui.',
  knockText: 'Dê um nome e bata à porta: um anfitrião da sala deixa você entrar.',
  knock: 'Bater à porta',
  fromJoin: 'Quem chega depois não pode ler o que foi dito antes: você vê o que for dito a partir de agora.',
  greetingHint: 'Os outros veem este nome. Não precisa ser o verdadeiro.',
  ownGreeting: (isEncrypted) =>
    isEncrypted
      ? 'Esta sala é sua e é criptografada: você pode ler o que é dito nela, e quem administra este site não pode. Aqui seus convidados veem isso e escolhem um nome.'
      : 'Esta sala é sua e não é criptografada: você pode ler o que é dito nela, e quem administra este site também. Aqui seus convidados veem isso e escolhem um nome.',
  ownWait:
    'Esta sala é sua e ainda não está aberta. Seus convidados esperam aqui até ela abrir. Você pode abri-la agora.',
  openNow: 'Abrir agora',
  ownRooms: 'Ir para suas salas',
  waitTitle: 'Esta sala ainda não está aberta',
  waitText: 'Você chegou cedo. Deixe esta página aberta: você entra quando a sala abrir.',
  lobby: 'Ir para o início',
  waitTimer: 'Tempo até abrir',
  waitPassword: 'Você vai precisar de uma senha.',
  opensAt: (time) => `Abre: ${time}.`,
}
