import { hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a secret proves: a seat, that somebody made the room, a session, a known device, the whole invite link, an account. */
export type SecretKind = 'seat' | 'host' | 'session' | 'device' | 'admission' | 'recovery-code' | 'password'

declare const secretKind: unique symbol
declare const hashKind: unique symbol

/** A secret of one kind, so that none is taken for another kind, or for its hash. */
export type Secret<K extends SecretKind> = string & { readonly [secretKind]: K }

/** The hash of a secret of one kind: all that is stored of it. */
export type SecretHash<K extends SecretKind> = string & { readonly [hashKind]: K }

export type HostToken = Secret<'host'>
export type SessionToken = Secret<'session'>
export type DeviceToken = Secret<'device'>

export type TokenHash = SecretHash<'seat'>
export type HostTokenHash = SecretHash<'host'>
export type SessionTokenHash = SecretHash<'session'>
export type DeviceTokenHash = SecretHash<'device'>
export type AdmissionHash = SecretHash<'admission'>
export type RecoveryCodeHash = SecretHash<'recovery-code'>

/** Makes a secret of 256 random bits. @returns 43 characters of base64url */
export function makeSecret<K extends SecretKind>(): Secret<K> {
  return randomBytes(32).toString('base64url') as Secret<K>
}

/** Takes a text of a request for the secret that it claims to be. Only a comparison with the stored hash proves it. */
export function claimSecret<K extends SecretKind>(text: string): Secret<K> {
  return text as Secret<K>
}

/** Takes a text for the hash that a client has made of its own secret. */
export function claimHash<K extends SecretKind>(text: string): SecretHash<K> {
  return text as SecretHash<K>
}

/** Hashes a secret for storage. A slow hash would add nothing to 256 random bits. */
export function hashSecret<K extends SecretKind>(secret: Secret<K>): SecretHash<K> {
  return digest(secret) as SecretHash<K>
}

/** Whether a secret is the one whose hash was stored, in time that does not depend on where they differ. */
export function matchesHash<K extends SecretKind>(
  secret: Secret<K>,
  stored: SecretHash<NoInfer<K>>,
): boolean {
  const actual = Buffer.from(hashSecret(secret))
  const expected = Buffer.from(stored)
  return actual.byteLength === expected.byteLength && timingSafeEqual(actual, expected)
}

/** Returns the SHA-256 of a text in base64url. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url')
}
