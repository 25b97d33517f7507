import { decode, encode } from './epoch-crypto.ts'

/**
 * Damages what was encrypted in every way in which a server could: a bit of each byte flipped, cut after each character,
 * something added, another number, nothing left.
 * @param encrypted base64url, with a prefix that ends in a full stop or without one
 */
export function damage(encrypted: string): string[] {
  const start = encrypted.lastIndexOf('.') + 1
  const prefix = encrypted.slice(0, start)
  const bytes = decode(encrypted.slice(start))
  const flipped = Array.from(bytes, (byte, at) => {
    const changed = Buffer.from(bytes)
    changed[at] = byte ^ (1 << (at % 8))
    return prefix + encode(changed)
  })
  const cut = Array.from(encrypted, (_, length) => encrypted.slice(0, length))
  const longer = [
    `${encrypted}A`,
    `${encrypted}AAAA`,
    `A${encrypted}`,
    ` ${encrypted}`,
    `${encrypted}\n`,
    `${encrypted}=`,
  ]
  const renumbered = prefix
    ? [`${prefix.replace(/\d+\.$/, '9.')}${encrypted.slice(start)}`, prefix.replace('.', '.0')]
    : []
  return [
    ...flipped,
    ...cut,
    ...longer,
    ...renumbered,
    '%%%',
    `${prefix}AA`,
    'null',
    '{}',
    '\u{1f44b}',
    '\ud83d',
  ]
}
