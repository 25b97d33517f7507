import type { languageTexts as English } from '../en/language.ts'

/** The texts of the box in which another language is chosen, in Spanish. */
export const languageTexts: typeof English = {
  label: 'Idioma',
  notKept: 'Tu navegador no guarda cookies aquí, así que la página sigue en este idioma.',
  retype: {
    title: '¿Cambiar el idioma?',
    text: 'Las contraseñas, los códigos y los enlaces que escribiste aquí no se guardan. Tendrás que escribirlos de nuevo.',
    confirmLabel: 'Cambiar idioma',
  },
}
