import type { logNoticesTexts as English } from '../en/log-notices.ts'
import { formatCount, formatDuration, type Parts } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

/** Says what somebody did, or what the reader did. */
const says = <T>(by: T | null, they: string, you: string): Parts<T> => (by === null ? [you] : [by, they])

/** The texts of the lines among the messages, in Spanish. A person who is `null` is the reader. */
export const logNoticesTexts: typeof English = {
  others: (count) => formatCount(count, { one: 'persona más', other: 'personas más' }),
  came: (people, count) => [people, count === 1 ? ' llegó.' : ' llegaron.'],
  left: (people, count) => [people, count === 1 ? ' salió.' : ' salieron.'],
  letIn: (by, people) => [...says(by, ' admitió a ', 'Admitiste a '), people, '.'],
  removed: (by, people) => [...says(by, ' expulsó a ', 'Expulsaste a '), people, '.'],
  madeHost: (by, person) =>
    person === null
      ? says(by, ' te hizo anfitrión.', 'Ahora eres anfitrión.')
      : [...says(by, ' hizo anfitrión a ', 'Hiciste anfitrión a '), person, '.'],
  tookRole: (by, person) =>
    person === null
      ? says(by, ' te quitó el rol de anfitrión.', 'Ya no eres anfitrión.')
      : [...says(by, ' quitó el rol de anfitrión a ', 'Quitaste el rol de anfitrión a '), person, '.'],
  isHost: (person) => says(person, ' ahora es anfitrión.', 'Ahora eres anfitrión.'),
  isNoHost: (person) => says(person, ' ya no es anfitrión.', 'Ya no eres anfitrión.'),
  started: (endsAt) => `La mecha está encendida. Fin de la sala: ${formatTimeOfDay(endsAt)}`,
  end: (endsAt) => `Nuevo fin de la sala: ${formatTimeOfDay(endsAt)}`,
  settings: {
    locked: {
      on: 'La puerta está bloqueada: no puede entrar nadie más.',
      off: 'La puerta está desbloqueada.',
    },
    files: {
      on: 'Aquí se pueden enviar archivos e imágenes.',
      off: 'Un anfitrión desactivó los archivos.',
    },
    quiet: {
      on: 'La sala está en silencio: solo pueden hablar los anfitriones.',
      off: 'Todos pueden hablar de nuevo.',
    },
    door: {
      knock: 'Ahora quien llega toca a la puerta y espera hasta que un anfitrión le deje entrar.',
      open: 'Ahora quien tiene el enlace entra sin tocar a la puerta.',
    },
    slow: (seconds) =>
      seconds === 0
        ? 'Todos pueden escribir de nuevo tan rápido como quieran.'
        : `Ahora se puede escribir una vez cada ${formatDuration(seconds)}.`,
    pinned: 'Un anfitrión fijó un mensaje: está arriba.',
    unpinned: 'Ya no hay ningún mensaje fijado.',
  },
  muted: (by, person, until) => [
    ...(person === null
      ? says(by, ' te silenció', 'Te silenciaste')
      : [...says(by, ' silenció a ', 'Silenciaste a '), person]),
    until === null ? ' hasta nuevo aviso.' : ` hasta: ${formatTimeOfDay(until)}`,
  ],
  unmuted: (by, person) =>
    person === null
      ? says(by, ' te deja hablar de nuevo.', 'Puedes hablar de nuevo.')
      : [...says(by, ' deja hablar de nuevo a ', 'Dejas hablar de nuevo a '), person, '.'],
  renamed: (from, to) => [from, ' ahora es ', to],
  rotated: {
    newLink: (by) =>
      says(
        by,
        ' cambió las claves de esta sala, y con ellas su enlace.',
        'Cambiaste las claves de esta sala, y con ellas su enlace.',
      ),
    sameLink: (by) =>
      says(
        by,
        ' cambió las claves de esta sala. Su enlace se mantiene.',
        'Cambiaste las claves de esta sala. Su enlace se mantiene.',
      ),
    noLink: (by) =>
      says(
        by,
        ' cambió las claves de esta sala. Su enlace está cerrado.',
        'Cambiaste las claves de esta sala. Su enlace está cerrado.',
      ),
  },
  notGiven: (people) => [
    ...[
      'Sin las claves nuevas: ',
      people,
      '. No pueden seguir leyendo; un enlace nuevo permite entrar otra vez.',
    ],
  ],
  linkClosed: 'El enlace está cerrado: ya no abre nada.',
  otherKeys: (by) => [
    'Esta página no aceptó las claves que llegaron de ',
    by,
    ': no son las que puede comprobar. Compara las palabras de seguridad antes de continuar.',
  ],
}
