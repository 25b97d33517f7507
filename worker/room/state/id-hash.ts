/**
 * Hashes a text to 30 bits, as many as V8 keeps in a Map without allocating: FNV-1a (its prime) from the seed, then the
 * finalizer of MurmurHash3 (its shifts and factors), which spreads the last letters over all bits.
 */
export function idHashOf(seed: number, text: string): number {
  let bits = seed ^ 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193)
    // This mixes all bits of the seed into what the next letter does. Otherwise only its last seven bits would count, and
    // somebody could make ids that share a hash in one of 128 rooms.
    bits ^= bits >>> 15
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 2
}
