import type { findTexts as English } from '../en/find.ts'
import { formatCount } from '../index.ts'

/** The texts of the search in a room, in French. */
export const findTexts: typeof English = {
  title: 'Chercher dans ce salon',
  query: 'Mots à chercher',
  hint: 'Dans tout ce qui s’est dit ici et que vous pouvez lire. Ce que vous cherchez reste dans ce navigateur.',
  found: (count: number, progress: 'reading' | 'failing' | 'done') => {
    if (progress === 'done')
      return count > 0
        ? `${formatCount(count, { one: 'message trouvé', other: 'messages trouvés' })}.`
        : 'Rien trouvé.'
    const found =
      count > 0
        ? `${formatCount(count, { one: 'message trouvé', other: 'messages trouvés' })} jusqu’ici.`
        : 'Rien jusqu’ici.'
    return progress === 'reading'
      ? `${found} La recherche continue plus haut…`
      : `${found} Les messages plus anciens sont illisibles en ce moment ; nouvel essai en cours.`
  },
  list: 'Messages trouvés',
  more: 'Afficher plus',
}
