/** The kinds of pictures that are shown: those that browsers decode themselves, and that can hold no script. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif'

/** What octets turn out to be. */
export interface SniffedPicture {
  type: PictureType
  /** Whether it moves, as far as its beginning shows. */
  isAnimated: boolean
}

/** Octets of the beginning of a file that tell what it is; what moves says so within them. */
export const SNIFFED = 65_536

/**
 * Tells a picture by its octets: neither its name nor what its sender says of it counts.
 * @param octets the beginning of a file, `SNIFFED` or all there are
 * @returns null for anything that is not one of these pictures, such as SVG, HTML or PDF
 */
export function sniffPicture(octets: Uint8Array): SniffedPicture | null {
  const text = (from: number, to: number) => String.fromCharCode(...octets.subarray(from, to))
  const has = (sought: string) =>
    new TextDecoder('latin1').decode(octets.subarray(0, SNIFFED)).includes(sought)
  if (text(0, 3) === '\xff\xd8\xff') return { type: 'image/jpeg', isAnimated: false }
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return { type: 'image/png', isAnimated: has('acTL') }
  if (/^GIF8[79]a$/.test(text(0, 6))) return { type: 'image/gif', isAnimated: has('NETSCAPE2.0') }
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return { type: 'image/webp', isAnimated: has('ANIM') }
  if (text(4, 8) !== 'ftyp') return null
  const length = new DataView(octets.buffer, octets.byteOffset).getUint32(0)
  // The major brand, a version, and the compatible brands.
  const brands: readonly string[] = text(8, Math.min(length, 64)).match(/[\s\S]{4}/g) ?? []
  return brands.includes('avif') || brands.includes('avis')
    ? { type: 'image/avif', isAnimated: brands.includes('avis') }
    : null
}
