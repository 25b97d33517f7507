import type { findTexts as English } from '../en/find.ts'
import { formatCount } from '../index.ts'

/** The texts of the search in a room, in Brazilian Portuguese. */
export const findTexts: typeof English = {
  title: 'Buscar nesta sala',
  query: 'Palavras para buscar',
  hint: 'Em tudo o que foi dito aqui, até onde você pode ler. O que você busca fica neste navegador.',
  found: (count, progress) => {
    const messages = formatCount(count, { one: 'mensagem', other: 'mensagens' })
    if (progress === 'done') return count > 0 ? `Resultado: ${messages}.` : 'Nada encontrado.'
    const state =
      progress === 'reading'
        ? 'Buscando mais acima…'
        : 'Agora não dá para ler as mensagens anteriores; tentando de novo.'
    return `${count > 0 ? `Até agora: ${messages}.` : 'Nada até agora.'} ${state}`
  },
  list: 'Mensagens encontradas',
  more: 'Mostrar mais',
}
