import type { sharedMessageTexts as English } from '../en/shared-message.ts'
import { formatList, pickPlural } from '../index.ts'

/** The texts about something that was shared to the app, in Spanish. */
export const sharedMessageTexts: typeof English = {
  title: 'Tu primer mensaje',
  text: 'Estará en el cuadro de mensaje de la sala que crees. Todavía no se ha enviado nada.',
  pictures: (names) =>
    `${pickPlural(names.length, { one: 'Imagen', other: 'Imágenes' })}: ${formatList(names)}`,
  discard: 'Descartarlo',
  lost: {
    title: 'Lo que compartiste ya no está aquí',
    text: 'Nunca se guarda y solo espera unos minutos. Vuelve a compartirlo.',
  },
  lostOnTheWay: 'Lo que compartiste no llegó aquí. Vuelve a copiarlo y pégalo en el cuadro de mensaje.',
}
