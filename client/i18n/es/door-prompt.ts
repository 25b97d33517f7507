import type { doorPromptTexts as English } from '../en/door-prompt.ts'

/** The texts for somebody who waits at a door, in Spanish. Nothing of the room is known there, not even who is in it. */
export const doorPromptTexts: typeof English = {
  title: 'Estás en la puerta',
  text: 'Un anfitrión te dejará entrar. Deja esta página abierta: entrarás en cuanto lo haga.',
  byItself:
    'La página de un anfitrión te deja entrar por sí sola en cuanto haya uno aquí. Deja esta página abierta.',
  nobody: 'Ahora mismo no hay nadie en la sala. Cuando venga un anfitrión, te encontrará aquí.',
  offline: 'No tienes conexión. Cuando vuelva, seguirás esperando.',
  stop: 'Dejar de esperar',
}
