import { ACCOUNT_ROOMS_MAX } from '../../../protocol/account-limits.ts'
import { TITLE_MAX } from '../../../protocol/limits.ts'
import type { accountRoomsTexts as English } from '../en/account-rooms.ts'
import { formatCount, formatDuration, formatNumber } from '../index.ts'
import { inviteLinkTexts } from './invite-link.ts'
import { roomOptionsTexts } from './room-options.ts'

const MESSAGES = { one: 'mensaje', many: 'de mensajes', other: 'mensajes' }
const PEOPLE = { one: 'persona', other: 'personas' }

/** The texts of the dashboard, in Spanish. */
export const accountRoomsTexts: typeof English = {
  page: 'Tus salas · private-chat',
  title: 'Tus salas',
  loading: 'Cargando tus salas…',
  again: 'Reintentar',
  stale: 'No se pudo actualizar la lista. Puede que lo que ves no esté al día.',
  loggedOut:
    'Se cerró tu sesión. Lo que escribiste se conserva en esta pestaña hasta que vuelvas a iniciarla, salvo la contraseña.',
  logIn: 'Volver a iniciar sesión',
  emptyTitle: 'Aún no hay salas',
  emptyText:
    'Pon título y hora de cierre a tu primera sala. Recibirás un enlace para compartir. Quien lo abra antes de tiempo espera hasta que la sala abra.',
  groups: { open: 'Abiertas ahora', scheduled: 'Programadas', closed: 'Cerradas' },
  toForm: 'Programar una sala',

  present: (number) => (number === 0 ? 'no hay nadie' : `${formatNumber(number)} en la sala`),
  messages: (number) => formatCount(number, MESSAGES),
  upTo: (number) => `hasta ${formatCount(number, PEOPLE)}`,
  withPassword: 'con contraseña',
  locked: 'bloqueada',
  encrypted: 'cifrada de extremo a extremo',
  readable: 'transcripción legible',
  closes: (when) => `cierra: ${when}`,
  closed: (when) => `cerró: ${when}`,
  keptUntil: (when) => `se conserva hasta: ${when}`,
  closedAndKept: (closed, keptUntil) => `${closed}, ${keptUntil}`,
  span: (from, to) => `${from} – ${to}`,

  enter: 'Entrar',
  copyLink: 'Copiar enlace',
  linkCopied: 'Enlace copiado',
  copyInvitation: 'Copiar invitación',
  invitationCopied: 'Invitación copiada',
  calendar: 'Archivo de calendario',
  more: 'Más',
  moreOf: (title) => `Más sobre ${title}`,
  edit: 'Editar',
  sameAgain: 'Repetir la próxima semana',
  endNow: 'Cerrar ahora',
  remove: 'Eliminar',
  transcript: 'Transcripción',
  formats: { json: 'JSON', csv: 'CSV', markdown: 'Markdown' },
  transcriptAs: (format) => `Transcripción en ${format}`,
  opening: 'Descifrando los mensajes en este navegador…',
  madeHere: 'La transcripción se crea en este navegador, con la clave que se guarda aquí.',
  marked: (number) =>
    `La transcripción está guardada. Contiene ${formatCount(number, { one: 'mensaje marcado', other: 'mensajes marcados' })}: no se pudieron descifrar con las claves de esta sala, llegaron dos veces o no estaban cifrados.`,
  odd: {
    unreadable: '(Este mensaje no se pudo descifrar con las claves de la sala, o es copia de uno anterior.)',
    plain: (text) => `(Sin cifrar) ${text}`,
  },
  saved: 'La transcripción está guardada.',
  archive: {
    save: 'Guardar con archivos',
    loading: 'Cargando los archivos…',
    progress: 'Cargando los archivos de esta sala',
    paused: 'Esperando a la sala. Continuará por sí solo.',
    stop: 'Detener',
    stopped: 'Detenido. No se guardó nada.',
    none: 'En esta sala no hay archivos.',
    failed: 'No se pudo guardar todo junto. Revisa tu conexión e inténtalo de nuevo.',
    saved: 'La transcripción y todos los archivos están guardados en un solo archivo.',
    missing: (name) => `${name} (falta)`,
    incomplete: (number) =>
      `Está guardado, pero ${formatCount(number, { one: 'archivo no se pudo cargar', other: 'archivos no se pudieron cargar' })}: en su lugar, la transcripción dice “falta”.`,
  },
  unkept: (title) =>
    `Este navegador no guarda nada de este sitio. Copia ahora el enlace de “${title}”: si cierras esta página, su clave se pierde.`,
  key: {
    missing:
      'La clave de esta sala no está en este navegador. Pega aquí el enlace completo, por ejemplo de una invitación que enviaste, y este navegador volverá a guardarla.',
    label: inviteLinkTexts.label,
    button: 'Guardar su clave',
    taken: (title) => `La clave de “${title}” vuelve a estar en este navegador.`,
    noLink: inviteLinkTexts.noLink,
    otherRoom: 'Este enlace es de otra sala. Pega el de esta.',
    notWhole: inviteLinkTexts.notWhole,
    wrongKey: 'Esta clave no es de esta sala: el enlace está dañado. Cópialo otra vez de donde se envió.',
    needsPassword:
      'Este enlace va con una contraseña. Abre la sala una vez con ambos en este navegador, y guardará la clave.',
    fromFile: 'O toma sus claves de un archivo que guardaste:',
    noKeyFile: 'No es un archivo de claves de este sitio.',
    saveFile: 'Guardar archivo de claves',
    fileSaved:
      'Las claves están guardadas. Quien tenga el archivo puede leer lo que se dice en la sala: guárdalo donde nadie más lo encuentre.',
    save: 'Guardar invitación',
    saveHint:
      'El archivo de calendario y la invitación guardada contienen el enlace completo con su clave: guárdalos donde nadie más los encuentre.',
    saved: 'Está guardada. El archivo contiene la clave de la sala: guárdalo donde nadie más lo encuentre.',
    inFile:
      'La parte del enlace después de # es la clave de esta sala: quien la tiene puede leer lo que se dice en ella, y sin ella nadie puede. Guarda este archivo donde nadie más lo encuentre.',
  },

  invitation: (room) =>
    [
      `Te invitamos a: ${room.title}`,
      `${room.span} (${room.zone})`,
      '',
      `Entra aquí: ${room.inviteLink}`,
      'No necesitas cuenta. Puedes venir antes: la página te deja entrar cuando la sala abre.',
      ...(room.retention === null ? [] : [room.retention]),
      ...(room.hasPassword ? ['La sala pide una contraseña, que recibirás por separado.'] : []),
    ].join('\n'),
  calendarText: (inviteLink) => `Entra aquí: ${inviteLink}`,

  confirm: {
    end: (title) => `¿Cerrar “${title}” ahora?`,
    endText: (until) =>
      `Todas las personas salen de la sala y nadie puede escribir más. Podrás leer lo que se dijo hasta: ${until}.`,
    endTextGone: 'Todas las personas salen de la sala, y todo lo que se dijo se elimina al momento.',
    endLabel: 'Cerrar sala',
    remove: (title) => `¿Eliminar “${title}”?`,
    removeText: (messages) =>
      `La sala se elimina con ${formatCount(messages, MESSAGES)}, su transcripción y su enlace. Todas las personas salen de ella. No se puede deshacer.`,
    removeLabel: 'Eliminar sala',
    cancelLabel: 'Conservar',
  },
  done: {
    scheduled: (title) => `“${title}” está programada.`,
    opened: (title) => `“${title}” está abierta.`,
    changed: (title) => `“${title}” se ha cambiado.`,
    ended: (title) => `“${title}” se ha cerrado.`,
    removed: (title) => `“${title}” se ha eliminado.`,
  },

  form: {
    title: 'Programar una sala',
    editTitle: 'Editar la sala',
    button: 'Programar sala',
    save: 'Guardar cambios',
    name: 'Título',
    opensAt: 'Abre',
    closesAt: 'Cierra',
    opensHint: 'Déjalo vacío para abrir la sala de inmediato.',
    zone: (zone) => `Las horas son de tu zona horaria: ${zone}.`,
    clock: (skewMs, rightTime) =>
      `El reloj de este equipo ${skewMs > 0 ? 'adelanta' : 'atrasa'} ${formatDuration(
        Math.round(Math.abs(skewMs) / 60_000) * 60,
      )}: la hora correcta es ${rightTime}. Las horas de tus salas siguen la hora correcta.`,
    clockChange: {
      skipped: (meant) => `En ese momento el reloj se adelanta y esta hora no existe. Se entiende ${meant}.`,
      repeated: (meant) =>
        `En ese momento el reloj se atrasa y esta hora se repite. Se entiende la primera, ${meant}.`,
    },
    options: 'Opciones',
    summary: (who, encrypted, retainFor, password) =>
      `${who}, ${encrypted ? 'cifrada' : 'legible'}, después: ${retainFor === 0 ? 'nada' : formatDuration(retainFor)}${password ? ', con contraseña' : ''}`,
    whoAnyone: 'Cualquiera con el enlace',
    whoUpTo: (number) => `Hasta ${formatCount(number, PEOPLE)}`,
    passwordKept: 'Déjalo vacío para conservar la contraseña actual.',
    removePassword: 'Quitar la contraseña',
    reading: 'Cifrado',
    readings: { none: 'Ninguno: el servidor lee todo', e2ee: 'De extremo a extremo' },
    readingHints: {
      none: 'El servidor guarda como texto lo que se dice: puedes leerlo tú, y también quien administra este sitio. Tus invitados lo ven antes de entrar.',
      e2ee: 'La clave se queda en el enlace y el servidor nunca la tiene. Esta página solo la guarda en este navegador: la transcripción se puede crear aquí y en ningún otro lugar, y sin el enlace los mensajes se pierden. Tus invitados ven cuánto tiempo conservas lo que dicen.',
    },
    retain: 'Después del cierre puedes leerla',
    retainHint:
      'Una vez abierta la sala, solo puedes acortar este tiempo, porque quienes entraron ya lo han visto.',
    retainFor: (seconds) => (seconds === 0 ? 'ya no' : formatDuration(seconds)),
    errors: {
      title: `Usa de 1 a ${TITLE_MAX} caracteres visibles.`,
      opensAt: 'Indica fecha y hora, o déjalo vacío para abrir la sala de inmediato.',
      closesAt: 'Elige cuándo cierra la sala.',
      past: 'Esta hora ya pasó. Elige una posterior.',
      order: 'Una sala cierra después de abrir.',
      far: 'Elige una fecha dentro de un año.',
      capacity: roomOptionsTexts.capacityError,
      password: roomOptionsTexts.passwordError,
    },
  },
  refusals: {
    'title-taken': 'Ya tienes una sala con este título. Elige otro.',
    'too-many-rooms': `Tienes ${formatNumber(ACCOUNT_ROOMS_MAX)} salas, que es el límite. Elimina una primero.`,
    'room-not-found': 'Esta sala ya no existe.',
    'room-not-open': 'Esta sala no está abierta.',
    'keys-not-kept':
      'Este navegador no guarda claves: donde la gente toca a la puerta o solo ve lo que se dice desde entonces, no podrías abrir tu propia sala. Elige “Abierta” y “Todo”, o usa una ventana normal en lugar de una privada.',
    'rotate-instead':
      'Este navegador no tiene las claves, o la contraseña, que hacen falta para abrir la puerta. Crea un enlace nuevo en el menú de la sala y abre la puerta allí.',
  },
}
