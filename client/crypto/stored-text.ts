import { decryptBytes, encryptBytes } from './aes.ts'
import type { Keyring } from './keyring.ts'

/**
 * Encrypts a text that this tab stores of a room. Another tab with the same invite link could decrypt it.
 * @param name what the text is, such as `draft`
 */
export async function encryptStoredText(keyring: Keyring, name: string, text: string): Promise<string> {
  const key = await keyring.getStorageKey()
  return encryptBytes(key, encodeAssociatedData(keyring, name), new TextEncoder().encode(text))
}

/** Decrypts a stored text; null where the key, the room or the name is another. */
export async function decryptStoredText(
  keyring: Keyring,
  name: string,
  stored: string,
): Promise<string | null> {
  const key = await keyring.getStorageKey()
  const bytes = await decryptBytes(key, encodeAssociatedData(keyring, name), stored)
  return bytes && new TextDecoder().decode(bytes)
}

function encodeAssociatedData({ roomId }: Keyring, name: string) {
  return new TextEncoder().encode(['kept', roomId, name].join('\n'))
}
