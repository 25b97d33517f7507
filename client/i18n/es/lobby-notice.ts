import type { lobbyNoticeTexts as English } from '../en/lobby-notice.ts'

/** Why somebody was sent to the lobby, in Spanish. */
export const lobbyNoticeTexts: typeof English = {
  dismiss: 'Cerrar este aviso',
  destroyed: {
    title: 'La sala ya no existe',
    text: 'Todo lo que se dijo en ella se ha eliminado. Puedes abrir una nueva aquí mismo.',
  },
  ended: {
    title: 'La sala se ha cerrado',
    text: 'Ya nadie puede escribir en ella. Lo que se dijo se conserva un tiempo para quien la organizó y después se elimina.',
  },
  erased: {
    title: 'Tu cuenta se ha eliminado',
    text: 'Sus salas, y todo lo que se dijo en ellas, desaparecieron con ella.',
  },
  left: {
    title: 'Saliste de la sala',
    text: 'Tu lugar vuelve a estar libre. Con un enlace abierto puedes regresar mientras haya lugar.',
  },
  errors: {
    'room-not-found': {
      title: 'Esa sala no existe',
      text: 'Se ha quemado, o el enlace está incompleto. Pide un enlace nuevo o abre tu propia sala.',
    },
    'room-full': {
      title: 'Esa sala está llena',
      text: 'Todos los lugares están ocupados. Pide el enlace de una sala más grande, o abre una en Opciones.',
    },
    'room-closed': {
      title: 'Esa sala está cerrada',
      text: 'Ya no puede entrar nadie. Aquí puedes abrir tu propia sala.',
    },
    removed: {
      title: 'Te expulsaron de esa sala',
      text: 'Un anfitrión te expulsó, o no te dejó entrar. Aquí puedes abrir tu propia sala.',
    },
    'turned-away': {
      title: 'No te dejaron entrar',
      text: 'Un anfitrión de esa sala te rechazó. Aquí puedes abrir tu propia sala.',
    },
    'not-shared': {
      title: 'No se pudo tomar lo que compartiste',
      text: 'La aplicación no pudo conservarlo en tu dispositivo. Crea una sala y pégalo o adjúntalo allí.',
    },
  },
}
