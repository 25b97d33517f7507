import type { fixedEncryptionTexts as English } from '../en/fixed-encryption.ts'

/** What the lock of a room says whose keys never change, in German: one with a link key for good, and one without encryption. */
export const fixedEncryptionTexts: typeof English = {
  encrypted:
    'Nur wer den Link hat, kann lesen, was hier gesagt wird. Der Server kann es nicht; Namen, Reihenfolge und Zeiten kommen von ihm.',
  open: 'Dieser Raum wurde ohne Verschlüsselung erstellt: Der Server kann lesen, was hier gesagt wird.',
}
