import type { shownKeyTexts as English } from '../en/shown-key.ts'

/** The texts about the key in an invite link that was opened, in Spanish. */
export const shownKeyTexts: typeof English = {
  title: 'El servidor ha visto la clave de esta sala',
  text: 'Algo entre quien te envió el enlace y tú cambió el # del enlace por %23, así que tu navegador envió la clave junto con la dirección. Quien administra este servidor podría leer lo que se dice aquí.',
  advice:
    'Si eso te importa, no digas nada secreto aquí: crea una sala nueva y envía su enlace de otra manera, por ejemplo como código QR.',
  renew:
    'O mira quién está aquí y crea un enlace nuevo: quien solo conozca el anterior no podrá leer lo que se diga desde entonces.',
  newLink: 'Enlace nuevo',
  stay: 'Quedarme en esta sala',
  newRoom: 'Crear una sala nueva',
  wrong:
    'La clave de este enlace está dañada: nadie aquí puede leer lo que escribes, ni tú lo que escriben los demás. Abre el enlace completo.',
}
