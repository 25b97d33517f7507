import type { entryRefusedTexts as English } from '../en/entry-refused.ts'

/** The texts for a person whom a room refuses, in Spanish. */
export const entryRefusedTexts: typeof English = {
  again: 'Reintentar',
  back: 'Volver a entrar',
  lobby: 'Abrir mi propia sala',
  refused: {
    'seat-lost': {
      title: 'Tu lugar vuelve a estar libre',
      text: 'Te ausentaste un rato, saliste en otra pestaña o se cerró tu sesión. Si hay un lugar puedes volver: lo que estabas escribiendo se conserva.',
    },
    unreachable: {
      title: 'No se puede conectar con la sala',
      text: 'Tu dispositivo no pudo conectar con el servidor. Revisa la conexión e inténtalo de nuevo.',
    },
    'room-locked': {
      title: 'Esta sala está bloqueada',
      text: 'Ahora mismo no puede entrar nadie más. Pide al anfitrión que la desbloquee e inténtalo de nuevo.',
    },
    'room-not-found': {
      title: 'Esta sala no existe',
      text: 'Se ha quemado, o el enlace está incompleto. Pide un enlace nuevo.',
    },
    'room-closed': { title: 'Esta sala está cerrada', text: 'Ya no puede entrar nadie.' },
    'room-not-open': {
      title: 'Esta sala aún no está abierta',
      text: 'Llegas antes de tiempo. Inténtalo de nuevo cuando abra.',
    },
    removed: {
      title: 'Te expulsaron',
      text: 'Un anfitrión de esta sala te expulsó, o no te dejó entrar.',
    },
    'link-closed': {
      title: 'Este enlace ya no es válido',
      text: 'Pide uno nuevo.',
    },
    'wrong-link': {
      title: 'Este enlace está incompleto',
      text: 'Le falta una parte. Pide el enlace completo y ábrelo.',
    },
    'too-many-requests': {
      title: 'Un momento',
      text: 'Llegaron demasiadas solicitudes de tu red. Espera un minuto e inténtalo de nuevo.',
    },
    'slow-down': {
      title: 'Un momento',
      text: 'Fue mucho de una vez. Espera un momento e inténtalo de nuevo.',
    },
    busy: {
      title: 'La sala está muy ocupada',
      text: 'Espera un momento e inténtalo de nuevo.',
    },
    'wrong-origin': {
      title: 'El servidor no conoce esta dirección',
      text: 'La toma por otro sitio. Si está detrás de un proxy, quien lo administra tiene que configurar PUBLIC_ORIGIN.',
    },
    'cookies-blocked': {
      title: 'Tu navegador no guarda cookies aquí',
      text: 'Una cookie le dice a la sala cuál es tu lugar, y aún no has tomado ninguno. Permite las cookies de este sitio en los ajustes junto a la dirección e inténtalo de nuevo. Si una ventana privada no las permite, abre el enlace en una normal.',
    },
    'no-key': {
      title: 'Entraste sin una clave',
      text: 'No llegó ninguna que abra esta sala. Pide un enlace nuevo, o vuelve a la puerta.',
    },
  },
  full: {
    title: 'Esta sala está llena',
    text: 'Todos los lugares están ocupados. Si alguien sale, hay uno para ti.',
  },
  embedBlocked: {
    title: 'Tu navegador no guarda cookies en este marco',
    text: 'Una cookie le dice a la sala cuál es tu lugar, y aún no has tomado ninguno. En una pestaña propia, la sala puede guardarla.',
  },
  openTab: 'Abrir en una pestaña',
  other: {
    title: 'No funcionó',
    text: 'Algo salió mal de nuestro lado. Inténtalo de nuevo.',
  },
}
