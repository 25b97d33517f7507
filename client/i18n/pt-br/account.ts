import { ACCOUNT_PASSWORD, RECOVERY_CODES } from '../../../protocol/account-limits.ts'
import type { accountTexts as English } from '../en/account.ts'
import { formatCount } from '../index.ts'

/** The texts of signing up, logging in and the page of the account, in Brazilian Portuguese. */
export const accountTexts: typeof English = {
  email: 'E-mail',
  password: 'Senha',
  emailError: 'Use um endereço de e-mail, como ada@example.com.',
  newPasswordHint: `Pelo menos ${ACCOUNT_PASSWORD.min} caracteres. Algumas palavras em sequência são uma boa senha.`,
  newPasswordError: `Use de ${ACCOUNT_PASSWORD.min} a ${ACCOUNT_PASSWORD.max} caracteres.`,
  newPasswordTooCommon:
    'Esta senha é fácil de adivinhar: é uma das mais comuns ou parte do seu endereço. Use outra, como algumas palavras em sequência.',
  nav: 'Suas páginas',
  rooms: 'Salas',
  account: 'Conta',
  logOut: 'Sair',
  cookiesBlocked:
    'Seu navegador não guarda cookies aqui, e é um cookie que mantém você conectado. Permita os cookies deste site nas configurações ao lado do endereço e tente de novo.',

  signUp: {
    page: 'Criar conta · private-chat',
    title: 'Salas para os seus grupos',
    text: 'Com uma conta você agenda salas, vê quem está nelas e guarda o que foi dito pelo tempo que decidir. Nenhum e-mail é enviado para o seu endereço.',
    button: 'Criar conta',
    other: 'Já tem uma conta?',
    linkLabel: 'Entre',
  },
  logIn: {
    page: 'Entrar · private-chat',
    title: 'Olá de novo',
    text: 'Entre para ver suas salas agendadas.',
    button: 'Entrar',
    other: 'Ainda não tem conta?',
    linkLabel: 'Crie uma',
    forgotten: 'Esqueceu a senha?',
    recover: 'Use um código de recuperação',
  },
  recover: {
    page: 'Recuperar sua conta · private-chat',
    title: 'Defina uma nova senha',
    text: `Cada um dos seus códigos de recuperação mais recentes permite entrar uma vez. Ao usar um, sua sessão termina em todos os outros dispositivos e você recebe ${RECOVERY_CODES.count} novos.`,
    code: 'Código de recuperação',
    codeHint: 'Por exemplo, k3v9-02mq-8xhd-p7tz. Funciona só uma vez.',
    newPassword: 'Nova senha',
    button: 'Definir senha e entrar',
    wrong: 'Este endereço e este código não combinam, ou o código já foi usado.',
    other: 'Lembrou da senha?',
    linkLabel: 'Entre',
  },
  codes: {
    page: 'Seus códigos de recuperação · private-chat',
    title: 'Guarde estes códigos',
    text: 'Se você esquecer a senha, cada um destes códigos permite entrar uma vez. Eles aparecem agora e nunca mais, e não há outro jeito de voltar.',
    list: 'Códigos de recuperação',
    copy: 'Copiar todos',
    copied: 'Códigos de recuperação copiados',
    save: 'Salvar como arquivo',
    file: 'private-chat-codigos-de-recuperacao',
    fileHead: (host) => `Códigos de recuperação de ${host}; cada um funciona uma vez:\n\n`,
    kept: 'Já guardei',
  },
  settings: {
    page: 'Conta · private-chat',
    title: 'Conta',
    loading: 'Carregando sua conta…',
    about: (email, day) => `${email}, desde ${day}`,
    again: 'Tentar de novo',
    password: {
      title: 'Senha',
      text: 'Ao mudar a senha, sua sessão termina em todos os outros dispositivos, também nas suas salas. Você recebe novos códigos de recuperação, e os antigos deixam de funcionar.',
      current: 'Senha atual',
      next: 'Nova senha',
      button: 'Mudar senha',
      done: 'Sua senha mudou, e a sessão terminou em todos os outros dispositivos. Guarde seus novos códigos de recuperação.',
    },
    sessions: {
      title: 'Onde sua conta está aberta',
      list: 'Dispositivos',
      device: (browser, system) => (system === null ? browser : `${browser} no ${system}`),
      unknownBrowser: 'Navegador desconhecido',
      here: 'Este dispositivo',
      seen: (when) => `último uso: ${when}`,
      end: 'Sair lá',
      endNamed: (device) => `Sair em ${device}`,
      ended: (device) => `A sessão em ${device} terminou.`,
      endOthers: 'Sair de todos os outros',
      endedOthers: 'A sessão terminou em todos os outros dispositivos.',
      alone: 'Sua conta não está aberta em nenhum outro lugar.',
    },
    codes: {
      title: 'Códigos de recuperação',
      left: (count) =>
        count === 0
          ? 'Não resta nenhum. Sem um código, não dá para trocar uma senha esquecida.'
          : `Você ainda tem ${formatCount(count, { one: 'código', other: 'códigos' })}.`,
      make: 'Criar novos códigos',
      askTitle: `Criar ${RECOVERY_CODES.count} novos códigos?`,
      askText: 'Seus códigos antigos deixam de funcionar na hora.',
      yes: 'Criar códigos',
    },
    everything: {
      title: 'Seus dados',
      text: 'A conta, suas salas e todas as mensagens delas, em um arquivo JSON. As mensagens de salas criptografadas continuam criptografadas nele.',
      download: 'Baixar tudo',
    },
    remove: {
      title: 'Excluir a conta',
      text: 'Isso exclui todas as salas, todas as mensagens e a própria conta.',
      button: 'Excluir tudo…',
      askTitle: 'Excluir tudo?',
      askText:
        'Isso encerra todas as suas salas, também as abertas, e exclui todas as mensagens, os códigos de recuperação e a conta. Não dá para desfazer.',
      yes: 'Excluir tudo',
    },
  },
}
