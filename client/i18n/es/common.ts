import type { commonTexts as English } from '../en/common.ts'
import { formatCount } from '../index.ts'

/** The texts of every page, in Spanish. Sentences are kind and short, and say what to do. */
export const commonTexts: typeof English = {
  brand: 'private-chat',
  darkTheme: 'Cambiar al tema oscuro',
  lightTheme: 'Cambiar al tema claro',
  name: 'Tu nombre',
  lineError: (fault, max) =>
    fault.is === 'long'
      ? `Tiene ${fault.length} caracteres. El máximo es ${max}: acórtalo.`
      : fault.is === 'unseen'
        ? 'Contiene algo que no se ve. Escríbelo de nuevo.'
        : fault.is === 'marks'
          ? 'Una letra lleva demasiados acentos o marcas.'
          : `Usa de 1 a ${max} caracteres visibles.`,
  password: 'Contraseña',
  days: (days, hours) =>
    `${formatCount(days, { one: 'día', other: 'días' })}${hours > 0 ? ` ${hours} h` : ''}`,
}
