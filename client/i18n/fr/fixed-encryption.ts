import type { fixedEncryptionTexts as English } from '../en/fixed-encryption.ts'

/** What the lock of a room says whose keys never change, in French: one with a link key for good, and one without encryption. */
export const fixedEncryptionTexts: typeof English = {
  encrypted:
    'Seules les personnes qui ont le lien peuvent lire ce qui se dit ici. Le serveur ne le peut pas ; les noms, l’ordre et les heures viennent de lui.',
  open: 'Ce salon a été créé sans chiffrement : le serveur peut lire ce qui se dit ici.',
}
