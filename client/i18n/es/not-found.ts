import type { notFoundTexts as English } from '../en/not-found.ts'

/** The texts for an address that does not exist, in Spanish. */
export const notFoundTexts: typeof English = {
  page: 'No encontrado · private-chat',
  title: 'Aquí no hay nada',
  text: 'Puede que la dirección esté mal escrita, o que lo que había aquí se haya quemado.',
  way: 'Ir al inicio',
}
