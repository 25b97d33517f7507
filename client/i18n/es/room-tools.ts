import type { roomToolsTexts as English } from '../en/room-tools.ts'
import { formatDuration, formatNumber, pickPlural } from '../index.ts'

/** The texts of a room's menu and dialogs, in Spanish. */
export const roomToolsTexts: typeof English = {
  keep: 'Conservarla',
  stay: 'Quedarme',
  refusals: {
    'not-allowed': 'Solo un anfitrión puede hacerlo.',
    'not-signed-in':
      'Se cerró tu sesión. Cierra esto y vuelve a iniciarla: el botón está encima del cuadro de texto.',
    'host-present': 'Un anfitrión estuvo aquí en los últimos dos minutos. Inténtalo de nuevo en un momento.',
    'not-away': 'Ha vuelto, o estaba aquí hace un momento: conserva su lugar.',
  },
  destroy: {
    title: '¿Destruir esta sala?',
    text: 'Todas las personas salen al momento y se eliminan todos los mensajes. No se puede deshacer.',
    transcript: 'También se elimina la transcripción para quien la organiza.',
    confirmLabel: 'Destruir',
  },
  leave: {
    title: '¿Salir de esta sala?',
    draft: 'Lo que escribiste aún no se ha enviado y se perderá.',
    waiting: (count) =>
      pickPlural(count, {
        one: 'Un mensaje aún no se ha enviado y se perderá.',
        other: `${formatNumber(count)} mensajes aún no se han enviado y se perderán.`,
      }),
    handOver: 'La persona que elijas será anfitrión.',
    longest: 'Quien lleve más tiempo aquí será anfitrión.',
    heir: 'Dejar la sala a',
    seat: 'Tu lugar queda libre. Solo con un enlace abierto puedes volver a entrar, igual que cualquiera.',
    locked: 'La puerta está bloqueada: no puedes volver hasta que el anfitrión la desbloquee.',
    confirmLabel: 'Salir',
  },
  remove: {
    title: (alias) => `¿Expulsar a ${alias}?`,
    text: 'Sale al momento y no puede volver con el mismo lugar. Lo que dijo se queda.',
    sameLink:
      'Con el enlace que tiene puede volver a entrar, con otro nombre, hasta que se bloquee la puerta.',
    locked: 'La puerta está bloqueada: con el enlace que tiene no puede volver a entrar.',
    lock: 'Bloquear antes la puerta',
    lockHint: 'Así nadie más puede entrar, hasta que la desbloquees en el menú de esta sala.',
    confirmLabel: 'Expulsar',
    cancelLabel: 'Dejar que se quede',
    done: (alias, locked) =>
      locked ? `La puerta está bloqueada y expulsaste a ${alias}.` : `Expulsaste a ${alias}.`,
  },
  away: {
    title: 'Ausentes, con un lugar',
    list: 'Personas ausentes',
    about: (alias, since) => `${alias}, ${since}`,
    since: (time) => `ausente desde: ${time}`,
    soon: 'Puedes liberar este lugar cuando pase un minuto.',
    freeOne: (alias) => `Liberar el lugar de ${alias}`,
    ask: (alias) => `¿Liberar el lugar de ${alias}?`,
    text: 'Su lugar pasa a la próxima persona que llegue. No es una expulsión: con un enlace abierto puede volver mientras haya lugar. Lo que dijo se queda.',
    confirmLabel: 'Liberar lugar',
    cancelLabel: 'Guardárselo',
    done: (alias) => `El lugar de ${alias} está libre.`,
  },
  menu: 'Esta sala',
  becomeHost: 'Ser anfitrión',
  noHost: 'No hay ningún anfitrión aquí.',
  nowHost: 'Ahora eres anfitrión.',
  rules: {
    open: 'Reglas de esta sala',
    quiet: 'En silencio',
    quietHint: 'Solo hablan los anfitriones.',
    files: 'Archivos e imágenes',
    filesHint: 'Se pueden enviar aquí.',
    slow: 'Un mensaje cada',
    off: 'No',
    seconds: (seconds) => (seconds < 60 ? `${formatNumber(seconds)} s` : `${formatNumber(seconds / 60)} min`),
    done: 'Listo',
  },
  ends: (when) => `Se quema: ${when}`,
  closes: (when) => `Cierra: ${when}`,
  endsSliding: (lifetime) => `Se quema ${formatDuration(lifetime)} después del último mensaje.`,
  lock: 'Bloquear la puerta',
  lockHint: 'No puede entrar nadie más. Quienes están aquí se quedan.',
  door: {
    label: 'Hay que tocar a la puerta',
    hint: 'Quien viene por el enlace espera en la puerta hasta que un anfitrión le deje entrar.',
    fromJoin: 'No puede leer lo que se dijo antes.',
    noLink: 'El enlace está cerrado: no hay ninguno con el que alguien pueda llegar a la puerta.',
    refusals: {
      'password-required':
        'Este navegador no sabe la contraseña del enlace. Crea primero un enlace nuevo y luego abre la puerta.',
      'keys-not-kept':
        'Tu navegador no guarda claves aquí: tras recargar no podrías dejar entrar a nadie. Usa una ventana normal en lugar de una privada.',
      'wrong-link': 'Alguien en la puerta vino por otro enlace y no pudo entrar.',
    },
  },
  shareLink: 'Enlace y código QR',
  rename: {
    change: 'Cambiar nombre',
    done: (alias) => `Ahora te llamas ${alias}.`,
    refusals: {
      'alias-taken': 'Alguien aquí tiene ese nombre, o habló con él. Elige otro.',
      'invalid-request': 'Se parece a un rol, a “Tú” o al nombre de este sitio. Elige otro.',
    },
  },
  safety: {
    title: 'Palabras de seguridad',
    text: 'Compara estas cinco palabras con la otra persona, leyéndolas por ejemplo por teléfono. Las mismas palabras significan el mismo enlace: no hay nadie en medio.',
    show: 'Mostrar las palabras de seguridad',
    busy: 'Un momento…',
    failed: 'No se pudieron cargar. Revisa tu conexión e inténtalo de nuevo.',
    numbers: 'Para quien lee en otro idioma, como números:',
  },
  safetyOfPeople: {
    text: 'Cada persona tiene cinco palabras propias. Llama a la otra persona o queda con ella: te lee las suyas y después tú le lees las tuyas. Si las dos ven las mismas aquí, no hay nadie en medio. No cambian mientras alguien conserva su lugar, así que basta con una vez.',
    list: 'Palabras de seguridad de quienes están aquí',
    you: 'tú',
    show: 'Mostrar palabras',
    showOf: (alias) => `Mostrar las palabras de ${alias}`,
    showOwn: 'Mostrar tus palabras',
    noKey: 'Sin palabras: no se pudo leer su clave.',
  },
  build: {
    check: (version, commit, isChanged) =>
      `Versión ${version}, ${commit === null ? 'de un commit desconocido' : `commit ${commit}`}${isChanged ? ', modificada después' : ''}: compruébala desde un equipo tuyo con`,
    unknown: 'Esta página no dice de qué versión es.',
  },
  privacy: 'Qué es privado y qué no',
  keptInEu: 'Se conserva en la UE: la plataforma ejecuta allí esta sala y guarda allí lo que tiene de ella.',
  removables: 'Personas que puedes expulsar',
  removablesTitle: 'Quién está aquí',
  removeOne: (alias) => `Expulsar a ${alias}`,
  share: {
    title: 'Invitar a esta sala',
    two: 'El enlace deja entrar a una persona más.',
    some: 'Cualquiera con el enlace puede entrar mientras haya lugar.',
    full: 'Todos los lugares están ocupados: el enlace deja entrar a alguien cuando uno quede libre.',
    free: 'En el menú puedes liberar el lugar de alguien ausente.',
    locked: 'La puerta está bloqueada: nadie más puede entrar hasta que se desbloquee.',
    password: 'También necesitarán la contraseña.',
    code: 'Código QR del enlace a esta sala',
    scan: 'O apunta a este código con la cámara de un teléfono.',
    tooLong: 'El enlace es demasiado largo para un código QR.',
    system: 'Compartir…',
  },
}
