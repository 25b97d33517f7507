import type { logNoticesTexts as English } from '../en/log-notices.ts'
import { formatCount, formatDuration, type Parts } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

/** Says what somebody did, or what the reader did. In Portuguese both have one form. */
const says = <T>(by: T | null, what: string): Parts<T> => [by ?? 'Você', what]

/** The texts of the lines among the messages, in Brazilian Portuguese. A person who is `null` is the reader. */
export const logNoticesTexts: typeof English = {
  others: (count) => `mais ${formatCount(count, { one: 'pessoa', other: 'pessoas' })}`,
  came: (people, count) => [people, count === 1 ? ' chegou.' : ' chegaram.'],
  left: (people, count) => [people, count === 1 ? ' saiu.' : ' saíram.'],
  letIn: (by, people) => [...says(by, ' permitiu a entrada de '), people, '.'],
  removed: (by, people) => [...says(by, ' removeu '), people, '.'],
  madeHost: (by, person) =>
    person === null
      ? [by ?? 'Você', ' deu a você a função de anfitrião.']
      : [...says(by, ' deu a função de anfitrião a '), person, '.'],
  tookRole: (by, person) =>
    person === null
      ? [by ?? 'Você', ' tirou de você a função de anfitrião.']
      : [...says(by, ' tirou a função de anfitrião de '), person, '.'],
  isHost: (person) => (person === null ? ['Agora você é anfitrião.'] : [person, ' agora é anfitrião.']),
  isNoHost: (person) =>
    person === null ? ['Você não é mais anfitrião.'] : [person, ' não é mais anfitrião.'],
  started: (endsAt) => `O pavio está aceso. Fim da sala: ${formatTimeOfDay(endsAt)}.`,
  end: (endsAt) => `Novo fim da sala: ${formatTimeOfDay(endsAt)}.`,
  settings: {
    locked: { on: 'A porta está trancada: mais ninguém pode entrar.', off: 'A porta está destrancada.' },
    files: {
      on: 'Aqui é possível enviar arquivos e imagens.',
      off: 'Um anfitrião desativou os arquivos.',
    },
    quiet: {
      on: 'A sala está em silêncio: só anfitriões podem falar.',
      off: 'Todos podem falar de novo.',
    },
    door: {
      knock: 'Agora quem chega bate à porta e espera até um anfitrião deixar entrar.',
      open: 'Agora quem tem o link entra sem bater à porta.',
    },
    slow: (seconds) =>
      seconds === 0
        ? 'Todos podem escrever de novo tão rápido quanto quiserem.'
        : `Agora dá para escrever uma vez a cada ${formatDuration(seconds)}.`,
    pinned: 'Um anfitrião fixou uma mensagem: ela está no topo.',
    unpinned: 'Não há mais nenhuma mensagem fixada.',
  },
  muted: (by, person, until) => [
    ...[by ?? 'Você', ' silenciou ', person ?? 'você'],
    until === null ? ' até nova ordem.' : ` até: ${formatTimeOfDay(until)}.`,
  ],
  unmuted: (by, person) => [by ?? 'Você', ' deixou ', person ?? 'você', ' falar de novo.'],
  renamed: (from, to) => [from, ' agora é ', to],
  rotated: {
    newLink: (by) => says(by, ' mudou as chaves desta sala e, com elas, o link.'),
    sameLink: (by) => says(by, ' mudou as chaves desta sala. O link continua o mesmo.'),
    noLink: (by) => says(by, ' mudou as chaves desta sala. O link está fechado.'),
  },
  notGiven: (people) => [
    ...['Sem as novas chaves: ', people, '. Não podem continuar lendo; um novo link permite entrar de novo.'],
  ],
  linkClosed: 'O link está fechado: não abre mais nada.',
  otherKeys: (by) => [
    'Esta página não aceitou as chaves que vieram de ',
    by,
    ': não são as que ela pode conferir. Compare as palavras de segurança antes de continuar.',
  ],
}
