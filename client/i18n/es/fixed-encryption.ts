import type { fixedEncryptionTexts as English } from '../en/fixed-encryption.ts'

/** What the lock of a room says whose keys never change, in Spanish: one with a link key for good, and one without encryption. */
export const fixedEncryptionTexts: typeof English = {
  encrypted:
    'Solo quienes tienen el enlace pueden leer lo que se dice aquí. El servidor no puede; los nombres, el orden y las horas vienen de él.',
  open: 'Esta sala se creó sin cifrado: el servidor puede leer lo que se dice aquí.',
}
