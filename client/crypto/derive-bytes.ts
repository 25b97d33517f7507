/** Derives 32 bytes from a key. */
export async function deriveBytes(base: CryptoKey, parameters: HkdfParams): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 256))
}
