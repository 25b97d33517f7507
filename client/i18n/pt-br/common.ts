import type { commonTexts as English } from '../en/common.ts'
import { formatCount } from '../index.ts'

/** The texts of every page, in Brazilian Portuguese. Sentences are kind and short, and say what to do. */
export const commonTexts: typeof English = {
  brand: 'private-chat',
  darkTheme: 'Mudar para o tema escuro',
  lightTheme: 'Mudar para o tema claro',
  name: 'Seu nome',
  lineError: (fault, max) =>
    fault.is === 'long'
      ? `São ${fault.length} caracteres. O máximo é ${max}: encurte.`
      : fault.is === 'unseen'
        ? 'Contém algo que não se vê. Digite de novo.'
        : fault.is === 'marks'
          ? 'Uma letra tem acentos ou marcas demais.'
          : `Use de 1 a ${max} caracteres visíveis.`,
  password: 'Senha',
  days: (days, hours) =>
    `${formatCount(days, { one: 'dia', other: 'dias' })}${hours > 0 ? ` ${hours} h` : ''}`,
}
