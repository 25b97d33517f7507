import type { lobbyTexts as English } from '../en/lobby.ts'
import { formatCount, formatDuration } from '../index.ts'

/** The texts of the lobby, in Brazilian Portuguese. */
export const lobbyTexts: typeof English = {
  page: 'private-chat · salas que se queimam sozinhas',
  headline: 'Palavras que não ficam',
  lead: 'Abra uma sala, compartilhe o link, converse. Quando o pavio queima até o fim, a sala desaparece, com cada palavra.',
  nameHint: 'O que os outros veem. Fica só neste dispositivo.',
  anotherName: 'Outro nome',
  create: 'Criar sala',
  creating: 'Criando sua sala…',
  notIn: 'Sua sala está pronta, mas você ainda não está nela: não foi possível conectar.',
  options: 'Opções',
  summary: (who, seconds, { sliding, hasPassword, knock }) =>
    `${who}, ${formatDuration(seconds)}${sliding ? ' após a última palavra' : ''}${hasPassword ? ', com senha' : ''}${knock ? ', batem à porta' : ''}`,
  whoTwo: 'Duas pessoas',
  whoAnyone: 'Qualquer pessoa com o link',
  upTo: (count) => `Até ${formatCount(count, { one: 'pessoa', other: 'pessoas' })}`,
  promises: [
    'Sem conta, sem rastreamento, sem nenhum outro site.',
    'Qualquer pessoa com o link pode entrar enquanto houver lugar, até você trocar ou fechar o link.',
    'Uma sala que você cria aqui é criptografada no seu navegador, inclusive os nomes, e excluída do servidor no fim.',
  ],
  unreachable: 'Não foi possível conectar ao servidor. Confira sua conexão e tente de novo.',
  haveLink: 'Tem um link?',
  privacy: 'O que é privado e o que não é',
  facilitators: 'Para quem organiza grupos',
}
