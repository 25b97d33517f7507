import type { fixedEncryptionTexts as English } from '../en/fixed-encryption.ts'

/** What the lock of a room says whose keys never change, in Brazilian Portuguese: one with a link key for good, and one without encryption. */
export const fixedEncryptionTexts: typeof English = {
  encrypted:
    'Só quem tem o link pode ler o que é dito aqui. O servidor não pode; nomes, ordem e horários vêm dele.',
  open: 'Esta sala foi criada sem criptografia: o servidor pode ler o que é dito aqui.',
}
