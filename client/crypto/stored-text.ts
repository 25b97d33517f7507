import { decryptBytes, encryptBytes } from './aes.ts'
import type { Keyring } from './keyring.ts'

/** Seals what this tab keeps of a room, such as its `draft`. Another tab with the same link could open it. */
export async function encryptStoredText(keyring: Keyring, what: string, text: string): Promise<string> {
  return encryptBytes(await keyring.getStorageKey(), dataOf(keyring, what), new TextEncoder().encode(text))
}

/** What was kept; null where it doesn't open. */
export async function decryptStoredText(
  keyring: Keyring,
  what: string,
  kept: string,
): Promise<string | null> {
  const opened = await decryptBytes(await keyring.getStorageKey(), dataOf(keyring, what), kept)
  return opened && new TextDecoder().decode(opened)
}

function dataOf({ roomId }: Keyring, what: string) {
  return new TextEncoder().encode(['kept', roomId, what].join('\n'))
}
