import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import type { encryptionTexts as English } from '../en/encryption.ts'
import { formatNumber } from '../index.ts'

/** What the lock of a room says where its keys can change, in Brazilian Portuguese. Each is one sentence, and true by itself. */
export const encryptionTexts: typeof English = {
  sealed:
    'O servidor não pode ler nem o que é dito aqui nem o nome de vocês; ele vê quando cada pessoa escreve, e quanto.',
  link: 'Quem tem o link pode entrar e ler o que foi dito.',
  linkAndPassword:
    'Quem tem o link e a senha pode entrar e ler o que foi dito; uma senha curta pode ser adivinhada por quem tem o link e o que o servidor guarda.',
  knock:
    'Quem tem o link chega à porta, e recebe uma chave que abre o que foi dito quando um anfitrião deixa entrar.',
  fromJoin:
    'Quem tem o link chega à porta e, ao entrar, recebe uma chave nova, que não abre nada do que foi dito antes de ela ser criada, guarde o servidor o que guardar.',
  fromJoinLarge:
    'Quem tem o link chega à porta, e só o servidor impede que veja o que foi dito antes de entrar: com tantos lugares, as chaves não mudam.',
  closed: 'O link está fechado: não abre mais nada.',
  closedForTwo:
    'O link está fechado: não abre mais nada; se alguém perder o navegador, “Novo link” no menu permite que entre de novo.',
  removal: 'Quem é removido não pode ler o que é dito depois que as chaves mudam.',
  removalDue:
    'Alguém foi removido e ainda pode ler o que é dito, até a página de um anfitrião mudar as chaves.',
  large: `Com mais de ${formatNumber(ROTATION_SEATS_MAX)} lugares ocupados, uma remoção muda o link, e não as chaves: o link antigo não deixa ninguém entrar; quem foi removido mantém o que podia ler.`,
  largeDue: 'Alguém foi removido e ainda pode entrar pelo link, até a página de um anfitrião mudá-lo.',
  forgets:
    'Este navegador não consegue guardar chaves: se você recarregar a página, entra de novo pelo link, em outro lugar.',
  forgetsAtDoor:
    'Este navegador não consegue guardar chaves: se você recarregar a página, precisam deixar você entrar de novo, e quem criou a sala não consegue mais entrar.',
  forgetsAll:
    'Este navegador não consegue guardar chaves: se você recarregar a página, não consegue mais entrar sem um link novo.',
}
