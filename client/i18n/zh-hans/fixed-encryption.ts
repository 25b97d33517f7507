import type { fixedEncryptionTexts as English } from '../en/fixed-encryption.ts'

/** What the lock of a room says whose keys never change, in simplified Chinese: one with a link key for good, and one without encryption. */
export const fixedEncryptionTexts: typeof English = {
  encrypted: '只有有链接的人能阅读这里的内容。服务器读不到；名字、顺序和时间由它提供。',
  open: '此房间创建时未加密：服务器能阅读这里的内容。',
}
