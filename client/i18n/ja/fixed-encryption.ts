import type { fixedEncryptionTexts as English } from '../en/fixed-encryption.ts'

/** What the lock of a room says whose keys never change, in Japanese: one with a link key for good, and one without encryption. */
export const fixedEncryptionTexts: typeof English = {
  encrypted:
    'ここでの会話を読めるのは、リンクを知っている人だけです。サーバーは読めません。名前、順番、時刻はサーバーから来ます。',
  open: 'このルームは暗号化なしで作られました。サーバーは会話を読むことができます。',
}
