import type { doorPromptTexts as English } from '../en/door-prompt.ts'

/** The texts for somebody who waits at a door, in French. */
export const doorPromptTexts: typeof English = {
  title: 'Vous êtes à la porte',
  text: 'Un hôte va vous laisser entrer. Gardez cette page ouverte : elle vous fera entrer aussitôt.',
  byItself:
    'La page d’un hôte vous laisse entrer toute seule, dès qu’il y en a un. Gardez cette page ouverte.',
  nobody: 'Il n’y a personne dans le salon pour le moment. Dès qu’un hôte arrivera, il vous verra ici.',
  offline: 'Vous êtes hors ligne. Au retour de la connexion, l’attente continue.',
  stop: 'Ne plus attendre',
}
