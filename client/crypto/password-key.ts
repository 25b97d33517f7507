import { toBase64Url } from './base64url.ts'
import { deriveEpochBytes, importKeyMaterial } from './epoch-hkdf.ts'
import { type EpochLinkKey, importEpochLinkKey } from './epoch-link.ts'

/**
 * Rounds of PBKDF2-SHA-256: some tenths of a second on a phone, once for each link. Who has the link and the storage guesses
 * passwords at this cost.
 */
const ROUNDS = 600_000

declare const brand: unique symbol

/** A password as a browser keeps it: it can be stretched for the next link, and never be read. */
export type PasswordKey = CryptoKey & { readonly [brand]: 'PasswordKey' }

/** What a password is worth together with one link: 32 bytes. */
export type StretchedPassword = Uint8Array<ArrayBuffer> & { readonly [brand]: 'StretchedPassword' }

/** What a visitor sends to prove the password: 32 bytes in base64url. */
export type PasswordProof = string & { readonly [brand]: 'PasswordProof' }

/** Imports a password as it was typed. Two ways to write the same letter (NFC) are the same password. */
export async function importPassword(password: string): Promise<PasswordKey> {
  const bytes = new TextEncoder().encode(password.normalize('NFC'))
  return (await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits'])) as PasswordKey
}

/** Stretches a password for a link. Its salt follows from the link key, so that each link costs a guesser everything anew. */
export async function stretchPassword(
  password: PasswordKey,
  linkKey: EpochLinkKey,
): Promise<StretchedPassword> {
  const salt = await deriveEpochBytes(await importEpochLinkKey(linkKey), 'password-salt', '')
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, password, 256)) as StretchedPassword
}

/** Derives what proves a password to the room, and opens nothing. */
export async function derivePasswordProof(password: StretchedPassword): Promise<PasswordProof> {
  const bytes = await deriveEpochBytes(await importKeyMaterial(password), 'password-proof', '')
  return toBase64Url(bytes) as PasswordProof
}
