import type { embedTexts as English } from '../en/embed.ts'

/** The texts of a room in a frame of another site, in Spanish. */
export const embedTexts: typeof English = {
  page: 'private-chat',
  caution:
    'El sitio que contiene este marco conoce el enlace que abrió aquí, con su clave, y puede usarlo como cualquiera que lo tenga.',
  way: 'Abrir private-chat en una pestaña',
  over: {
    destroyed: { title: 'La sala ya no existe', text: 'Todo lo que se dijo en ella se ha eliminado.' },
    ended: {
      title: 'La sala se ha cerrado',
      text: 'Ya nadie puede escribir en ella. Lo que se dijo se conserva un tiempo para quien la organizó y después se elimina.',
    },
    removed: {
      title: 'Te expulsaron de esta sala',
      text: 'Un anfitrión te expulsó, o no te dejó entrar.',
    },
    'turned-away': { title: 'No te dejaron entrar', text: 'Un anfitrión de esta sala te rechazó.' },
    left: {
      title: 'Saliste de la sala',
      text: 'Tu lugar vuelve a estar libre. Para regresar, carga de nuevo la página que contiene este marco.',
    },
    missing: {
      title: 'Esta sala no existe',
      text: 'La dirección de este marco no es de ninguna sala, o no está completa.',
    },
  },
}
