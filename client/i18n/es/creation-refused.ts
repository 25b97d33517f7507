import type { creationRefusedTexts as English } from '../en/creation-refused.ts'

/** Why no room could be created, in Spanish: by code. */
export const creationRefusedTexts: typeof English = {
  'too-many-requests': 'Fueron muchas salas a la vez. Espera un minuto y crea la siguiente.',
  'cookies-blocked':
    'Tu navegador no guarda cookies aquí, y una cookie le dice a la sala cuál es tu lugar. Permite las cookies de este sitio en los ajustes junto a la dirección, o usa una ventana normal en lugar de una privada.',
  'keys-not-kept':
    'Tu navegador no guarda claves aquí: donde la gente toca a la puerta o solo ve lo que se dice desde entonces, no podrías abrir tu propia sala. En “Puerta y reglas” elige “Abierta” y “Todo”, o usa una ventana normal en lugar de una privada.',
  'first-message-not-kept':
    'No se pudo pasar lo que compartiste, así que todavía no hay sala. Inténtalo de nuevo, o descártalo arriba y pégalo en el cuadro de mensaje cuando estés en la sala.',
  'wrong-origin':
    'El servidor toma esta dirección por otro sitio. Si está detrás de un proxy, quien lo administra tiene que configurar PUBLIC_ORIGIN.',
  other: 'No se pudo crear la sala. Inténtalo de nuevo por https o en localhost.',
}
