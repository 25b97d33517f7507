import { ACCOUNT_ROOMS_MAX } from '../../../protocol/account-limits.ts'
import { TITLE_MAX } from '../../../protocol/limits.ts'
import type { accountRoomsTexts as English } from '../en/account-rooms.ts'
import { formatCount, formatDuration, formatNumber } from '../index.ts'
import { inviteLinkTexts } from './invite-link.ts'
import { roomOptionsTexts } from './room-options.ts'

const MESSAGES = { one: 'mensagem', many: 'de mensagens', other: 'mensagens' }
const PEOPLE = { one: 'pessoa', other: 'pessoas' }

/** The texts of the dashboard, in Brazilian Portuguese. */
export const accountRoomsTexts: typeof English = {
  page: 'Suas salas · private-chat',
  title: 'Suas salas',
  loading: 'Carregando suas salas…',
  again: 'Tentar de novo',
  stale: 'Não foi possível atualizar a lista. O que você vê pode estar desatualizado.',
  loggedOut:
    'Sua sessão foi encerrada. O que você digitou fica guardado nesta aba até você entrar de novo, exceto a senha.',
  logIn: 'Entrar de novo',
  emptyTitle: 'Nenhuma sala ainda',
  emptyText:
    'Dê à sua primeira sala um título e uma hora para fechar. Você recebe um link para compartilhar. Quem abrir antes da hora espera até a sala abrir.',
  groups: { open: 'Abertas agora', scheduled: 'Agendadas', closed: 'Fechadas' },
  toForm: 'Agendar uma sala',

  present: (number) => (number === 0 ? 'ninguém aqui' : `${formatNumber(number)} aqui agora`),
  messages: (number) => (number === 0 ? 'nenhuma mensagem' : formatCount(number, MESSAGES)),
  upTo: (number) => `até ${formatCount(number, PEOPLE)}`,
  withPassword: 'com senha',
  locked: 'trancada',
  encrypted: 'criptografada de ponta a ponta',
  readable: 'transcrição legível',
  closes: (when) => `fecha: ${when}`,
  closed: (when) => `fechou: ${when}`,
  keptUntil: (when) => `guardada até: ${when}`,
  closedAndKept: (closed, keptUntil) => `${closed}, ${keptUntil}`,
  span: (from, to) => `${from} – ${to}`,

  enter: 'Entrar',
  copyLink: 'Copiar link',
  linkCopied: 'Link copiado',
  copyInvitation: 'Copiar convite',
  invitationCopied: 'Convite copiado',
  calendar: 'Arquivo de calendário',
  more: 'Mais',
  moreOf: (title) => `Mais sobre ${title}`,
  edit: 'Editar',
  sameAgain: 'Repetir na próxima semana',
  endNow: 'Encerrar agora',
  remove: 'Excluir',
  transcript: 'Transcrição',
  formats: { json: 'JSON', csv: 'CSV', markdown: 'Markdown' },
  transcriptAs: (format) => `Transcrição em ${format}`,
  opening: 'Abrindo as mensagens neste navegador…',
  madeHere: 'A transcrição é feita neste navegador, com a chave que está guardada aqui.',
  marked: (number) =>
    `A transcrição foi salva. Ela contém ${formatCount(number, { one: 'mensagem marcada', other: 'mensagens marcadas' })}: não puderam ser abertas com as chaves desta sala, chegaram duas vezes ou não estavam criptografadas.`,
  odd: {
    unreadable: '(Esta mensagem não pôde ser aberta com as chaves da sala, ou é cópia de uma anterior.)',
    plain: (text) => `(Sem criptografia) ${text}`,
  },
  saved: 'A transcrição foi salva.',
  archive: {
    save: 'Salvar com arquivos',
    loading: 'Carregando os arquivos…',
    progress: 'Carregando os arquivos desta sala',
    paused: 'Esperando a sala. Continua sozinho.',
    stop: 'Parar',
    stopped: 'Parado. Nada foi salvo.',
    none: 'Não há arquivos nesta sala.',
    failed: 'Não foi possível salvar tudo. Confira sua conexão e tente de novo.',
    saved: 'A transcrição e todos os arquivos foram salvos em um só arquivo.',
    missing: (name) => `${name} (falta)`,
    incomplete: (number) =>
      `Foi salvo, mas ${formatCount(number, { one: 'arquivo não pôde ser carregado', other: 'arquivos não puderam ser carregados' })}: no lugar, a transcrição diz “falta”.`,
  },
  unkept: (title) =>
    `Este navegador não guarda nada deste site. Copie o link de “${title}” agora: se você fechar esta página, a chave se perde.`,
  key: {
    missing:
      'A chave desta sala não está neste navegador. Cole aqui o link inteiro, por exemplo de um convite que você enviou, e este navegador guarda a chave de novo.',
    label: inviteLinkTexts.label,
    button: 'Guardar a chave',
    taken: (title) => `A chave de “${title}” está de novo neste navegador.`,
    noLink: inviteLinkTexts.noLink,
    otherRoom: 'Este link é de outra sala. Cole o link desta sala.',
    notWhole: inviteLinkTexts.notWhole,
    wrongKey: 'Esta chave não é desta sala: o link está danificado. Copie de novo de onde ele foi enviado.',
    needsPassword:
      'Este link precisa de uma senha. Abra a sala uma vez com os dois neste navegador, e ele guarda a chave.',
    fromFile: 'Ou use as chaves de um arquivo que você salvou:',
    noKeyFile: 'Este não é um arquivo de chaves deste site.',
    saveFile: 'Salvar arquivo de chaves',
    fileSaved:
      'As chaves foram salvas. Quem tiver o arquivo pode ler o que é dito na sala: guarde onde mais ninguém possa encontrar.',
    save: 'Salvar convite',
    saveHint:
      'O arquivo de calendário e o convite salvo contêm o link inteiro e a chave: guarde onde mais ninguém possa encontrar.',
    saved: 'Foi salvo. O arquivo contém a chave da sala: guarde onde mais ninguém possa encontrar.',
    inFile:
      'A parte do link depois de # é a chave desta sala: quem tem essa chave pode ler o que é dito ali, e sem ela ninguém pode. Guarde este arquivo onde mais ninguém possa encontrar.',
  },

  invitation: (room) =>
    [
      `Você recebeu um convite: ${room.title}`,
      `${room.span} (${room.zone})`,
      '',
      `Entre aqui: ${room.inviteLink}`,
      'Você não precisa de conta. Pode chegar antes: a página deixa você entrar quando a sala abrir.',
      ...(room.retention === null ? [] : [room.retention]),
      ...(room.hasPassword ? ['A sala pede uma senha, que você recebe separadamente.'] : []),
    ].join('\n'),
  calendarText: (inviteLink) => `Entre aqui: ${inviteLink}`,

  confirm: {
    end: (title) => `Encerrar “${title}” agora?`,
    endText: (until) =>
      `Todas as pessoas saem da sala e ninguém mais pode escrever. Você pode ler o que foi dito até: ${until}.`,
    endTextGone: 'Todas as pessoas saem da sala, e tudo o que foi dito é excluído na hora.',
    endLabel: 'Encerrar',
    remove: (title) => `Excluir “${title}”?`,
    removeText: (messages) =>
      `A sala é excluída com as mensagens (${formatNumber(messages)}), a transcrição e o link. Todas as pessoas saem dela. Não dá para desfazer.`,
    removeLabel: 'Excluir',
    cancelLabel: 'Manter',
  },
  done: {
    scheduled: (title) => `“${title}” foi agendada.`,
    opened: (title) => `“${title}” está aberta.`,
    changed: (title) => `“${title}” foi alterada.`,
    ended: (title) => `“${title}” foi encerrada.`,
    removed: (title) => `“${title}” foi excluída.`,
  },

  form: {
    title: 'Agendar uma sala',
    editTitle: 'Editar a sala',
    button: 'Agendar sala',
    save: 'Salvar alterações',
    name: 'Título',
    opensAt: 'Abre',
    closesAt: 'Fecha',
    opensHint: 'Deixe vazio para abrir a sala agora mesmo.',
    zone: (zone) => `Os horários estão no seu fuso: ${zone}.`,
    clock: (skewMs, rightTime) =>
      `O relógio deste computador está ${formatDuration(Math.round(Math.abs(skewMs) / 60_000) * 60)} ${
        skewMs > 0 ? 'adiantado' : 'atrasado'
      }: a hora certa é ${rightTime}. Os horários das suas salas seguem a hora certa.`,
    clockChange: {
      skipped: (meant) => `Nesse momento os relógios são adiantados e essa hora não existe. Vale ${meant}.`,
      repeated: (meant) =>
        `Nesse momento os relógios são atrasados e essa hora se repete. Vale a primeira, ${meant}.`,
    },
    options: 'Opções',
    summary: (who, encrypted, retainFor, password) =>
      `${who}, ${encrypted ? 'criptografada' : 'legível'}, depois: ${retainFor === 0 ? 'nada' : formatDuration(retainFor)}${password ? ', com senha' : ''}`,
    whoAnyone: 'Qualquer pessoa com o link',
    whoUpTo: (number) => `Até ${formatCount(number, PEOPLE)}`,
    passwordKept: 'Deixe vazio para manter a senha atual.',
    removePassword: 'Remover a senha',
    reading: 'Criptografia',
    readings: { none: 'Nenhuma: o servidor lê tudo', e2ee: 'De ponta a ponta' },
    readingHints: {
      none: 'O servidor guarda como texto o que é dito: você pode ler, e quem administra este site também. Seus convidados veem isso antes de entrar.',
      e2ee: 'A chave fica no link, e o servidor nunca a tem. Esta página a guarda apenas neste navegador: a transcrição só pode ser feita aqui, e sem o link as mensagens se perdem. Seus convidados veem por quanto tempo você guarda o que eles dizem.',
    },
    retain: 'Depois do fim você pode ler por',
    retainHint: 'Depois que a sala abre, esse tempo só pode ser encurtado, porque quem entrou já o viu.',
    retainFor: (seconds) => (seconds === 0 ? 'não guardar' : formatDuration(seconds)),
    errors: {
      title: `Use de 1 a ${TITLE_MAX} caracteres visíveis.`,
      opensAt: 'Informe data e hora, ou deixe vazio para abrir a sala agora mesmo.',
      closesAt: 'Escolha quando a sala fecha.',
      past: 'Essa hora já passou. Escolha uma posterior.',
      order: 'Uma sala fecha depois de abrir.',
      far: 'Escolha uma data dentro de um ano.',
      capacity: roomOptionsTexts.capacityError,
      password: roomOptionsTexts.passwordError,
    },
  },
  refusals: {
    'title-taken': 'Você já tem uma sala com esse título. Escolha outro.',
    'too-many-rooms': `Você tem ${formatNumber(ACCOUNT_ROOMS_MAX)} salas, que é o limite. Exclua uma primeiro.`,
    'room-not-found': 'Esta sala já não existe.',
    'room-not-open': 'Esta sala não está aberta.',
    'keys-not-kept':
      'Este navegador não guarda chaves: onde as pessoas batem à porta, ou só veem o que é dito a partir daí, você não conseguiria abrir sua própria sala. Escolha “Aberta” e “Tudo”, ou use uma janela normal em vez de uma anônima.',
    'rotate-instead':
      'Este navegador não tem as chaves, ou a senha, que são necessárias para abrir a porta. Crie um link novo no menu da sala e abra a porta lá.',
  },
}
