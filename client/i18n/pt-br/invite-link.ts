import type { inviteLinkTexts as English } from '../en/invite-link.ts'

/** The texts of a form that asks for an invite link, in Brazilian Portuguese. */
export const inviteLinkTexts: typeof English = {
  title: 'Este link está incompleto',
  text: 'A parte depois de # falta ou está danificada. Ela é a chave: sem ela ninguém pode ler o que é dito aqui, nem o servidor. Peça o link inteiro, ou cole abaixo.',
  label: 'Link inteiro',
  hint: 'De https:// até o último caractere.',
  open: 'Abrir a sala',
  notWhole: 'A chave depois de # falta ou está incompleta. Copie o link de novo, até o último caractere.',
  noRoom: 'A sala deste link não existe: ela se queimou, ou o link está danificado. Peça um novo.',
  unreachable: 'Não foi possível conectar à sala. Confira sua conexão, espere um momento e tente de novo.',
  noLink: 'Isto não contém um link para uma sala. Cole o link inteiro.',
}
