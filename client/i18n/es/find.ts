import type { findTexts as English } from '../en/find.ts'
import { formatCount } from '../index.ts'

/** The texts of the search in a room, in Spanish. */
export const findTexts: typeof English = {
  title: 'Buscar en esta sala',
  query: 'Palabras que buscas',
  hint: 'En todo lo que se dijo aquí, hasta donde puedes leerlo. Lo que buscas se queda en este navegador.',
  found: (count, progress) => {
    const messages = formatCount(count, { one: 'mensaje', other: 'mensajes' })
    if (progress === 'done') return count > 0 ? `Resultados: ${messages}.` : 'No se encontró nada.'
    const state =
      progress === 'reading'
        ? 'Buscando más arriba…'
        : 'Ahora no se pueden leer los mensajes anteriores; se intenta de nuevo.'
    return `${count > 0 ? `Hasta ahora: ${messages}.` : 'Nada hasta ahora.'} ${state}`
  },
  list: 'Mensajes encontrados',
  more: 'Mostrar más',
}
