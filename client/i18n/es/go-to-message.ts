import type { goToMessageTexts as English } from '../en/go-to-message.ts'

/** The texts on the way to a message, in Spanish. */
export const goToMessageTexts: typeof English = {
  loading: 'Cargando los mensajes hasta ahí…',
  gone: 'Ese mensaje es de antes de que llegaras, o ya no está.',
  failed: 'No se pudo cargar ese mensaje. Revisa tu conexión e inténtalo de nuevo.',
}
