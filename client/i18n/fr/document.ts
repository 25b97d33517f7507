import type { documentTexts as English } from '../en/document.ts'

/** The texts of the document itself, which stand there before any script runs, in French. */
export const documentTexts: typeof English = {
  description:
    'Des salons de discussion qui se consument tout seuls. Sans compte : ouvrez-en un, partagez son lien, parlez.',
  unloaded:
    'Cette page n’a pas pu être chargée, ou a été modifiée en chemin. Vérifiez votre connexion, puis rechargez-la.',
  noScript:
    'private-chat a besoin de JavaScript pour ouvrir des salons et afficher des messages. Activez-le pour ce site et rechargez.',
}
