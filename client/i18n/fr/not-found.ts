import type { notFoundTexts as English } from '../en/not-found.ts'

/** The texts for an address that does not exist, in French. */
export const notFoundTexts: typeof English = {
  page: 'Introuvable · private-chat',
  title: 'Il n’y a rien ici',
  text: 'L’adresse est peut-être mal saisie, ou ce qui était ici s’est consumé.',
  way: 'Aller à l’accueil',
}
